package io.assize.engine.run;

import io.assize.core.Case;
import io.assize.core.call.Ledger;
import io.assize.core.json.Hash;
import io.assize.engine.observe.JudgmentRows;
import io.assize.engine.observe.Observations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored already of a job's judgments, by the place of the case in the docket: all of them
 * in one piece where the job was finished before, else each under a key of its own.
 */
final class Kept {

  private static final int KEY = 64;

  private final String whole;
  private final Optional<Observations> seen;
  private final List<Hash> keys;
  private final byte[] @Nullable [] rows;

  private Kept(
      String whole, Optional<Observations> seen, List<Hash> keys, byte[] @Nullable [] rows) {
    this.whole = whole;
    this.seen = seen;
    this.keys = keys;
    this.rows = rows;
  }

  /** Take nothing of so many cases from the store, and put nothing there. */
  static Kept nothing(int cases) {
    return new Kept("", Optional.empty(), List.of(), new byte[cases][]);
  }

  /** Read what is stored of these cases. */
  static Kept read(Ledger ledger, JudgmentKeys keys, List<Case> cases) {
    String whole = keys.ofAll(cases);
    Optional<Observations> seen =
        ledger.kept(whole).flatMap(bytes -> WholeDocket.read(bytes, cases.size()));
    return seen.isPresent()
        ? new Kept(whole, seen, List.of(), new byte[0][])
        : single(whole, ledger, keys, cases);
  }

  private static Kept single(String whole, Ledger ledger, JudgmentKeys keys, List<Case> cases) {
    var kept = new Kept(whole, Optional.empty(), keys.of(cases), new byte[cases.size()][]);
    var places = new LinkedHashMap<Hash, Integer>();
    for (int i = 0; i < kept.keys.size(); i++) places.put(kept.keys.get(i), i);
    ledger.kept((key, rows) -> {
      if (key.length() != KEY) return;
      Integer place = places.get(Hash.parse(key));
      boolean readable = rows.length > 0 && rows[0] == JudgmentRows.VERSION;
      if (place != null && readable) kept.rows[place] = rows;
    });
    return kept;
  }

  /** Return all judgments, where they are stored in one piece. */
  Optional<Observations> seen() {
    return seen;
  }

  /** Tell whether every judgment is stored. */
  boolean all() {
    for (byte[] row : rows) if (row == null) return false;
    return true;
  }

  /** Store the judgment of a case. */
  void keep(Ledger ledger, int theCase, byte[] made) {
    if (!keys.isEmpty()) ledger.keep(keys.get(theCase).toString(), made);
  }

  /** Store all judgments in one piece, where they are not yet. */
  void keepAll(Ledger ledger, WholeDocket all) {
    if (!whole.isEmpty()) all.bytes().ifPresent(bytes -> ledger.keep(whole, bytes));
  }

  /** Return the rows of a case, null where they are not stored, and hold them no longer. */
  byte @Nullable [] take(int theCase) {
    byte[] found = rows[theCase];
    rows[theCase] = null;
    return found;
  }
}
