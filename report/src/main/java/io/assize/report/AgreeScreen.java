package io.assize.report;

import io.assize.engine.ratings.RatingResult;
import io.assize.engine.ratings.RatingResult.Kind;
import io.assize.engine.ratings.RatingResult.Row;
import io.assize.engine.ratings.RatingScale;
import io.assize.engine.ratings.Ratings;
import io.assize.measures.Estimate;
import io.assize.measures.Interval;
import io.assize.measures.agreement.KappaWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** How far raters agree, on a terminal: a row for each comparison, then what it means. */
@API(status = API.Status.EXPERIMENTAL)
public final class AgreeScreen {

  /** Sentences are written of so many judges; of more, a table of another command says it. */
  private static final int MOST_SENTENCES = 3;

  private static final int MOST_NAMES = 8;
  private static final int NAME = 25;
  private static final int SHARE = 18;
  private static final int KAPPA = 22;
  private static final int COUNT = 6;

  private final RatingResult result;
  private final boolean details;
  private final Lines lines = new Lines();
  private final List<String> notes = new ArrayList<>();

  private AgreeScreen(RatingResult result, boolean details) {
    this.result = result;
    this.details = details;
  }

  /**
   * Return the lines.
   *
   * @param files as the user named them
   * @param details whether tables of labels and the disagreements follow
   */
  public static List<String> lines(String files, RatingResult result, boolean details) {
    return new AgreeScreen(result, details).all(files);
  }

  private List<String> all(String files) {
    head(files);
    table();
    for (int i = 0; i < notes.size(); i++) lines.paragraph("[" + (i + 1) + "] " + notes.get(i));
    meaning();
    if (details) new AgreeDetails(lines, result).write();
    end();
    return lines.list();
  }

  // ---- how it was read

  private void head(String files) {
    Ratings r = result.ratings();
    String items = units(r);
    String raters = Numbers.of(r.raters().size(), "rater", "raters");
    String read =
        "%s: %s, %s (%s), %s %s"
            .formatted(
                Safe.brief(files, 60),
                items,
                raters,
                names(r.raters()),
                r.scale().words(),
                (r.scale().told() ? "taken as " : "read as ") + r.scale().metricName());
    String hint = hint(r.scale());
    boolean fits = read.length() + hint.length() < 100;
    lines.paragraph(read + (fits ? hint : ""));
    if (!fits) lines.add(hint.strip());
    r.notes().forEach(n -> lines.paragraph("note: " + Safe.terminal(n)));
  }

  /** Return how much was rated: {@code 120 items}, {@code 240 answers to 120 items}. */
  static String units(Ratings r) {
    String items = Numbers.of(r.items(), "item", "items");
    boolean pairs = r.scale().kind() == RatingScale.Kind.PAIRS;
    if (pairs) items = Numbers.of(r.units().size(), "pair", "pairs") + " on " + items;
    else if (r.units().size() > r.items()) {
      items = Numbers.count(r.units().size()) + " answers to " + items;
    }
    return r.groups() < r.items() ? items + " of " + r.groups() + " origins" : items;
  }

