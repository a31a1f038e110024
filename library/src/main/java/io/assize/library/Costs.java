package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.engine.config.RunConfig;
import io.assize.engine.door.Price;
import io.assize.engine.run.Execution;
import io.assize.judges.run.Load;
import io.assize.judges.run.Plan;
import io.assize.report.Numbers;
import io.assize.report.Safe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run costs, in words: calls, tokens as {@link Load} guesses them, dollars where prices are
 * known. A model on this machine costs nothing.
 *
 * @param execution knows the prices
 * @param budget where the run stops
 */
record Costs(Execution execution, RunConfig.Budget budget) {

  private static final int WIDTH = 100;

  /** How the guess is made, for those who ask for the plan alone. */
  static final String HOW =
      "tokens are guessed: 4 characters of a prompt each, a reply up to " + Load.REPLY;

  private Optional<Price> price(String model) {
    return execution
        .price(model)
        .or(() -> isHere(model) ? Optional.of(new Price(0, 0)) : Optional.empty());
  }

  private static boolean isHere(String model) {
    return model.startsWith("ollama/")
        || model.matches("https?://(127\\.[0-9.]+|localhost|\\[::1])([:/#].*)?");
  }

  /** Return dollars, empty where a model's price is not known. */
  Optional<Double> usd(Map<String, Load> loads) {
    double usd = 0;
    for (var e : loads.entrySet()) {
      if (e.getValue().tokens() == 0) continue;
      Optional<Price> price = price(e.getKey());
      if (price.isEmpty()) return Optional.empty();
      usd +=
          (e.getValue().input() * price.get().inputPerMillion()
                  + e.getValue().output() * price.get().outputPerMillion())
              / 1e6;
    }
    return Optional.of(usd);
  }

  /** Return the models that would be asked and whose price is not known. */
  private List<String> unpriced(Map<String, Load> loads) {
    return loads.entrySet().stream()
        .filter(e -> e.getValue().tokens() > 0 && price(e.getKey()).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  static double calls(Map<String, Load> loads) {
    return loads.values().stream().mapToDouble(Load::calls).sum();
  }

  /** Write tokens and dollars: {@code about 310 000 tokens, about $0.21}. */
  String words(Map<String, Load> loads) {
    double tokens = loads.values().stream().mapToDouble(Load::tokens).sum();
    if (tokens == 0) return "";
    Optional<Double> usd = usd(loads);
    return "about "
        + Numbers.about(tokens)
        + " tokens"
        + usd.filter(d -> d > 0).map(d -> ", about " + Numbers.dollars(d)).orElse("")
        + (usd.isEmpty() ? "; no price is known (--price)" : "");
  }

  /** Write how many calls a plan has, over all the times that the judge is asked. */
  static String calls(Plan plan, int times) {
    if (times == 1) {
      return plan + (plan.formula().isBlank() ? "" : " (" + plan.formula() + ")");
    }
    String calls =
        plan.exact()
            ? Numbers.count(times * plan.mostCalls())
            : times * plan.fewestCalls() + " to " + times * plan.mostCalls();
    return calls
        + " calls ("
        + times
        + " times "
        + (plan.formula().isBlank() ? plan.toString() : plan.formula())
        + ")";
  }

  /** Write the plan: one line where it fits, with the cost on a second one where it does not. */
  List<String> plan(String who, String calls, Map<String, Load> all, Map<String, Load> missing) {
    var cost = new ArrayList<String>();
    long kept = Math.round(calls(all) - calls(missing));
    if (kept > 0) cost.add(Numbers.of(kept, "call is kept", "calls are kept"));
    String words = words(missing);
    if (!words.isEmpty()) cost.add(words);
    String first = String.format("%-13s %s", "plan", Safe.terminal(who + calls));
    if (cost.isEmpty()) return List.of(first);
    String behind = String.join("; ", cost);
    if (first.length() + behind.length() + 2 <= WIDTH) return List.of(first + ", " + behind);
    return List.of(first, " ".repeat(14) + behind);
  }

  /** Return what is to be told where the plan goes beyond the limits. */
  List<String> notes(Map<String, Load> missing) {
    var notes = new ArrayList<String>();
    String goes = ": it stops there, and assize resume goes on";
    double calls = calls(missing);
    if (budget.calls().isPresent() && calls > budget.calls().getAsLong()) {
      notes.add(
          String.format("%-13s ", "note")
              + "the plan is beyond the limit of "
              + Numbers.of(budget.calls().getAsLong(), "call", "calls")
              + goes);
    }
    Optional<Double> usd = usd(missing);
    if (budget.usd().isPresent() && usd.isPresent() && usd.get() > budget.usd().getAsDouble()) {
      notes.add(
          String.format("%-13s ", "note")
              + "the plan is beyond the limit of "
              + Numbers.dollars(budget.usd().getAsDouble())
              + goes);
    }
    return notes;
  }

  /**
   * Refuse a limit of money that could stop nothing.
   *
   * @throws AssizeException where a model's price is not known
   */
  void refuseBlind(Map<String, Load> missing) {
    if (budget.usd().isEmpty()) return;
    List<String> unknown = unpriced(missing);
    if (unknown.isEmpty()) return;
    throw AssizeException.usage(
        "",
        "the limit of "
            + Numbers.dollars(budget.usd().getAsDouble())
            + " can stop nothing: the price of "
            + String.join(", ", unknown)
            + " is not known",
        "a price for every model that is asked, in dollars a million tokens read and written",
        "--price 2.50/10, or price: {input: 2.5, output: 10} under models; or --max-calls");
  }
}
