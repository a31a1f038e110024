package io.assize.library;

import io.assize.core.Case;
import io.assize.core.Item;
import io.assize.core.Result;
import io.assize.core.Why;
import io.assize.core.scale.Distribution;
import io.assize.engine.observe.Observations;
import io.assize.engine.run.Execution;
import io.assize.engine.trial.Decision;
import io.assize.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * One case of a run: an answer that was graded, or two that were compared.
 *
 * @param asked the item and the answers to it
 * @param verdict a distribution over the scale, or why there is none
 */
@API(status = API.Status.EXPERIMENTAL)
public record Row(Case asked, Result<Distribution> verdict) {

  static List<Row> of(Execution.Judged judged) {
    Observations seen = judged.seen();
    var rows = new ArrayList<Row>();
    for (int c = 0; c < judged.judge().docket().size(); c++) {
      int root = seen.verdict(c);
      Result<Distribution> verdict =
          seen.distribution(root)
              .map(Result::done)
              .orElseGet(() ->
                  Result.missing(seen.reason(root).orElse(Why.NOT_APPLICABLE), seen.detail(root)));
      rows.add(new Row(judged.judge().docket().get(c).asked(), verdict));
    }
    return List.copyOf(rows);
  }

  /** Return what the systems were asked. */
  public Item item() {
    return asked.item();
  }

  /** Return whose answers were judged, by name: the order in which they were shown varies. */
  public List<String> systems() {
    return asked.candidates().stream().map(c -> c.by().name()).sorted().toList();
  }

  /** Return the system whose answer is better; empty for a tie, a grade or no verdict. */
  public Optional<String> better() {
    return verdict
        .got()
        .filter(d -> d.expected().isEmpty())
        .map(Decision::of)
        .flatMap(d ->
            d instanceof Decision.Better b
                ? Optional.of(asked.candidate(b.key()).by().name())
                : Optional.empty());
  }

  /** Return the expected grade; empty for a comparison or no verdict. */
  public OptionalDouble grade() {
    return verdict.got().map(Distribution::expected).orElse(OptionalDouble.empty());
  }

  /** Return it in words: {@code q1 v2 is better (v1, v2)}, {@code q1 0.75 (v1)}. */
  @Override
  public String toString() {
    return item().id() + "  " + says() + " (" + String.join(", ", systems()) + ")";
  }

  private String says() {
    if (verdict instanceof Result.Missing<Distribution> m) return m.toString();
    if (grade().isPresent()) return Numbers.fixed(grade().getAsDouble(), 2);
    return better().map(b -> b + " is better").orElse("tie");
  }
}