  private static String names(List<Ratings.Rater> raters) {
    String some =
        raters.stream()
            .limit(MOST_NAMES)
            .map(r -> {
              String name = Safe.brief(r.name(), 20);
              boolean says = name.toLowerCase(Locale.ROOT).contains("judge");
              return r.judge() && !says ? name + " as judge" : name;
            })
            .collect(Collectors.joining(", "));
    int more = raters.size() - MOST_NAMES;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static String hint(RatingScale scale) {
    if (scale.told()) return "";
    return switch (scale.kind()) {
      case LEVELS ->
          switch (scale.metric()) {
            case ORDINAL -> " (--scale nominal|interval to change)";
            default -> " (--scale ordinal|interval to change)";
          };
      case NUMBERS -> " (--scale nominal|ordinal|ratio to change)";
      case WORDS -> " (in order: --levels LOW,...,HIGH)";
      case PAIRS -> " (--scale ordinal puts the tie between)";
    };
  }

  // ---- the table

  private void table() {
    String kappa =
        switch (result.weights()) {
          case UNWEIGHTED -> "kappa";
          case LINEAR, QUADRATIC -> "weighted kappa";
          case SQUARED_DIFFERENCE -> "concordance";
        };
    boolean alpha = result.rows().stream().anyMatch(r -> r.alpha().isPresent());
    String alphas = "alpha (" + result.ratings().scale().metricName() + ")";
    row("", "agree", kappa, alpha ? alphas : "", "n", "missing");
    for (Row r : result.rows()) row(r);
  }

  private void row(Row r) {
    boolean constant = r.kind() == Kind.CONSTANT;
    boolean counted = r.kind() != Kind.PEOPLE && !constant;
    row(
        name(r),
        cell(r.share(), e -> Numbers.percent(e, 0), 100, 0),
        constant && r.kappa() instanceof Estimate.Value v
            ? Numbers.fixed(v.estimate(), 2)
            : cell(r.kappa(), e -> Numbers.fixed(e, 2), 1, 2),
        r.alpha().map(a -> cell(a, e -> Numbers.fixed(e, 2), 1, 2)).orElse(""),
        counted ? Numbers.count(r.kappa().n()) : "",
        counted ? Numbers.count(r.kappa().missing()) : "");
  }

  private void row(
      String name, String share, String kappa, String alpha, String n, String missing) {
    lines.add(
        column(name, NAME)
            + column(share, SHARE)
            + column(kappa, KAPPA)
            + column(alpha, KAPPA)
            + column(n, COUNT)
            + missing);
  }

  /** What is too wide moves the rest, and never touches it. */
  private static String column(String text, int width) {
    return Numbers.pad(text.length() < width ? text : text + " ", width);
  }

  private static String name(Row r) {
    return switch (r.kind()) {
      case PEOPLE -> "people among them";
      case CONSTANT -> "always \"" + Safe.brief(r.a(), 15) + "\"";
      default -> two(Safe.terminal(r.a()), Safe.terminal(r.b()));
    };
  }

  /** Two names in one column: the longer one is cut first. */
  private static String two(String a, String b) {
    int most = NAME - 4;
    int forA = Math.max(most / 2, most - b.length());
    int forB = Math.max(most / 2, most - a.length());
    return Safe.brief(a, forA) + " - " + Safe.brief(b, forB);
  }

  private interface Shown {
    String of(double value);
  }

  private String cell(Estimate e, Shown shown, double times, int digits) {
    return switch (e) {
      case Estimate.Undefined u -> "- " + note(u.reason());
      case Estimate.Value v ->
          shown.of(v.estimate())
              + v.interval()
                  .map(i -> "  " + range(i, times, digits))
                  .orElseGet(() -> noInterval(v.method()));
    };
  }

  private static String range(Interval i, double times, int digits) {
    return Numbers.fixed(times * i.low(), digits)
        + " to "
        + Numbers.fixed(times * i.high(), digits);
  }

  private String noInterval(String method) {
    int at = method.indexOf("no interval");
    return at < 0 ? "" : " " + note(method.substring(at));
  }

  private String note(String reason) {
    String safe = Safe.terminal(reason);
    if (!notes.contains(safe)) notes.add(safe);
    return "[" + (notes.indexOf(safe) + 1) + "]";
  }

  // ---- what it means

  private void meaning() {
    boolean few = details || result.gaps().size() <= MOST_SENTENCES;
    if (few) result.gaps().forEach(g -> gap(g).ifPresent(lines::paragraph));
    few = details || result.leniencies().size() <= MOST_SENTENCES;
    if (few) result.leniencies().forEach(l -> leniency(l).ifPresent(lines::paragraph));
    else lines.paragraph("How lenient each of the judges is: --details");
    List<Ratings.Rater> people =
        result.ratings().raters().stream().filter(r -> !r.judge()).toList();
    if (people.size() == result.ratings().raters().size()) {
      lines.paragraph("No rater is read as a judge: --judge NAME says which one is.");
    } else if (people.size() == 1) {
      String only = Safe.brief(people.getFirst().name(), 20);
      lines.paragraph(
          "People among them: not measured. Labels of a second person beside "
              + only
              + "'s, on about 30 items, would tell how far a judge can agree at all.");
    }
  }

  private static Optional<String> gap(RatingResult.Gap gap) {
    if (!(gap.less() instanceof Estimate.Value v)) return Optional.empty();
    String judge = Safe.brief(gap.judge(), 20);
    String by =
        Numbers.fixed(Math.abs(v.estimate()), 2) + (v.estimate() < 0 ? " higher" : " lower");
    String range = v.interval().map(i -> " (" + range(i, 1, 2) + ")").orElse("");
    return Optional.of(
        switch (side(v)) {
          case 1 ->
              judge + " agrees with people less than they do among them: kappa " + by + mirrored(v);
          case -1 ->
              judge + " agrees with people more than they do among them: kappa " + by + mirrored(v);
          default ->
              "Whether "
                  + judge
                  + " agrees with people less than they do among them cannot be told: people's kappa"
                  + " less the judge's is "
                  + Numbers.signed(v.estimate(), 2)
                  + range
                  + ".";
        });
  }

  /** The ends of an interval that does not hold 0, without signs. */
  private static String mirrored(Estimate.Value v) {
    return v.interval()
        .map(i -> {
          double low = Math.min(Math.abs(i.low()), Math.abs(i.high()));
          double high = Math.max(Math.abs(i.low()), Math.abs(i.high()));
          return " (" + Numbers.fixed(low, 2) + " to " + Numbers.fixed(high, 2) + ").";
        })
        .orElse(".");
  }

  /** Return 1 or -1 where the interval lies on one side of 0, else 0. */
  private static int side(Estimate.Value v) {
    return v.interval().map(i -> i.low() > 0 ? 1 : i.high() < 0 ? -1 : 0).orElse(0);
  }

  private static Optional<String> leniency(RatingResult.Leniency l) {
    if (!(l.more() instanceof Estimate.Value v)) return Optional.empty();
    String judge = Safe.brief(l.judge(), 20);
    if (l.level().isPresent()) return Optional.of(oftener(judge, l.level().get(), v));
    if (side(v) == 0) {
      return Optional.of(
          "Whether %s is more lenient than people cannot be told: %s points%s."
              .formatted(
                  judge,
                  Numbers.signed(v.estimate(), 2),
                  v.interval().map(i -> " (" + range(i, 1, 2) + ")").orElse("")));
    }
    return Optional.of(
        "%s is %s points %s than people%s"
            .formatted(
                judge,
                Numbers.fixed(Math.abs(v.estimate()), 2),
                v.estimate() > 0 ? "more lenient" : "stricter",
                mirrored(v)));
  }

  private static String oftener(String judge, String level, Estimate.Value v) {
    return "%s says \"%s\" %s than people: %s points%s%s."
        .formatted(
            judge,
            Safe.brief(level, 20),
            side(v) == 0 ? "about as often" : v.estimate() > 0 ? "more often" : "less often",
            Numbers.signed(100 * v.estimate(), 0),
            v.interval().map(i -> " (" + range(i, 100, 0) + ")").orElse(""),
            side(v) == 0 ? ", which cannot be told from none" : "");
  }

  private void end() {
    int n = result.dissents().size();
    if (!details) {
      String which = result.confusions().isEmpty() ? "The " : "Confusion and the ";
      if (n > 0) {
        lines.paragraph(which + Numbers.of(n, "disagreement", "disagreements") + ": --details");
      }
    }
    String intervals =
        result.bootstrap().resamples() == 0
            ? "No intervals were asked for."
            : "Intervals: %s, bootstrap by %s, %s resamples, seed %d."
                .formatted(
                    Numbers.percent(result.bootstrap().level(), 0),
                    result.ratings().groups() < result.ratings().items() ? "origin" : "item",
                    Numbers.count(result.bootstrap().resamples()),
                    result.bootstrap().seed());
    lines.add(intervals + " Methods with citations: --methods");
    lines.add("Tables: --format csv|json|latex");
  }

  /** Return the name of kappa with these weights. */
  static String kappa(KappaWeights weights) {
    return switch (weights) {
      case UNWEIGHTED -> "Cohen's kappa";
      case LINEAR -> "Cohen's kappa with linear weights";
      case QUADRATIC -> "Cohen's kappa with quadratic weights";
      case SQUARED_DIFFERENCE -> "Lin's concordance correlation";
    };
  }
}
