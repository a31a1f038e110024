package io.assize.engine.observe;

import io.assize.core.Step;
import io.assize.core.Why;
import io.assize.core.call.CallKey;
import io.assize.core.json.Hash;
import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import io.assize.engine.observe.Columns.Bytes;
import io.assize.engine.observe.Columns.Dictionary;
import io.assize.engine.observe.Columns.Doubles;
import io.assize.engine.observe.Columns.Ints;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * The judgments of a run as columns: one row a tree node, a case's rows next to one another, a
 * parent before its children.
 *
 * <p>About 100 bytes a row. Not for several threads while it is filled.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Observations {

  private final Ints roots = new Ints();
  private final Ints caseOf = new Ints();
  private final Ints parent = new Ints();
  private final Ints end = new Ints();
  private final Ints dimension = new Ints();
  private final Ints value = new Ints();
  private final Ints question = new Ints();
  private final Ints by = new Ints();
  private final Ints rule = new Ints();
  private final Ints detail = new Ints();
  private final Ints scale = new Ints();
  private final Ints status = new Ints(); // kind in bit 8, basis in bits 9 to 11, reason below
  private final Doubles leftOut = new Doubles();
  private final Ints massStart = new Ints();
  private final Ints outcome = new Ints();
  private final Doubles mass = new Doubles();
  private final Ints signalStart = new Ints();
  private final Ints signalName = new Ints();
  private final Doubles signal = new Doubles();
  private final Ints callStart = new Ints();
  private final Bytes callHash = new Bytes();
  private final Ints callPath = new Ints();

  private final ConcurrentHashMap<Long, Optional<Distribution>> points = new ConcurrentHashMap<>();

  private final Dictionary<String> texts = new Dictionary<>();
  private final RowNames rowNames = new RowNames(texts);
  private final Dictionary<Scale> scales = new Dictionary<>();
  private final Dictionary<Outcome> outcomes = new Dictionary<>();
  private final Dictionary<List<Integer>> paths = new Dictionary<>();
  private final Dictionary<String> scaleTexts = new Dictionary<>();
  private final Dictionary<String> outcomeTexts = new Dictionary<>();

  /**
   * Add the rows of the next case.
   *
   * @param rows what {@link JudgmentRows#of} made
   * @throws IllegalArgumentException where they are of another version
   */
  public void add(byte[] rows) {
    var in = ByteBuffer.wrap(rows);
    int version = in.get();
    if (version != JudgmentRows.VERSION) {
      throw new IllegalArgumentException("rows of version " + version);
    }
    RowNames.Table names = rowNames.read(in);
    int first = size();
    int count = RowNames.varint(in);
    for (int i = 0; i < count; i++) row(in, names, first);
    int theCase = roots.size();
    roots.add(first);
    for (int i = first; i < size(); i++) caseOf.add(theCase);
    close(first);
  }

  private void row(ByteBuffer in, RowNames.Table names, int first) {
    int kind = in.get();
    int up = RowNames.varint(in) - 1;
    parent.add(up < 0 ? -1 : first + up);
    dimension.add(names.number(in));
    value.add(names.number(in));
    question.add(names.number(in));
    by.add(names.number(in));
    int reason = in.get();
    massStart.add(mass.size());
    signalStart.add(signal.size());
    if (reason != 0) {
      detail.add(names.number(in));
      scale.add(-1);
      leftOut.add(0);
      status.add(kind << 8 | reason);
    } else if (kind == JudgmentRows.EXHIBIT) {
      detail.add(-1);
      scale.add(-1);
      leftOut.add(0);
      status.add(kind << 8);
    } else {
      detail.add(-1);
      verdict(in, names, kind);
    }
    rule.add(names.number(in));
    calls(in);
    end.add(0);
  }

  private void verdict(ByteBuffer in, RowNames.Table names, int kind) {
    scale.add(scaleNumber(names.next(in)));
    status.add(in.get() << 9 | kind << 8);
    leftOut.add(in.getDouble());
    int masses = RowNames.varint(in);
    for (int i = 0; i < masses; i++) {
      outcome.add(outcomeNumber(names.next(in)));
      mass.add(in.getDouble());
    }
    int signals = RowNames.varint(in);
    for (int i = 0; i < signals; i++) {
      signalName.add(names.number(in));
      signal.add(in.getDouble());
    }
  }

  private int scaleNumber(String text) {
    int known = scaleTexts.find(text);
    if (known >= 0) return known;
    scales.number(Scales.scale(text));
    return scaleTexts.number(text);
  }

  private int outcomeNumber(String text) {
    int known = outcomeTexts.find(text);
    if (known >= 0) return known;
    outcomes.number(Scales.outcome(text));
    return outcomeTexts.number(text);
  }

  private void calls(ByteBuffer in) {
    callStart.add(callPath.size());
    int calls = RowNames.varint(in);
    for (int i = 0; i < calls; i++) {
      callHash.add(in, 32);
      callPath.add(paths.number(path(in)));
    }
  }

  private static List<Integer> path(ByteBuffer in) {
    int length = RowNames.varint(in);
    if (length == 0) return List.of();
    var path = new ArrayList<Integer>();
    for (int i = 0; i < length; i++) path.add(RowNames.varint(in));
    return List.copyOf(path);
  }

  /** A row ends where the next row that is not below it begins. */
  private void close(int first) {
    for (int row = size() - 1; row >= first; row--) {
      if (end.get(row) == 0) end.set(row, row + 1);
      int up = parent.get(row);
      if (up >= 0 && end.get(up) < end.get(row)) end.set(up, end.get(row));
    }
  }

  /** Return the number of rows. */
  public int size() {
    return parent.size();
  }

  /** Return the number of cases. */
  public int cases() {
    return roots.size();
  }

  /** Return the row of a case's whole judgment. */
  public int root(int theCase) {
    return roots.get(theCase);
  }

  /**
   * Return the row of a case's verdict: the whole judgment, or its part for the only candidate
   * where candidates were judged together, as in a batch.
   */
  public int verdict(int theCase) {
    int row = root(theCase);
    while (missing(row).filter(w -> w == Why.IN_PARTS).isPresent()) {
      int[] values =
          Arrays.stream(children(row))
              .filter(child -> !step(child).dimension().equals(Step.MADE))
              .toArray();
      if (values.length != 1 || !step(values[0]).dimension().equals(Step.CANDIDATE)) return row;
      row = values[0];
    }
    return row;
  }

  /** Return the case that a row is of, from 0 in the order in which they were added. */
  public int caseOf(int row) {
    return caseOf.get(row);
  }

  /** Return the row above, -1 for a root. */
  public int parent(int row) {
    return parent.get(row);
  }

  /** Return the row behind the last one below this row. */
  public int end(int row) {
    return end.get(row);
  }

  /** Return the rows directly below. */
  public int[] children(int row) {
    var list = new ArrayList<Integer>();
    for (int child = row + 1; child < end(row); child = end(child)) list.add(child);
    return list.stream().mapToInt(i -> i).toArray();
  }

  /** Return the step that leads from the row above to this one; empty words at a root. */
  public Step step(int row) {
    return new Step(texts.get(dimension.get(row)), texts.get(value.get(row)));
  }

  String dimension(int row) {
    return texts.get(dimension.get(row));
  }

  /**
   * Return the rows of values that were asked for, each once: rows below which nothing stands but
   * what was made on the way.
   */
  public int[] asked() {
    return new Asked(this).rows();
  }

  public String question(int row) {
    return texts.get(question.get(row));
  }

  public String by(int row) {
    return texts.get(by.get(row));
  }

  public String rule(int row) {
    return texts.get(rule.get(row));
  }

  /** Tell whether the row is of something written and not of a judgment. */
  public boolean written(int row) {
    return (status.get(row) >> 8 & 1) == JudgmentRows.EXHIBIT;
  }

  /** Return why there is no value, empty where there is one. */
  public Optional<Why> missing(int row) {
    int reason = status.get(row) & 0xff;
    return reason == 0 ? Optional.empty() : Optional.of(Why.values()[reason - 1]);
  }

  /**
   * Return why there is no value in the end: what {@link #missing} says, but for a fold over too
   * few, whose reason is that of the parts where they have one reason only.
   */
  public Optional<Why> reason(int row) {
    Optional<Why> why = missing(row);
    if (why.isEmpty() || why.get() != Why.TOO_FEW) return why;
    var reasons = EnumSet.noneOf(Why.class);
    reasons(row, reasons);
    return reasons.size() == 1 ? Optional.of(reasons.iterator().next()) : why;
  }

  private void reasons(int row, EnumSet<Why> reasons) {
    for (int child : children(row)) {
      Optional<Why> why = missing(child);
      if (why.isEmpty() || step(child).dimension().equals(Step.MADE)) continue;
      boolean below = why.get() == Why.TOO_FEW || why.get() == Why.IN_PARTS;
      if (below && end(child) > child + 1) reasons(child, reasons);
      else reasons.add(why.get());
    }
  }

  /** Return what was found where a value is missing; empty where there is one. */
  public String detail(int row) {
    return detail.get(row) < 0 ? "" : texts.get(detail.get(row));
  }

  /** Tell whether the row holds a verdict. */
  public boolean hasVerdict(int row) {
    return scale.get(row) >= 0;
  }

  /** Return the distribution, empty where the row holds no verdict. */
  public Optional<Distribution> distribution(int row) {
    if (!hasVerdict(row)) return Optional.empty();
    int stop = row + 1 < size() ? massStart.get(row + 1) : mass.size();
    boolean point = stop - massStart.get(row) == 1 && leftOut.get(row) == 0;
    if (!point) return Optional.of(made(row));
    // A verdict that was read from text stands in thousands of rows, and is held once.
    long which = (long) outcome.get(massStart.get(row)) << 32 | scale.get(row);
    var key = which << 4 | status.get(row) >> 9;
    return points.computeIfAbsent(key, k -> Optional.of(made(row)));
  }

  private Distribution made(int row) {
    var weights = new TreeMap<Outcome, Double>();
    int stop = row + 1 < size() ? massStart.get(row + 1) : mass.size();
    for (int i = massStart.get(row); i < stop; i++) {
      weights.put(outcomes.get(outcome.get(i)), mass.get(i));
    }
    Basis basis = Basis.values()[status.get(row) >> 9];
    return Distribution.of(scales.get(scale.get(row)), weights, leftOut.get(row), basis);
  }

  /** Return the mass of an outcome, 0 where it has none or the row holds no verdict. */
  public double mass(int row, Outcome of) {
    int number = outcomes.find(of);
    int stop = row + 1 < size() ? massStart.get(row + 1) : mass.size();
    for (int i = massStart.get(row); i < stop; i++) {
      if (outcome.get(i) == number) return mass.get(i);
    }
    return 0;
  }

  /** Return a signal of a verdict by name. */
  public OptionalDouble signal(int row, String name) {
    int number = texts.find(name);
    int stop = row + 1 < size() ? signalStart.get(row + 1) : signal.size();
    for (int i = signalStart.get(row); i < stop; i++) {
      if (signalName.get(i) == number) return OptionalDouble.of(signal.get(i));
    }
    return OptionalDouble.empty();
  }

  /**
   * Return 64 bits of the key of every call that a row rests on. Equal keys have equal ones; of a
   * million different keys, two have with a chance of one in thirty million.
   */
  public long[] callMarks() {
    long[] marks = new long[callPath.size()];
    long[] ofPath =
        paths.values().stream().mapToLong(p -> Hash.of(p.toString()).toLong()).toArray();
    for (int i = 0; i < marks.length; i++) {
      marks[i] = ByteBuffer.wrap(callHash.get(i * 32, 8)).getLong() ^ ofPath[callPath.get(i)];
    }
    return marks;
  }

  /** Return the calls that the row rests on directly. */
  public List<CallKey> calls(int row) {
    int stop = row + 1 < size() ? callStart.get(row + 1) : callPath.size();
    var keys = new ArrayList<CallKey>();
    for (int i = callStart.get(row); i < stop; i++) {
      keys.add(new CallKey(Hash.ofSum(callHash.get(i * 32, 32)), paths.get(callPath.get(i))));
    }
    return List.copyOf(keys);
  }
}
