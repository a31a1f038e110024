package io.assize.engine.run;

import io.assize.core.AssizeException;
import io.assize.core.call.Entry;
import io.assize.core.call.Ledger;
import io.assize.core.json.Hash;
import io.assize.core.json.Json;
import io.assize.engine.files.Account;
import io.assize.engine.files.ColumnMap;
import io.assize.engine.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The file that a judge's judgments stand in: an input of the run, known by its hash.
 *
 * @param hash of its bytes and of the map by which it is read
 * @param account how it was read
 */
@API(status = API.Status.EXPERIMENTAL)
public record Filed(Hash hash, Account account) {

  private static final String NOTE = "file/";

  static Filed of(Path path, ColumnMap map, Account account) {
    return of(path, map, map, account);
  }

  /**
   * Know a file.
   *
   * @param map as the configuration names it
   * @param found the same, with the mapping's file where it lies
   */
  static Filed of(Path path, ColumnMap map, ColumnMap found, Account account) {
    try {
      var both = Json.object().put("file", Hash.of(Files.readAllBytes(path)).toString());
      both.put("map", map.toString());
      Optional<String> mapping = found.mapping().filter(Mappings::isFile);
      if (mapping.isPresent()) {
        both.put("mapping", Hash.of(Files.readAllBytes(Path.of(mapping.get()))).toString());
      }
      return new Filed(Hash.of(both.build()), account);
    } catch (IOException e) {
      throw AssizeException.environment(
          path.toString(), "cannot be read: " + e.getMessage(), "check its permissions", e);
    }
  }

  /**
   * Keep in the run which file it was, or refuse to replay from another one.
   *
   * @param judge by its name in the run
   */
  void check(String judge, Ledger ledger, boolean live) {
    String note = NOTE + judge;
    var known = new ArrayList<String>();
    ledger.events(entry -> {
      if (entry instanceof Entry.Note n && n.name().equals(note)) known.add(n.value());
    });
    String now = Json.of(hash.toString()).canonical();
    if (!known.isEmpty() && known.getLast().equals(now)) return;
    if (live) {
      ledger.append(new Entry.Note(note, now));
    } else if (!known.isEmpty()) {
      throw AssizeException.usage(
          account.file(),
          "has changed since this run was made from it",
          "the file and the map as they were",
          "put the file back, or read it anew with assize resume");
    }
  }

  /** Return the hash under which judgments by this recipe are stored: another file, other ones. */
  Hash with(Hash recipe) {
    return Hash.of(
        Json.object().put("recipe", recipe.toString()).put("file", hash.toString()).build());
  }
}
