package io.assize.engine.compare;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.engine.files.Quoted;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** Which system of one run is which of the other: by name, or as the user says. */
@API(status = API.Status.EXPERIMENTAL)
public final class Matching {

  private Matching() {}

  /**
   * Return what systems are called in the run after, by their names in the run before.
   *
   * @param told the user's own, {@code OLD=NEW}; empty where names decide
   * @throws AssizeException where a name is unknown, or no system is in both
   */
  static SortedMap<String, String> of(Side old, Side fresh, List<String> told) {
    SortedSet<String> before = old.systems();
    SortedSet<String> after = fresh.systems();
    var names = new TreeMap<String, String>();
    for (String entry : told) {
      int sign = entry.indexOf('=');
      if (sign < 1 || sign == entry.length() - 1) {
        throw AssizeException.usage(
            "--match " + Quoted.plain(entry),
            "is no entry",
            "OLD=NEW",
            "for example: --match v1=v2");
      }
      String from = known(entry, entry.substring(0, sign), before, old.run());
      names.put(from, known(entry, entry.substring(sign + 1), after, fresh.run()));
    }
    var taken = new TreeSet<>(names.values());
    for (String name : before) {
      if (after.contains(name) && !taken.contains(name)) names.putIfAbsent(name, name);
    }
    if (names.isEmpty() && before.size() == 1 && after.size() == 1) {
      names.put(before.getFirst(), after.getFirst());
    }
    if (names.isEmpty()) throw none(old, fresh);
    return Collections.unmodifiableSortedMap(names);
  }

  private static String known(String entry, String name, SortedSet<String> systems, String run) {
    if (systems.contains(name)) return name;
    throw AssizeException.usage(
        "--match " + Quoted.plain(entry),
        Quoted.of(name) + " is no system of " + run,
        Quoted.list(systems)
            + Nearest.of(name, systems).map(n -> "; nearest is " + Quoted.of(n)).orElse(""),
        "name one of them");
  }

  private static AssizeException none(Side old, Side fresh) {
    return AssizeException.usage(
        old.run() + " and " + fresh.run(),
        "have no system of the same name: %s and %s"
            .formatted(Quoted.list(old.systems()), Quoted.list(fresh.systems())),
        "the same name for what is compared",
        "say which is which: --match %s=%s"
            .formatted(
                Quoted.plain(old.systems().getFirst()), Quoted.plain(fresh.systems().getFirst())));
  }
}
