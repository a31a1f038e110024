package io.assize.report;

import io.assize.engine.trial.Agreement;
import io.assize.engine.trial.Baseline;
import io.assize.engine.trial.People;
import io.assize.engine.trial.RunResult;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people say of a judge, in lines: some for the card, all for who has just labelled. */
final class PeopleLines {

  private static final int NAME = 33;
  private static final int SHARE = 22;
  private static final int COUNTED = 32;
  private static final int MOST = 10;

  private final Lines lines;
  private final People people;
  private final boolean shares;
  private final String unit;
  private final List<Baseline> baselines;
  private final long labels;

  PeopleLines(Lines lines, People people, RunResult result) {
    this.lines = lines;
    this.people = people;
    this.shares =
        switch (result) {
          case RunResult.Pairs p -> true;
          case RunResult.Grades g -> g.result().passFail();
        };
    this.unit = result instanceof RunResult.Pairs ? "pairs" : "answers";
    List<Agreement> judged =
        switch (result) {
          case RunResult.Pairs p -> p.result().card().agreements();
          case RunResult.Grades g -> g.result().card().agreements();
        };
    this.baselines =
        switch (result) {
          case RunResult.Pairs p -> p.result().card().baselines();
          case RunResult.Grades g -> g.result().card().baselines();
        };
    this.labels = judged.isEmpty() ? 0 : judged.getLast().share().n();
  }

  /** Write what the card tells: each of several people, and the result as the labels correct it. */
  void card() {
    if (people.persons().size() > 1) {
      lines.add("  " + Numbers.pad("person by person", NAME) + head());
      each();
    }
    if (people.corrected().isEmpty()) return;
    if (unit.equals("pairs") && people.corrected().size() == 2) {
      People.Corrected first = people.corrected().getFirst();
      lines.item("corrected by the labels", sentence(first));
      return;
    }
    lines.add(
        "  "
            + Numbers.pad("corrected by the labels", NAME)
            + Numbers.pad(shares ? "the labels make it" : "mean", SHARE)
            + "the judge alone");
    rows("    ");
  }

  /** Write how far the judge agrees with each, and they with one another. */
  void each() {
    for (People.Person p : people.persons()) {
      row("judge with " + Safe.brief(p.name(), 18), counted(p.share(), p.same()), p.kappa());
    }
    for (People.Between b : people.between()) {
      String who = Safe.brief(b.a(), 12) + " with " + Safe.brief(b.b(), 12);
      row(who, counted(b.share(), -1), b.kappa());
    }
  }

  private static String head() {
    return Numbers.pad("same verdict", COUNTED) + "beyond chance (kappa)";
  }

  /** The best of those who know nothing, on the same labels. */
  private void baseline() {
    baselines.stream()
        .filter(b -> !b.name().equals("random"))
        .filter(b -> b.share() instanceof Estimate.Value v && v.n() >= labels)
        .max(Comparator.comparingDouble(b -> CardLines.value(b.share())))
        .ifPresent(b -> row(CardLines.name(b.name(), unit), counted(b.share(), -1), b.kappa()));
  }

  private void row(String who, String share, Estimate kappa) {
    lines.add(
        "    "
            + Numbers.pad(who, NAME - 2)
            + Numbers.pad(share, COUNTED)
            + Numbers.decimal(kappa, 2));
  }

  private static String counted(Estimate share, long same) {
    String percent = Numbers.pad(Numbers.percentAligned(share), 20);
    if (!(share instanceof Estimate.Value v)) return percent;
    long equal = same >= 0 ? same : Math.round(v.estimate() * v.n());
    return percent + equal + " of " + v.n();
  }

  // ---- who has just labelled sees all of it

