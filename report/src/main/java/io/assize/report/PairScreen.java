package io.assize.report;

import io.assize.engine.trial.PairResult;
import io.assize.engine.trial.Standing;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comparisons on a terminal: the answer first, then whether to believe it, then where to look, then
 * what to do next.
 */
final class PairScreen implements Screen {

  private final PairResult result;
  private final Facts facts;

  PairScreen(PairResult result, Facts facts) {
    this.result = result;
    this.facts = facts;
  }

  @Override
  public String title() {
    return "WHICH IS BETTER";
  }

  @Override
  public void body(Lines lines) {
    answer().forEach(lines::sentence);
    table(lines);
    otherwise().ifPresent(lines::sentence);
    settle().ifPresent(lines::sentence);
  }

  /** What the labels say of the order of many systems, where that is something else. */
  private Optional<String> otherwise() {
    if (result.labelStandings().size() < 3) return Optional.empty();
    Standing best = result.labelStandings().getFirst();
    List<String> judged = result.standings().stream().map(Standing::system).toList();
    int place = judged.indexOf(best.system()) + 1;
    boolean apart =
        result.labelStandings().stream()
            .skip(1)
            .allMatch(s -> high(s.winRate()) < low(best.winRate()));
    if (place <= 1 || !apart) return Optional.empty();
    return Optional.of(
        "The labels put "
            + name(best)
            + " first, clear of the others; the judge puts it "
            + (place == judged.size() ? "last." : "in place " + place + "."));
  }

  @Override
  public List<PairResult.Look> looks() {
    return result.lookFirst();
  }

  // ---- which is better

  @Override
  public List<String> answer() {
    if (result.pairs() == 0) {
      return List.of(
          "Nothing can be said: no pair has a verdict"
              + Absent.words("verdict", result.missing())
              + ".");
    }
    if (result.standings().size() != 2) return List.of(manySystems());
    Standing first = result.standings().get(0);
    Standing second = result.standings().get(1);
    var rate = (Estimate.Value) first.winRate();
    Optional<Interval> i = rate.interval();
    String sentence = name(first) + " " + verb(rate) + " " + name(second) + adverb(rate) + ".";
    String counts =
        "It wins "
            + Numbers.percent(rate.estimate(), 1)
            + " of pairs, ties counted half ("
            + i.map(x -> "95 % interval " + range(x) + "; ").orElse("")
            + Numbers.of(result.pairs(), "pair", "pairs")
            + Absent.words("verdict", result.missing())
            + ").";
    return List.of(sentence, counts);
  }

  private static String verb(Estimate.Value rate) {
    boolean decided = rate.interval().map(i -> i.low() > 0.5).orElse(false);
    return decided ? "beats" : rate.estimate() > 0.5 ? "leads" : "is level with";
  }

  private static String adverb(Estimate.Value rate) {
    double low = rate.interval().map(Interval::low).orElse(0.0);
    if (low > 0.55) return "";
    return low > 0.5 ? ", narrowly" : ", too close to call";
  }

  private String manySystems() {
    Standing first = result.standings().getFirst();
    var level = new ArrayList<String>();
    double low = low(first.winRate());
    for (Standing s : result.standings().subList(1, result.standings().size())) {
      if (high(s.winRate()) >= low) level.add(name(s));
    }
    String leads =
        name(first) + " leads " + Numbers.of(result.standings().size() - 1, "other", "others");
    if (level.isEmpty()) return leads + ".";
    return leads + "; not separated from it: " + String.join(", ", level) + ".";
  }

  private static double low(Estimate e) {
    return e instanceof Estimate.Value v ? v.interval().map(Interval::low).orElse(v.estimate()) : 0;
  }

  private static double high(Estimate e) {
    return e instanceof Estimate.Value v
        ? v.interval().map(Interval::high).orElse(v.estimate())
        : 1;
  }

  private void table(Lines lines) {
    if (result.pairs() == 0) return;
    int width = result.standings().stream().mapToInt(s -> name(s).length()).max().orElse(8) + 3;
    boolean many = result.standings().size() > 2;
    boolean labels = !result.labelStandings().isEmpty();
    if (many) {
      lines.add(
          "  "
              + Numbers.pad("", width)
              + Numbers.pad("the judge says", 22)
              + (labels ? Numbers.pad("the labels say", 22) : "")
              + "won  tied  lost");
    }
    for (Standing s : result.standings()) {
      String name = "  " + Numbers.pad(name(s), width);
      if (many) {
        lines.add(
            name
                + Numbers.pad(Numbers.percentAligned(s.winRate()), 22)
                + (labels ? Numbers.pad(Numbers.percentAligned(byLabels(s)), 22) : "")
                + String.format("%3d  %4d  %4d", s.won(), s.tied(), s.lost()));
      } else if (s == result.standings().getFirst()) {
        lines.add(name + s.won() + " won   " + s.tied() + " tied   " + s.lost() + " lost");
      }
    }
  }

  private Estimate byLabels(Standing s) {
    return result.labelStandings().stream()
        .filter(l -> l.system().equals(s.system()))
        .map(Standing::winRate)
        .findFirst()
        .orElse(new Estimate.Undefined("no label", 0, 0));
  }

