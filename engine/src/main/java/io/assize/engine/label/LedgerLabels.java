package io.assize.engine.label;

import io.assize.core.Candidate;
import io.assize.core.CaseId;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.call.CallKey;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.call.Request;
import io.assize.core.call.Usage;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.door.Outside;
import io.assize.engine.files.DataFile;
import io.assize.engine.files.Label;
import io.assize.engine.files.Place;
import io.assize.engine.files.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The labels of a run's sheets. A label is the reply to a call, whose request names the person and
 * the case; saying something else later is a further occasion of the same call, as a retest is. A
 * note lists the calls of each reading in their order, so that nothing need be searched.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LedgerLabels {

  private static final String NOTE = "labels/read/";
  private static final String QUESTION = "label";

  private final List<SheetLabel> history;

  private LedgerLabels(List<SheetLabel> history) {
    this.history = List.copyOf(history);
  }

  /** Read what a ledger holds. */
  public static LedgerLabels of(Ledger ledger) {
    var keys = new ArrayList<CallKey>();
    ledger.events(e -> {
      if (!(e instanceof Entry.Note n) || !n.name().startsWith(NOTE)) return;
      Json.parse(n.value())
          .elements()
          .forEach(k -> keys.add(CallKey.parse(k.text().orElseThrow())));
    });
    var all = new ArrayList<SheetLabel>();
    for (CallKey key : keys) {
      Entry.Call call =
          ledger
              .call(key)
              .orElseThrow(() -> new IllegalStateException("the ledger lost label " + key));
      String reply = new String(call.reply().get(), StandardCharsets.UTF_8);
      all.add(SheetLabel.of(Json.parse(reply)));
    }
    return new LedgerLabels(all);
  }

  /** Return everything that was ever said, in the order in which it was read. */
  public List<SheetLabel> history() {
    return history;
  }

  /** Return what counts: the last word of each person on each row. */
  public List<SheetLabel> last() {
    var last = new LinkedHashMap<String, SheetLabel>();
    for (SheetLabel l : history) last.put(said(l), l);
    return List.copyOf(last.values());
  }

  private static String said(SheetLabel l) {
    return l.person() + "\n" + l.key();
  }

  /**
   * What reading sheets changed.
   *
   * @param fresh labels of rows on which their person had said nothing
   * @param changed labels that say something else than before
   * @param same labels that were known
   */
  public record Kept(int fresh, int changed, int same) {}

  /**
   * Keep labels: what was said before stays, and the new word counts.
   *
   * @param ledger of the run
   * @param labels read from sheets
   * @param at when, in milliseconds since 1970
   */
  public static Kept keep(Ledger ledger, List<SheetLabel> labels, long at) {
    LedgerLabels before = of(ledger);
    var times = new TreeMap<String, Integer>();
    before.history.forEach(l -> times.merge(said(l), 1, Integer::sum));
    var last = new TreeMap<String, SheetLabel>();
    before.history.forEach(l -> last.put(said(l), l));
    var written = new ArrayList<Json>();
    int fresh = 0;
    int changed = 0;
    for (SheetLabel label : labels) {
      SheetLabel old = last.put(said(label), label);
      if (old != null && old.says(label)) continue;
      int occasion = times.merge(said(label), 1, Integer::sum) - 1;
      if (old == null) fresh++;
      else changed++;
      Entry.Call entry = entry(label, occasion, at);
      ledger.append(entry);
      written.add(entry.key().toJson());
    }
    if (!written.isEmpty()) {
      ledger.append(
          new Entry.Note(NOTE + readings(ledger), Json.array(written, k -> k).canonical()));
    }
    return new Kept(fresh, changed, labels.size() - fresh - changed);
  }

  private static int readings(Ledger ledger) {
    int[] count = {1};
    ledger.events(e -> {
      if (e instanceof Entry.Note n && n.name().startsWith(NOTE)) count[0]++;
    });
    return count[0];
  }

  private static Entry.Call entry(SheetLabel label, int occasion, long at) {
    var asked = new Request.AskPerson(label.person(), new CaseId(Hash.of(label.key())), QUESTION);
    return new Entry.Call(
        Outside.personKey(asked, List.of(occasion)),
        "person",
        label.person(),
        bytes(Outside.personRequest(asked)),
        bytes(label.toJson()),
        new Entry.Origin(label.file(), at, 0, 1, Usage.UNKNOWN, false));
  }

  private static Entry.Bytes bytes(Json json) {
    return Entry.Bytes.of(json.canonical().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Put what counts behind the labels of the data. What a person says in a sheet supersedes what a
   * file says in that person's name.
   */
  public DataFile into(DataFile data) {
    if (history.isEmpty()) return data;
    var byKey = new TreeMap<String, Candidate>();
    data.candidates().forEach(c -> byKey.put(c.key(), c));
    boolean samples = data.candidates().stream().anyMatch(c -> c.sample() > 0);
    var labels = new ArrayList<>(data.labels());
    for (SheetLabel said : last()) {
      // Answers that are not judged any more, by fewer items or systems, have no labels either.
      if (!byKey.keySet().containsAll(said.shown())) continue;
      Label label = label(said, byKey, samples);
      labels.removeIf(l -> sameThing(l, label));
      labels.add(label);
    }
    return data.labelled(labels);
  }

  private static Label label(SheetLabel said, TreeMap<String, Candidate> byKey, boolean samples) {
    List<Candidate> of = said.shown().stream().map(byKey::get).toList();
    Candidate first = of.getFirst();
    boolean pair = of.size() == 2;
    Subject subject =
        pair
            ? new Subject.Pair(
                name(first, samples), name(of.get(1), samples), Subject.Shown.NOT_TOLD)
            : new Subject.Answer(first.by().name(), first.sample());
    Candidate better = byKey.get(said.value());
    String value = pair && better != null ? name(better, samples) : said.value();
    return new Label(
        said.item(),
        subject,
        Party.person(said.person()),
        Result.done(value),
        said.note(),
        new Place(said.file(), said.line()));
  }

  /** A system that answered an item several times is not enough to know an answer by. */
  private static String name(Candidate c, boolean samples) {
    return samples ? Subject.Pair.numbered(c.by().name(), c.sample()) : c.by().name();
  }

  private static boolean sameThing(Label a, Label b) {
    if (!a.item().equals(b.item()) || !a.rater().name().equals(b.rater().name())) return false;
    if (a.subject() instanceof Subject.Pair p && b.subject() instanceof Subject.Pair q) {
      return List.of(p.a(), p.b()).containsAll(List.of(q.a(), q.b()));
    }
    return a.subject().equals(b.subject());
  }
}
