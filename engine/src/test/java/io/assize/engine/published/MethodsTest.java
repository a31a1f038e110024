package io.assize.engine.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assize.core.Candidate;
import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Party;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.call.Abilities;
import io.assize.core.call.Reply;
import io.assize.core.scale.Outcome;
import io.assize.engine.docket.Assignment;
import io.assize.engine.door.Limits;
import io.assize.engine.door.MemoryLedger;
import io.assize.engine.door.Records;
import io.assize.engine.door.Schedule;
import io.assize.engine.door.ScriptedModel;
import io.assize.engine.door.Wires;
import io.assize.engine.observe.Observations;
import io.assize.engine.run.Job;
import io.assize.engine.run.Progress;
import io.assize.engine.run.Roster;
import io.assize.engine.run.Runner;
import io.assize.engine.run.Session;
import io.assize.judges.reading.ReplyReader;
import io.assize.judges.recipe.BoundRecipe;
import io.assize.judges.recipe.Recipes;
import io.assize.judges.run.Bench;
import io.assize.judges.run.CustomJudges;
import io.assize.judges.run.RecordedReply;
import io.assize.judges.yaml.YamlNode;
import io.assize.testkit.Paper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Published methods as they are shipped, with their own prompts and reader, on replies that are
 * known: what comes out was worked out by hand.
 */
class MethodsTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Pattern QUALITY = Pattern.compile("quality ([0-9.]+)");

  private final MemoryLedger ledger = new MemoryLedger();
  private final List<String> prompts = Collections.synchronizedList(new ArrayList<>());
  private ScriptedModel model = new ScriptedModel(Abilities.TEXT, (prompt, seed) -> "");

  /** How a model answers a prompt; the seed is another one for each draw. */
  private interface Script {
    String say(String prompt, long seed);
  }

  private void script(Script script) {
    model =
        new ScriptedModel(
            Abilities.TEXT,
            (prompt, seed) -> {
              prompts.add(prompt);
              return script.say(prompt, seed);
            });
  }

  private Observations judge(String recipe, List<Case> cases, String... values) {
    return judge(recipe, cases, Records.NONE, values);
  }

  private Observations judge(String recipe, List<Case> cases, Records records, String... values) {
    var given = new TreeMap<String, YamlNode>();
    for (int i = 0; i < values.length; i += 2) {
      given.put(values[i], YamlNode.value("--set " + values[i], values[i + 1]));
    }
    BoundRecipe bound = Recipes.bundled().get(recipe).bind(given);
    Roster roster = Roster.live(new TreeMap<>(Map.of("model", model)), ledger);
    Bench bench = Bench.of(roster.seats(), CustomJudges.NONE, new ReplyReader());
    var wires = new Wires(Limits.NONE, new TreeMap<>(), CLOCK);
    var session = new Session(ledger, roster, bench, records, wires, Schedule.AT_ONCE, 1);
    var docket = cases.stream().map(c -> new Assignment(c, 1)).toList();
    var job = new Job(recipe, bound.tree(), bound.hash(), Optional.empty(), docket, 0, 1);
    return session.judge(job, Runner.Mode.RESUME, Progress.NONE);
  }

  private static Candidate answer(Item item, String system, String text) {
    return Candidate.of(item, Party.system(system), 0, text);
  }

  private static Item item(String id, String input) {
    return Item.of(id, new TreeMap<>(Map.of("input", input)));
  }

  private static Case pair(String id, double ada, double bob) {
    Item item = item(id, "Question " + id);
    return Case.of(
        item,
        List.of(answer(item, "ada", "quality " + ada), answer(item, "bob", "quality " + bob)));
  }

  private static List<Double> qualities(String text) {
    var found = new ArrayList<Double>();
    Matcher m = QUALITY.matcher(text);
    while (m.find()) found.add(Double.parseDouble(m.group(1)));
    return found;
  }

  private static double grade(Observations seen, int theCase) {
    return seen.distribution(seen.verdict(theCase)).orElseThrow().expected().orElseThrow();
  }

  private static double mass(Observations seen, int theCase, Outcome outcome) {
    return seen.mass(seen.root(theCase), outcome);
  }

  // ---- FairEval

  /** Likes what is shown first by two points, and is kinder in some draws than in others. */
  private static String biased(String prompt, long seed) {
    List<Double> shown = qualities(prompt);
    double mood = Math.floorMod(seed, 3) * 0.5;
    return "Evidence first.\nAssistant 1: %s\nAssistant 2: %s"
        .formatted(shown.get(0) + 1 + mood, shown.get(1) - 1 + mood);
  }

  @Test
  @Paper("C10")
  void bothOrdersAndSeveralDrawsUndoABiasForTheFirstAndTheUnsureGoToPeople() {
    script(MethodsTest::biased);
    var cases = List.of(pair("q1", 3, 7), pair("q2", 7, 3.5), pair("q3", 5, 5.5), pair("q4", 2, 8));
    Observations means = judge("faireval", cases);
    assertThat(model.samples).hasValue(4 * 2 * 3);
    String[] better = {"q1.bob", "q2.ada", "q3.bob", "q4.bob"};
    for (int i = 0; i < 4; i++) {
      assertThat(mass(means, i, new Outcome.Prefer(better[i]))).as(better[i]).isEqualTo(1);
    }
    Observations spread = judge("faireval-entropy", cases);
    // Half a point apart, the bias decides each of the six comparisons: three and three.
    assertThat(mass(spread, 2, new Outcome.Prefer("q3.ada"))).isCloseTo(0.5, within(1e-12));
    assertThat(mass(spread, 3, new Outcome.Prefer("q4.bob"))).isEqualTo(1);
    Observations queue = judge("faireval-queue", cases);
    for (int i = 0; i < 4; i++) {
      assertThat(queue.missing(queue.root(i)).filter(w -> w == Why.PENDING).isPresent())
          .as("a quarter goes to people: the one whose comparisons disagree")
          .isEqualTo(i == 2);
    }
    assertThat(model.samples).as("all three rest on the same calls").hasValue(4 * 2 * 3);
  }

  // ---- WideDeep

  /** Each reviewer keeps to a view, but style gives way to three others who said the same. */
  private static String reviewer(String prompt, long seed) {
    if (prompt.contains("Name the points of view")) return "- facts\n- depth\n- style\n- wit";
    String role = prompt.replaceFirst("(?s).*point of view: (\\w+).*", "$1");
    boolean heard = prompt.contains("What the reviewers");
    return switch (role) {
      case "facts", "depth" -> "I see. [[A]]";
      case "style" -> heard ? "They are right. [[A]]" : "[[B]]";
      default -> "[[B]]";
    };
  }

  @Test
  @Paper(value = "D01", lacks = "kappa and cost by width and depth")
  void reviewersWrittenForTheItemHearOneAnotherAndVote() {
    script(MethodsTest::reviewer);
    Case one = pair("q1", 1, 2);
    Observations deep = judge("widedeep", List.of(one));
    String first = one.keys().getFirst();
    assertThat(mass(deep, 0, new Outcome.Prefer(first))).isEqualTo(1);
    var second = prompts.stream().filter(p -> p.contains("What the reviewers")).toList();
    assertThat(second).hasSize(4);
    for (String role : List.of("facts", "depth", "style", "wit")) {
      assertThat(second)
          .as("every reviewer of the second layer reads what each of the first one said")
          .allMatch(p -> p.substring(p.indexOf("What the reviewers")).contains(role));
    }
    Observations shallow = judge("widedeep", List.of(one), "depth", "1");
    assertThat(mass(shallow, 0, new Outcome.Prefer(first))).as("two and two: a tie").isZero();
    assertThat(mass(shallow, 0, new Outcome.Tie())).isEqualTo(1);
    assertThat(model.samples).as("the roles, and four reviews a layer").hasValue(1 + 4 + 4);
  }

  // ---- RevisEval

  @Test
  @Paper(value = "A10", lacks = "BLEU and embeddings; a table beside a fixed reference and none")
  void anAnswerIsGradedAgainstItsOwnRevisionByModelAndByWords() {
    script((prompt, seed) ->
        prompt.contains("Rewrite the answer")
            ? "Paris is the capital of France"
            : prompt.contains("[Reference]\nParis is the capital of France\n[End of reference]")
                ? "Nearly. [[8]]"
                : "[[1]]");
    Item item = item("q1", "What is Paris?");
    var cases = List.of(Case.of(item, List.of(answer(item, "ada", "Paris is the capital"))));
    assertThat(grade(judge("reviseval", cases), 0)).isEqualTo(8);
    // ROUGE-L: 4 words in common of 4 and of 6, F = 2 x 1 x 2/3 / (1 + 2/3).
    assertThat(grade(judge("reviseval-overlap", cases), 0)).isCloseTo(0.8, within(1e-12));
    assertThat(model.samples).as("revised once, graded once").hasValue(2);
  }

  // ---- BatchEval

  @Test
  @Paper("A04")
  void batchesAreMixedAnewByTheGradesSoFarAndAveraged() {
    var given = new TreeMap<Double, List<Double>>();
    script((prompt, seed) -> {
      if (!prompt.contains("Grade all of them")) return "Notes.";
      var lines = new StringBuilder();
      List<Double> shown = qualities(prompt);
      for (int i = 0; i < shown.size(); i++) {
        double says = shown.get(i) + Math.floorMod(seed + i, 5) * 0.25;
        synchronized (given) {
          given.computeIfAbsent(shown.get(i), q -> new ArrayList<>()).add(says);
        }
        lines.append("Sample ").append(i + 1).append(": ").append(says).append('\n');
      }
      return lines.toString();
    });
    var cases = new ArrayList<Case>();
    for (int i = 1; i <= 8; i++) {
      Item item = item("q" + i, "Question " + i);
      cases.add(Case.of(item, List.of(answer(item, "ada", "quality " + i))));
    }
    Observations grades = judge("batcheval", cases, "size", "4", "rounds", "3");
    for (int i = 1; i <= 8; i++) {
      List<Double> three = given.getOrDefault((double) i, List.of());
      assertThat(three).as("graded once a round").hasSize(3);
      double mean = three.stream().mapToDouble(x -> x).average().orElseThrow();
      assertThat(grade(grades, i - 1)).isCloseTo(mean, within(1e-9));
    }
    var batches = prompts.stream().filter(p -> p.contains("Grade all of them")).toList();
    assertThat(batches).hasSize(6);
    // Dealt out by rank, every batch of a later round holds good and bad answers alike.
    for (String batch : batches.subList(2, 6)) {
      assertThat(qualities(batch).stream().mapToDouble(x -> x).average().orElseThrow())
          .isBetween(4.0, 5.0);
    }
  }

  // ---- Weaver

  @Test
  @Paper(value = "D11", lacks = "a report beside the unweighted vote and the oracle")
  void verifiersAreWeighedByTheirAgreementAloneAndBeatTheUnweightedVote() {
    var random = new SplittableRandom(11);
    var cases = new ArrayList<Case>();
    var says = new TreeMap<String, Double>();
    var right = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      Item item = item("q" + i, "Question " + i);
      var answers = new ArrayList<Candidate>();
      int best = random.nextInt(4);
      for (int c = 0; c < 4; c++) {
        Candidate one = answer(item, "s" + c, "Answer " + c);
        answers.add(one);
        for (int v = 1; v <= 5; v++) {
          // Three tell good from bad four times in five, on scales of their own; two draw lots.
          boolean told = (c == best || c == (best + 1) % 4) == (random.nextInt(10) < 8);
          double score = v <= 3 ? (told ? 0.9 : 0.2) - (c == best ? 0 : 0.05) : random.nextInt(2);
          says.put("v" + v + " " + one.key(), v == 3 ? score / 3 : score);
        }
      }
      right.add(answers.get(best).key() + "|" + answers.get((best + 1) % 4).key());
      cases.add(Case.of(item, answers));
    }
    Observations picked =
        judge("weaver", cases, verifiers(cases, says), "verifiers", "[v1, v2, v3, v4, v5]");
    int weighed = 0;
    int voted = 0;
    for (int i = 0; i < cases.size(); i++) {
      String good = right.get(i);
      Outcome mode = picked.distribution(picked.root(i)).orElseThrow().modes().getFirst();
      if (good.contains(((Outcome.Pick) mode).option())) weighed++;
      if (good.contains(unweighted(cases.get(i), says))) voted++;
    }
    assertThat(weighed).isGreaterThan(voted + 3).isGreaterThan(48);
  }

  private static String unweighted(Case of, Map<String, Double> says) {
    return of.keys().stream()
        .max(
            java.util.Comparator.comparingDouble(key -> {
              double sum = 0;
              for (int v = 1; v <= 5; v++) sum += says.getOrDefault("v" + v + " " + key, 0.0);
              return sum;
            }))
        .orElseThrow();
  }

  private static Records verifiers(List<Case> cases, Map<String, Double> says) {
    var by = new TreeMap<String, String>();
    for (Case c : cases) {
      for (String key : c.keys()) {
        for (int v = 1; v <= 5; v++) {
          var value = new Outcome.Value(says.getOrDefault("v" + v + " " + key, 0.0));
          by.put(
              "verifiers/v" + v + " " + c.alone(key).id(),
              RecordedReply.of(value, Optional.empty()));
        }
      }
    }
    return (source, on, question) ->
        Optional.ofNullable(by.get(source + " " + on))
            .map(text -> new Records.Record(Result.done(Reply.Said.of(text))));
  }

  // ---- TICK

  @Test
  @Paper(value = "A05", lacks = "self-refinement, best of n, forms for people")
  void aChecklistIsWrittenForTheItemAndItsFulfilledShareIsTheGrade() {
    script((prompt, seed) ->
        prompt.contains("Write the questions")
            ? "1. Is it polite?\n2. Is it short?\n3. Does it rhyme?\n4. Is it about rain?"
            : prompt.contains("Question of the checklist: Does it rhyme?")
                ? "It does not.\nVerdict: NO"
                : "It does.\nVerdict: YES");
    Item item = item("q1", "Write about rain.");
    var cases =
        List.of(
            Case.of(item, List.of(answer(item, "ada", "Rain falls."))),
            Case.of(item, List.of(answer(item, "bob", "It rains."))));
    Observations grades = judge("checklist", cases);
    assertThat(grade(grades, 0)).isCloseTo(0.75, within(1e-12));
    assertThat(grade(grades, 1)).isCloseTo(0.75, within(1e-12));
    assertThat(model.samples).as("one list an item, four answers each").hasValue(1 + 2 * 4);
  }

  // ---- Prometheus

  @Test
  @Paper(value = "M16", lacks = "export of records for training")
  void feedbackAndGradeFollowARubricThatDescribesEveryGrade() {
    script((prompt, seed) -> "The response omits [RESULT] of the season. So: [RESULT] 4");
    String rubric = "1: wrong\n2: poor\n3: fair\n4: good\n5: excellent";
    var fields = new TreeMap<>(Map.of("input", "When does it snow?", "reference", "In winter."));
    var item = new Item("q1", "q1", fields, Optional.of(rubric), new TreeSet<>());
    Observations grades =
        judge(
            "prometheus-absolute", List.of(Case.of(item, List.of(answer(item, "ada", "Often.")))));
    assertThat(grade(grades, 0)).isEqualTo(4);
    for (String slot : List.of("When does it snow?", "In winter.", "Often.", "5: excellent")) {
      assertThat(prompts.getFirst()).contains(slot);
    }
    assertThat(Arrays.stream(prompts.getFirst().split("\n"))).contains("1: wrong", "4: good");
  }
}
