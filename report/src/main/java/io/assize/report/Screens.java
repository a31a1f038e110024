package io.assize.report;

import io.assize.engine.trial.PairResult;
import io.assize.engine.trial.People;
import io.assize.engine.trial.RunResult;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The screen of any result: the answer first, then whether to believe it, then where to look, then
 * what to do next.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Screens {

  private Screens() {}

  /** Return the lines of the four-part answer. */
  public static List<String> lines(RunResult result, Facts facts) {
    return lines(result, Optional.empty(), facts);
  }

  /**
   * Return the lines of the four-part answer.
   *
   * @param people what people say of the judge in sheets
   */
  public static List<String> lines(RunResult result, Optional<People> people, Facts facts) {
    Screen screen = of(result, facts);
    var lines = new Lines().addAll(facts.head());
    lines.section(screen.title());
    screen.body(lines);
    lines.section("CAN THE JUDGE BE BELIEVED");
    screen.card(lines);
    people.ifPresent(p -> new PeopleLines(lines, p, result).card());
    Replied.card(lines, result);
    screen.believed().forEach(lines::sentence);
    look(lines, screen.looks(), facts);
    if (!facts.next().isEmpty()) {
      lines.section("NEXT");
      facts.next().forEach(n -> lines.add("  " + n));
    }
    facts
        .run()
        .ifPresent(run -> {
          lines.add("saved   " + run + "   every request and reply");
          lines.add("        assize replay " + run + " computes the same figures without network");
        });
    return lines.list();
  }

  /** Return the lines of what the labels say of the judge, and the sentence that follows. */
  static List<String> against(RunResult result, Facts facts) {
    Screen screen = of(result, facts);
    var lines = new Lines();
    screen.agreements(lines);
    screen.believed().forEach(lines::sentence);
    return lines.list();
  }

  /** Return the two sentences: the answer, and whether to believe it. */
  public static List<String> quiet(RunResult result, Facts facts) {
    Screen screen = of(result, facts);
    return List.of(screen.answer().getFirst(), String.join(" ", screen.believed()));
  }

  /** Return a sentence in lines of a terminal's width; those behind the first are indented. */
  public static List<String> broken(String sentence) {
    return Lines.broken(sentence, "  ");
  }

  static Screen of(RunResult result, Facts facts) {
    return switch (result) {
      case RunResult.Pairs p -> new PairScreen(p.result(), facts);
      case RunResult.Grades g -> new GradeScreen(g.result(), facts);
    };
  }

  private static void look(Lines lines, List<PairResult.Look> looks, Facts facts) {
    if (looks.isEmpty() || facts.run().isEmpty()) return;
    lines.section("LOOK FIRST");
    for (PairResult.Look l : looks) {
      String systems =
          l.b().isEmpty()
              ? Safe.brief(l.a(), 33)
              : Safe.brief(l.a(), 15) + " - " + Safe.brief(l.b(), 15);
      lines.add(
          "  " + Numbers.pad(Safe.brief(l.item(), 20), 22) + Numbers.pad(systems, 34) + l.reason());
    }
    String first = Safe.brief(looks.getFirst().item(), 40);
    lines.add("  assize show " + facts.run().get() + " " + first);
  }
}
