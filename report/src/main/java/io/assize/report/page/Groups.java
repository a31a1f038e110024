package io.assize.report.page;

import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Which systems are not separated: those that share a letter, since their intervals overlap.
 *
 * <p>That is a careful rule: two intervals that overlap a little may belong to systems that differ
 * when they are compared item by item. It claims no difference that is not there.
 */
final class Groups {

  static final String NOTE =
      "Systems that share a letter of group are not separated: their intervals overlap.";

  private static final int LETTERS = 26;

  private Groups() {}

  /** Return the letters of each, best first: {@code a}, {@code ab}, {@code b}. */
  static List<String> of(List<Estimate> best) {
    var letters = new ArrayList<StringBuilder>();
    best.forEach(e -> letters.add(new StringBuilder()));
    int group = 0;
    int reached = -1;
    for (int i = 0; i < best.size(); i++) {
      int last = i;
      while (last + 1 < best.size() && high(best.get(last + 1)) >= low(best.get(i))) last++;
      if (last <= reached) continue;
      reached = last;
      for (int j = i; j <= last; j++) letters.get(j).append(letter(group));
      group++;
    }
    return letters.stream().map(StringBuilder::toString).toList();
  }

  private static String letter(int group) {
    String more = group < LETTERS ? "" : Integer.toString(group / LETTERS);
    return (char) ('a' + group % LETTERS) + more;
  }

  private static double low(Estimate e) {
    return e instanceof Estimate.Value v
        ? v.interval().map(Interval::low).orElse(v.estimate())
        : Double.NEGATIVE_INFINITY;
  }

  private static double high(Estimate e) {
    return e instanceof Estimate.Value v
        ? v.interval().map(Interval::high).orElse(v.estimate())
        : Double.POSITIVE_INFINITY;
  }
}