  private Optional<String> settle() {
    return result
        .itemsToSettle()
        .value()
        .map(Estimate.Value::estimate)
        .map(n ->
            "To be sure of a lead of this size (80 % power, 5 % level): about "
                + Numbers.about(n)
                + " items.");
  }

  // ---- can the judge be believed

  @Override
  public void card(Lines lines) {
    PairResult.Card card = result.card();
    if (card.bothOrders() > 0) {
      lines.item(
          "same verdict in both orders",
          Numbers.pad(
                  card.sameInBothOrders()
                      .value()
                      .map(v -> Numbers.percent(v.estimate(), 0))
                      .orElse("-"),
                  7)
              + card.flips()
              + " of "
              + card.bothOrders()
              + " flipped",
          "flips",
          card.sameInBothOrders());
      lines.item(
          "leans to the answer shown first",
          lean(card.firstChosen()),
          "chose the first",
          card.firstChosen());
    } else {
      lines.item("same verdict in both orders", "not measured   asked in one order only");
    }
    lines.item("prefers the longer answer", longer(card), "chose the longer", card.longerChosen());
    var common = new CardLines(lines, facts, "pairs");
    common.again("verdict", card.sameAgain(), card.timesAsked(), card.changed());
    agreements(lines);
    common.family();
    if (result.replies().missing().values().stream().anyMatch(n -> n > 0)) {
      lines.item(
          "values that could not be had",
          Absent.values(result.replies(), "never a loss, never a zero"),
          "no verdict");
    }
  }

  private static String lean(Estimate first) {
    if (!(first instanceof Estimate.Value v)) return "-";
    String range =
        v.interval()
            .map(i ->
                " ("
                    + Numbers.signed(100 * (i.low() - 0.5), 0)
                    + " to "
                    + Numbers.signed(100 * (i.high() - 0.5), 0)
                    + (i.contains(0.5) ? ": no clear lean)" : ")"))
            .orElse("");
    return Numbers.pad(Numbers.points(v.estimate()), 12) + range.strip();
  }

  private static String longer(PairResult.Card card) {
    if (!(card.longerChosen() instanceof Estimate.Value v)) return "-";
    String says = Numbers.percent(v.estimate(), 0) + " of its decisions" + range(v);
    return card.longest()
        .map(l ->
            says
                + "; "
                + (l.more() < 0.005
                    ? "all are as long on average"
                    : Safe.brief(l.system(), 30)
                        + " is "
                        + Numbers.percent(l.more(), 0)
                        + " longer"))
        .orElse(says);
  }

  private static String range(Estimate.Value v) {
    return v.interval()
        .map(i ->
            " ("
                + Numbers.fixed(100 * i.low(), 0)
                + " to "
                + Numbers.fixed(100 * i.high(), 0)
                + ")")
        .orElse("");
  }

  @Override
  public void agreements(Lines lines) {
    PairResult.Card card = result.card();
    new CardLines(lines, facts, "pairs")
        .agreements(card.agreements(), card.baselines(), card.goldBy());
  }

  /** The verdict on the judge: only labels can say that it is right. */
  @Override
  public List<String> believed() {
    if (result.pairs() == 0) {
      return List.of("So: nothing can be said of this judge: it gave no verdict.");
    }
    var doubts = new ArrayList<String>();
    PairResult.Card card = result.card();
    double flipped = card.bothOrders() == 0 ? 0 : (double) card.flips() / card.bothOrders();
    if (flipped > 0.25) {
      doubts.add(
          "it contradicts itself on "
              + Numbers.percent(flipped, 0)
              + " of pairs when the order is swapped");
    }
    if (card.firstChosen() instanceof Estimate.Value v
        && v.interval().filter(i -> i.low() > 0.5).isPresent()) {
      doubts.add("it favours the answer that is shown first");
    }
    if (card.firstChosen() instanceof Estimate.Value v
        && v.interval().filter(i -> i.high() < 0.5).isPresent()) {
      doubts.add("it favours the answer that is shown last");
    }
    if (card.longerChosen() instanceof Estimate.Value v
        && v.interval().filter(i -> i.low() > 0.5).isPresent()) {
      doubts.add("it favours the longer answer, so part of a lead may be length");
    }
    String so =
        doubts.isEmpty() ? "no bias stands out in what was measured" : String.join("; ", doubts);
    if (card.agreements().isEmpty()) {
      return List.of(
          "So: " + so + "; no person has checked this judge yet, and consistent is not right.");
    }
    return List.of("So: " + so + "; " + againstLabels(card) + ".");
  }

  private static String againstLabels(PairResult.Card card) {
    // The last one is what the standings rest on.
    return AgainstLabels.words(
        card.agreements().getLast(),
        "do not rank systems by it",
        "do not rank systems by this judge alone");
  }

  private static String name(Standing s) {
    return Safe.brief(s.system(), 30);
  }

  private static String range(Interval i) {
    return Numbers.fixed(100 * i.low(), 1) + " to " + Numbers.fixed(100 * i.high(), 1);
  }
}
