package io.assize.engine.observe;

import io.assize.core.Step;
import io.assize.core.call.CallKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the rows of values that were asked for, each once: rows below which nothing stands but what
 * was made on the way. What a recipe names and uses again stands in several rows of a case.
 */
final class Asked {

  private final Observations seen;

  Asked(Observations seen) {
    this.seen = seen;
  }

  /** One value of one reply, however often it is used. */
  private record Value(List<CallKey> calls, String question, String step, String rule) {}

  /** Return them in order. */
  int[] rows() {
    return IntStream.range(0, seen.cases()).flatMap(this::ofCase).toArray();
  }

  private IntStream ofCase(int theCase) {
    int root = seen.root(theCase);
    boolean made = IntStream.range(root + 1, seen.end(root)).anyMatch(this::made);
    IntStream values = IntStream.range(root, seen.end(root)).filter(this::isValue);
    if (!made) return values;
    var known = new LinkedHashSet<Value>();
    var once = new ArrayList<Integer>();
    values.forEach(row -> {
      List<CallKey> calls = seen.calls(row);
      String step = made(row) || seen.parent(row) < 0 ? "" : seen.step(row).toString();
      var value = new Value(calls, seen.question(row), step, seen.rule(row));
      if (calls.isEmpty() || known.add(value)) once.add(row);
    });
    return once.stream().mapToInt(row -> row);
  }

  private boolean isValue(int row) {
    if (seen.written(row)) return false;
    for (int child = row + 1; child < seen.end(row); child = seen.end(child)) {
      if (!made(child)) return false;
    }
    return true;
  }

  private boolean made(int row) {
    return seen.dimension(row).equals(Step.MADE);
  }
}