  /** Write all of it. */
  void all(Optional<String> run) {
    lines.section("DOES THE JUDGE AGREE WITH PEOPLE");
    lines.add("  " + Numbers.pad("", NAME) + head());
    each();
    baseline();
    people.persons().forEach(this::ofAll);
    disagreements(run);
    if (people.corrected().isEmpty()) return;
    lines.section("THE RESULT, CORRECTED BY THE LABELS");
    lines.add("  " + Numbers.pad("", NAME) + Numbers.pad("corrected", SHARE) + "the judge alone");
    rows("  ");
    if (unit.equals("pairs") && people.corrected().size() == 2) {
      lines.sentence(sentence(people.corrected().getFirst()) + ".");
    }
    people.corrected().stream()
        .flatMap(c -> c.corrected().value().stream())
        .findFirst()
        .ifPresent(v ->
            lines.sentence(
                "By prediction-powered inference: the judge on all "
                    + unit
                    + ", people on "
                    + Numbers.of(people.labelled(), "drawn one", "drawn ones")
                    + ", each weighing what it stands for: a sheet asks more where the judge is in"
                    + " doubt. docs/labels.md says how."));
  }

  private void ofAll(People.Person p) {
    String name = Safe.brief(p.name(), 18);
    if (p.ofAll() instanceof Estimate.Value) {
      lines.item(
          "  " + (people.persons().size() > 1 ? name + ", " : "") + "over all " + unit,
          Numbers.percentAligned(p.ofAll()));
    }
    p.rates()
        .ifPresent(r -> {
          rate("passes what " + name + " passes", r.truePositive(), r.passed());
          rate("fails what " + name + " fails", r.trueNegative(), r.failed());
        });
  }

  private void rate(String what, Estimate rate, long labels) {
    lines.item(
        "  " + what,
        switch (rate) {
          case Estimate.Value v ->
              Numbers.pad(Numbers.percentAligned(rate), 20) + Numbers.of(labels, "label", "labels");
          case Estimate.Undefined u -> "-   " + Safe.brief(u.reason(), 60);
        });
  }

  private void disagreements(Optional<String> run) {
    if (people.disagreements().isEmpty()) return;
    lines.section("WHERE THEY DIFFER");
    List<People.Disagreement> shown =
        people.disagreements().subList(0, Math.min(MOST, people.disagreements().size()));
    for (People.Disagreement d : shown) {
      lines.add(
          "  "
              + Numbers.pad(Safe.brief(d.item(), 14), 16)
              + Numbers.pad("judge: " + Safe.brief(d.judge(), 16), 25)
              + Numbers.pad(
                  (d.by().size() == 1 ? Safe.brief(d.by().getFirst(), 14) : "people")
                      + ": "
                      + Safe.brief(d.people(), 16),
                  26)
              + d.why());
    }
    int more = people.disagreements().size() - shown.size();
    if (more > 0) lines.add("  " + more + " more: --format json has all of them");
    run.ifPresent(
        r -> lines.add("  assize show " + r + " " + Safe.brief(shown.getFirst().item(), 40)));
  }

  private void rows(String indent) {
    for (People.Corrected c : people.corrected()) {
      lines.add(
          indent
              + Numbers.pad(Safe.brief(c.system(), 28), NAME + 2 - indent.length())
              + Numbers.pad(number(c.corrected()), SHARE)
              + (c.corrected() instanceof Estimate.Undefined u
                  ? "   " + Safe.brief(u.reason(), 60)
                  : number(c.naive())));
    }
  }

  private String number(Estimate e) {
    return shares ? Numbers.percentAligned(e) : Numbers.decimal(e, 2);
  }

  private static String sentence(People.Corrected first) {
    String name = Safe.brief(first.system(), 24);
    return switch (first.corrected()) {
      case Estimate.Value v -> name + " wins " + Numbers.percent(v) + ": " + verdict(v);
      case Estimate.Undefined u -> "-   " + Safe.brief(u.reason(), 90);
    };
  }

  private static String verdict(Estimate.Value v) {
    Optional<Interval> i = v.interval();
    if (i.isEmpty()) return "too few labels to say";
    if (i.get().low() > 0.5) return "it leads by the labels too";
    return i.get().high() < 0.5 ? "by the labels it is behind" : "too close to call";
  }
}
