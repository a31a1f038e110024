package io.assize.report;

import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.Baseline;
import io.assize.measures.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lines of a card that comparisons and grades have in common. */
final class CardLines {

  private final Lines lines;
  private final Facts facts;
  private final String unit;

  /**
   * Write into lines.
   *
   * @param unit what is judged, in the plural: {@code pairs}, {@code answers}
   */
  CardLines(Lines lines, Facts facts, String unit) {
    this.lines = lines;
    this.facts = facts;
    this.unit = unit;
  }

  /** Say how often two times agree; the figure does not depend on how many times there are. */
  void again(String what, Estimate same, int times, long changed) {
    lines.item(
        "same " + what + " when asked again",
        same instanceof Estimate.Value v
            ? Numbers.percent(same)
                + "; asked "
                + times
                + " times"
                + (changed > 0 ? ", " + changed + " of " + v.n() + " " + unit + " changed" : "")
                + facts.repeatNote()
            : times > 1
                ? "-   asked " + times + " times, and nothing could be read twice"
                : "not measured   " + facts.repeatHint(),
        "changed when asked again",
        same);
  }

  void family() {
    lines.item(
        "judges its own family",
        facts
            .sameFamily()
            .map(f -> f.isEmpty() ? "no" : "yes: " + Safe.brief(String.join(", ", f), 55))
            .orElse("not known   no name of a model says it for judge and every system"));
  }

  /** Write the table against the labels, or what would give one; then the other baselines. */
  void agreements(List<Agreement> judge, List<Baseline> baselines, String by) {
    if (judge.isEmpty()) {
      lines.item("agrees with people", "not measured   " + facts.labelHint());
      plain(baselines);
    } else {
      lines.add(
          "  "
              + Numbers.pad("agrees with " + Safe.brief(by, 20), 33)
              + Numbers.pad("share of " + unit, 22)
              + "beyond chance (kappa)");
      judge.forEach(a -> row(who(a, baselines), a.share(), a.kappa(), ""));
      long all = judge.getLast().share().n();
      List<Baseline> others = others(judge, baselines);
      List<Baseline> shown = facts.details() ? others : best(others);
      shown.forEach(b -> row(name(b), b.share(), b.kappa(), some(b, all)));
      more(others, shown);
    }
    if (facts.details()) silent(baselines);
  }

  /** A baseline that says what a line above says bears that line's name and its own. */
  private String who(Agreement a, List<Baseline> baselines) {
    return baselines.stream()
        .filter(b -> b.sameAs().filter(a.who()::equals).isPresent())
        .findFirst()
        .map(b -> Safe.brief(a.who(), 10) + ", " + name(b).replace("always ", ""))
        .orElse(a.who());
  }

  private static List<Baseline> others(List<Agreement> judge, List<Baseline> baselines) {
    List<String> above = judge.stream().map(Agreement::who).toList();
    return baselines.stream().filter(b -> b.sameAs().filter(above::contains).isEmpty()).toList();
  }

  /** Say on how many cases a baseline has something to go by, where that is not all of them. */
  private String some(Baseline b, long all) {
    if (!(b.share() instanceof Estimate.Value v) || v.n() >= all) return "";
    return "   on " + v.n() + " of " + all;
  }

  private void row(String who, Estimate share, Estimate kappa, String behind) {
    lines.add(
        "    "
            + Numbers.pad(Safe.brief(who, 30), 31)
            + Numbers.pad(Numbers.percentAligned(share), 22)
            + Numbers.decimal(kappa, 2)
            + behind);
  }

  /** Without labels a baseline can only be set beside the judge. */
  private void plain(List<Baseline> all) {
    for (Baseline b : all) {
      if (b.kind() != Baseline.Kind.RECORDED || !(b.withJudge() instanceof Estimate.Value v)) {
        continue;
      }
      lines.item(
          "says the same as " + Safe.brief(b.name(), 13),
          Numbers.percent(v) + "   recorded in the file, on " + v.n() + " " + unit);
    }
    List<Baseline> baselines =
        all.stream().filter(b -> b.kind() != Baseline.Kind.RECORDED).toList();
    List<Baseline> known =
        baselines.stream().filter(b -> b.withJudge() instanceof Estimate.Value).toList();
    if (facts.details()) {
      if (known.isEmpty()) return;
      lines.add("  " + Numbers.pad("says the same as a plain rule", 33) + "share of verdicts");
      known.forEach(b ->
          lines.add("    " + Numbers.pad(name(b), 31) + Numbers.percentAligned(b.withJudge())));
      return;
    }
    Optional<Baseline> nearest =
        known.stream()
            .filter(b -> b.kind() == Baseline.Kind.WORDS || b.kind() == Baseline.Kind.LENGTH)
            .max(Comparator.comparingDouble(b -> value(b.withJudge())));
    nearest.ifPresent(b ->
        lines.item(
            "says the same as a plain rule",
            Numbers.percent(b.withJudge())
                + ": "
                + name(b)
                + "; "
                + (baselines.size() - 1)
                + " more: --details"));
  }

  /** The best of each kind. */
  private static List<Baseline> best(List<Baseline> of) {
    var best = new ArrayList<Baseline>();
    of.stream().filter(b -> b.kind() == Baseline.Kind.RECORDED).forEach(best::add);
    for (Baseline.Kind kind :
        List.of(
            Baseline.Kind.LENGTH,
            Baseline.Kind.PLACE,
            Baseline.Kind.WORDS,
            Baseline.Kind.NOTHING)) {
      of.stream()
          .filter(b -> b.kind() == kind && b.share() instanceof Estimate.Value)
          .max(Comparator.comparingDouble(b -> value(b.share())))
          .ifPresent(best::add);
    }
    return best;
  }

  private void more(List<Baseline> all, List<Baseline> shown) {
    int more = all.size() - shown.size();
    if (more > 0) lines.add("    " + more + " more baselines: --details");
  }

  private void silent(List<Baseline> all) {
    for (Baseline b : all) {
      if (b.withJudge() instanceof Estimate.Undefined u) {
        lines.add("    " + Numbers.pad(name(b), 31) + "-   " + Safe.brief(u.reason(), 60));
      }
    }
  }

  static double value(Estimate e) {
    return e instanceof Estimate.Value v ? v.estimate() : -1;
  }

  /** Name a baseline as people would. */
  private String name(Baseline b) {
    if (b.kind() == Baseline.Kind.RECORDED) return Safe.brief(b.name(), 19) + ", recorded";
    return name(b.name(), unit);
  }

  static String name(String baseline, String unit) {
    return switch (baseline) {
      case "first" -> "\"the first one\"";
      case "longer" -> "\"the longer one\"";
      case "random" -> "drawn at random";
      case "constant" -> unit.equals("pairs") ? "always a tie" : "always the highest grade";
      case "exact-match" -> "exact match with the reference";
      case "contains" -> "contains the reference";
      case "token-f1" -> "token F1 with the reference";
      case "rouge-l" -> "ROUGE-L with the reference";
      default -> baseline;
    };
  }
}
