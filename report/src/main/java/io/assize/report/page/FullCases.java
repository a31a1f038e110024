package io.assize.report.page;

import io.assize.core.Candidate;
import io.assize.core.Item;
import io.assize.core.Step;
import io.assize.core.call.CallKey;
import io.assize.core.json.Json;
import io.assize.engine.files.Label;
import io.assize.engine.files.Subject;
import io.assize.engine.observe.Observations;
import io.assize.engine.trial.PairResult;
import io.assize.report.JudgeReport;
import io.assize.report.Safe;
import io.assize.report.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The cases that a page holds whole: what was asked, the answers, the judge's replies, how each was
 * read. Those on which judge and label differ come first, then what is worth a look, flips and
 * changes, missing verdicts, and the rest in order. Each text stands once.
 */
final class FullCases {

  /** Characters of one text. */
  static final int LONGEST = 8_000;

  private final JudgeReport judge;
  private final String run;
  private final Function<CallKey, Optional<String>> replies;
  private final SortedMap<String, List<Label>> labels = new TreeMap<>();
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final List<Json> cases = new ArrayList<>();
  private final TreeSet<Integer> taken = new TreeSet<>();
  private long size;

  private FullCases(JudgeReport judge, String run, Function<CallKey, Optional<String>> replies) {
    this.judge = judge;
    this.run = run;
    this.replies = replies;
    for (Label l : judge.labels()) {
      labels.computeIfAbsent(l.item(), k -> new ArrayList<>()).add(l);
    }
  }

