package io.assize.report;

import io.assize.core.scale.Basis;
import io.assize.core.scale.Distribution;
import io.assize.core.scale.Outcome;
import io.assize.core.scale.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/** Says verdicts in a user's words: systems by name, levels by label, likeliest first. */
@API(status = API.Status.EXPERIMENTAL)
public final class Wording {

  private static final int MOST = 6;

  private Wording() {}

  /**
   * Say a verdict: {@code careful 0.53, fluent 0.47 (from token probabilities; 0.02 left out)}.
   *
   * @param name of the system that a candidate's key stands for
   */
  public static String of(Distribution verdict, UnaryOperator<String> name) {
    List<Map.Entry<Outcome, Double>> all =
        verdict.masses().entrySet().stream()
            .sorted(Map.Entry.<Outcome, Double>comparingByValue().reversed())
            .toList();
    var said = new ArrayList<String>();
    for (var e : all.subList(0, Math.min(MOST, all.size()))) {
      String outcome = of(e.getKey(), verdict.scale(), name);
      said.add(all.size() == 1 ? outcome : outcome + " " + Numbers.fixed(e.getValue(), 2));
    }
    if (all.size() > MOST) said.add("and " + (all.size() - MOST) + " more");
    var how = new ArrayList<String>();
    if (verdict.basis() != Basis.STATED) how.add(basis(verdict.basis()));
    if (verdict.leftOut() > 0) how.add(Numbers.fixed(verdict.leftOut(), 2) + " left out");
    return String.join(", ", said) + (how.isEmpty() ? "" : " (" + String.join("; ", how) + ")");
  }

  /**
   * One outcome of a verdict.
   *
   * @param name in a user's words
   * @param mass its share, in [0, 1]
   */
  public record Share(String name, double mass) {}

  /** Return what a verdict is made of, likeliest first; beyond the sixth only their sum. */
  public static List<Share> shares(Distribution verdict, UnaryOperator<String> name) {
    var shares = new ArrayList<Share>();
    double rest = 0;
    for (var e :
        verdict.masses().entrySet().stream()
            .sorted(Map.Entry.<Outcome, Double>comparingByValue().reversed())
            .toList()) {
      if (shares.size() < MOST) {
        shares.add(new Share(of(e.getKey(), verdict.scale(), name), e.getValue()));
      } else {
        rest += e.getValue();
      }
    }
    if (rest > 0) shares.add(new Share("others", rest));
    return shares;
  }

  private static String of(Outcome outcome, Scale scale, UnaryOperator<String> name) {
    return switch (outcome) {
      case Outcome.Level l ->
          scale instanceof Scale.Levels levels
              ? levels.levels().get(l.index()).label()
              : Integer.toString(l.index());
      case Outcome.Value v -> Numbers.fixed(v.value(), 2);
      case Outcome.Pick p -> name.apply(p.option());
      case Outcome.Subset s ->
          s.options().isEmpty() ? "none" : String.join(" + ", each(List.copyOf(s.options()), name));
      case Outcome.Prefer p -> name.apply(p.key());
      case Outcome.Tie t -> "tie";
      case Outcome.Order o -> String.join(" > ", each(o.keys(), name));
    };
  }

  private static List<String> each(List<String> keys, UnaryOperator<String> name) {
    return keys.stream().map(name).toList();
  }

  private static String basis(Basis basis) {
    return switch (basis) {
      case STATED -> "stated";
      case TOKENS -> "from token probabilities";
      case SAMPLES -> "from several samples";
      case POOLED -> "averaged";
      case FITTED -> "fitted";
      case COMPUTED -> "computed";
    };
  }
}
