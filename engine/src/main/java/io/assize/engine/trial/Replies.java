package io.assize.engine.trial;

import io.assize.core.Why;
import io.assize.engine.observe.Observations;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apiguardian.api.API;

/**
 * What was asked and what came back, by values asked for: a reply that holds two values counts two.
 *
 * @param calls different calls that the judgments rest on
 * @param values values that were asked for
 * @param read of them, how many could be read
 * @param missing of them, how many could not, by reason
 * @param rules how many values each rule read, or found unreadable
 */
@API(status = API.Status.EXPERIMENTAL)
public record Replies(
    long calls, long values, long read, Map<Why, Long> missing, SortedMap<String, Long> rules) {

  public Replies {
    missing = Collections.unmodifiableMap(missing);
    rules = Collections.unmodifiableSortedMap(rules);
  }

  /** Count the leaves of all judgments. */
  public static Replies of(Observations seen) {
    return of(List.of(seen));
  }

  /** Count the leaves of all judgments of all times that the judge was asked. */
  public static Replies of(List<Observations> occasions) {
    var missing = new EnumMap<Why, Long>(Why.class);
    var rules = new TreeMap<String, long[]>();
    long values = 0;
    long read = 0;
    for (Observations seen : occasions) {
      for (int row : seen.asked()) {
        values++;
        rules.computeIfAbsent(seen.rule(row), rule -> new long[1])[0]++;
        var why = seen.missing(row);
        if (why.isPresent()) {
          missing.merge(why.get(), 1L, Long::sum);
        } else {
          read++;
        }
      }
    }
    long[] marks =
        occasions.stream().flatMapToLong(o -> LongStream.of(o.callMarks())).sorted().toArray();
    long calls = 0;
    for (int i = 0; i < marks.length; i++) if (i == 0 || marks[i] != marks[i - 1]) calls++;
    var counts = new TreeMap<String, Long>();
    rules.forEach((rule, count) -> counts.put(rule, count[0]));
    return new Replies(calls, values, read, missing, counts);
  }

  /** Return how many values are missing for a reason. */
  public long missing(Why why) {
    return missing.getOrDefault(why, 0L);
  }

  /** Return how many values may still come. */
  public long open() {
    return missing.entrySet().stream()
        .filter(e -> e.getKey().open())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