  /**
   * Pick cases and take them whole.
   *
   * @param rows of the judge
   * @param run name of the run, for where the rest is to be had
   * @param most how many at most
   * @param characters of text that they may hold; cases end where these do
   */
  static FullCases of(
      JudgeReport judge,
      List<CaseRow> rows,
      String run,
      Function<CallKey, Optional<String>> replies,
      int most,
      long characters) {
    var full = new FullCases(judge, run, replies);
    var looks = new TreeSet<String>();
    for (PairResult.Look l : judge.told().looks()) looks.add(look(l.item(), l.a(), l.b()));
    List<Integer> order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> rank(rows.get(i), looks)))
            .limit(most)
            .toList();
    for (int i : order) {
      if (full.size > characters) break;
      full.add(i, rows.get(i));
    }
    return full;
  }

  private static String look(String item, String a, String b) {
    return item + "\n" + a + "\n" + b;
  }

  private static int rank(CaseRow r, TreeSet<String> looks) {
    if (r.is(CaseFlag.AGAINST)) return 0;
    String b = r.b().map(c -> c.by().name()).orElse("");
    if (looks.contains(look(r.asked().item().id(), r.a().by().name(), b))) return 1;
    if (r.is(CaseFlag.FLIPS) || r.is(CaseFlag.CHANGED)) return 2;
    return r.is(CaseFlag.NONE) ? 3 : 4;
  }

  /** Return which cases were taken, by their place. */
  TreeSet<Integer> taken() {
    return taken;
  }

  Json json() {
    return Json.object()
        .put("texts", Json.array(texts.keySet(), Json::of))
        .put("cases", Json.array(cases, c -> c))
        .build();
  }

  private void add(int theCase, CaseRow row) {
    taken.add(theCase);
    var names = new TreeMap<String, String>();
    row.asked().candidates().forEach(c -> names.put(c.key(), Safe.brief(c.by().name(), 40)));
    cases.add(
        Json.object()
            .put("case", theCase)
            .put("fields", Json.array(fields(row.asked().item()), f -> f))
            .put("answers", Json.array(answers(row), c -> answer(c)))
            .put("labels", Json.texts(labels(row)))
            .put("shares", shares(theCase, names))
            .put("parts", Json.array(parts(theCase, row.asked().item().id(), names), p -> p))
            .build());
  }

  /** What was asked comes first, then the reference, then the others by name. */
  private List<Json> fields(Item item) {
    var fields = new ArrayList<Json>();
    item.field(Item.INPUT).ifPresent(t -> fields.add(field(Item.INPUT, t, item)));
    item.fields()
        .forEach((name, text) -> {
          if (!name.equals(Item.INPUT)) fields.add(field(name, text, item));
        });
    item.rubric().ifPresent(t -> fields.add(field("rubric", t, item)));
    return fields;
  }

  private Json field(String name, String text, Item item) {
    return Json.object()
        .put("name", Safe.brief(name, 40))
        .put("text", text(text, item.id()))
        .build();
  }

  /** What each rater said of the case, with the reason where one was given. */
  private List<String> labels(CaseRow row) {
    var said = new ArrayList<String>();
    for (Label l : labels.getOrDefault(row.asked().item().id(), List.of())) {
      if (!about(l.subject(), row)) continue;
      said.add(
          Safe.brief(l.rater().name(), 40)
              + ": "
              + Safe.brief(l.value().got().orElse("none"), 60)
              + l.reason().map(r -> ", \"" + Safe.brief(r, 500) + "\"").orElse(""));
    }
    return said;
  }

  private static boolean about(Subject subject, CaseRow row) {
    String a = row.a().by().name();
    return switch (subject) {
      case Subject.Whole w -> true;
      case Subject.Answer x -> x.system().equals(a) && x.sample() == row.a().sample();
      case Subject.Pair p ->
          row.b()
              .map(b -> b.by().name())
              .filter(b -> p.a().equals(a) && p.b().equals(b) || p.a().equals(b) && p.b().equals(a))
              .isPresent();
    };
  }

  private static List<Candidate> answers(CaseRow row) {
    var all = new ArrayList<Candidate>();
    all.add(row.a());
    row.b().ifPresent(all::add);
    return all;
  }

  private Json answer(Candidate c) {
    return Json.object()
        .put("system", Safe.brief(c.by().name(), 60))
        .put("length", c.text().length())
        .put("text", text(c.text(), c.item().id()))
        .build();
  }

  /** The distribution of the whole verdict, likeliest first. */
  private Json shares(int theCase, SortedMap<String, String> names) {
    Observations seen = judge.seen();
    var shares = new ArrayList<Json>();
    seen.distribution(seen.root(theCase))
        .ifPresent(d ->
            Wording.shares(d, k -> names.getOrDefault(k, k))
                .forEach(s ->
                    shares.add(
                        Json.object().put("name", s.name()).put("share", s.mass()).build())));
    return Json.array(shares, s -> s);
  }

  private List<Json> parts(int theCase, String item, SortedMap<String, String> names) {
    var parts = new ArrayList<Json>();
    for (int time = 0; time < judge.occasions().size(); time++) {
      Observations seen = judge.occasions().get(time);
      int root = seen.root(theCase);
      for (int row = root; row < seen.end(root); row++) {
        parts.add(part(seen, row, item, names, time));
      }
    }
    return parts;
  }

  private Json part(
      Observations seen, int row, String item, SortedMap<String, String> names, int time) {
    int depth = 0;
    for (int r = seen.parent(row); r >= 0; r = seen.parent(r)) depth++;
    String again = judge.occasions().size() > 1 ? "time " + (time + 1) + ": " : "";
    String step = depth == 0 ? again + "verdict" : step(seen.step(row), names);
    String says =
        seen.distribution(row)
            .map(d -> Wording.of(d, k -> names.getOrDefault(k, k)))
            .orElseGet(() -> none(seen, row));
    var said = new ArrayList<Json>();
    for (CallKey key : seen.calls(row)) {
      replies.apply(key).ifPresent(t -> said.add(Json.of((long) text(t, item))));
    }
    return Json.object()
        .put("depth", depth)
        .put("step", Safe.brief(step, 120))
        .put("says", Safe.brief(says, 300))
        .put("rule", Safe.brief(seen.rule(row), 40))
        .put("replies", Json.array(said, r -> r))
        .build();
  }

  private static String none(Observations seen, int row) {
    return seen.missing(row)
        .map(w -> w.words() + (seen.detail(row).isEmpty() ? "" : ": " + seen.detail(row)))
        .orElse("written");
  }

  /** A step names candidates by their keys; people know them by their systems. */
  private static String step(Step step, SortedMap<String, String> names) {
    String said = step.value();
    for (var e : names.entrySet()) said = said.replace(e.getKey(), e.getValue());
    return step.dimension() + ": " + said.replace(">", ", then ");
  }

  private int text(String whole, String item) {
    String shown = Safe.terminalLines(whole);
    if (shown.length() > LONGEST) {
      int more = shown.length() - LONGEST;
      shown =
          shown.substring(0, LONGEST)
              + "\n["
              + more
              + " more characters: assize show "
              + run
              + " "
              + Safe.brief(item, 60)
              + "]";
    }
    Integer known = texts.get(shown);
    if (known != null) return known;
    size += Safe.script(shown).getBytes(StandardCharsets.UTF_8).length;
    texts.put(shown, texts.size());
    return texts.size() - 1;
  }
}
