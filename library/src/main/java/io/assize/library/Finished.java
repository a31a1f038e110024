package io.assize.library;

import io.assize.core.Why;
import io.assize.core.json.Json;
import io.assize.engine.run.Execution;
import io.assize.report.Facts;
import io.assize.report.ResultJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a run came to.
 *
 * @param judges what each judge found, in the order of the configuration
 * @param collected lines that tell of the answers, for a run without judges
 * @param openAnswers how many answers of systems may be had yet
 * @param release of Assize that computed it
 * @param at when
 */
@API(status = API.Status.EXPERIMENTAL)
public record Finished(
    List<Told> judges, List<String> collected, long openAnswers, String release, Instant at) {

  public Finished {
    judges = List.copyOf(judges);
    collected = List.copyOf(collected);
  }

  /**
   * What is told of one judge.
   *
   * @param judged what it found
   * @param plan how the data were read, and what it would take
   * @param facts what is told beside the results, beginning with what it took
   */
  public record Told(Execution.Judged judged, List<String> plan, Facts facts) {

    public Told {
      plan = List.copyOf(plan);
    }

    /** Return the facts with the plan before them. */
    public Facts whole() {
      var head = new ArrayList<>(plan);
      head.addAll(facts.head());
      return new Facts(
          head,
          facts.judge(),
          facts.sameFamily(),
          facts.labelHint(),
          facts.repeatHint(),
          facts.run(),
          facts.next());
    }
  }

  /** Return the results of all judges, by their names: nothing in them depends on time or place. */
  public Json results() {
    var results = Json.object();
    for (Told t : judges) {
      results.put(t.judged().judge().config().name(), ResultJson.of(t.judged().result()));
    }
    return results.build();
  }

  /** Return the two parts of a report: what is computed, and how it was made. */
  public Json document() {
    return Json.object()
        .put("results", results())
        .put(
            "made",
            Json.object()
                .put("assize", release)
                .put("java", Runtime.version().toString())
                .put("at", at.toString())
                .build())
        .build();
  }

  /** Return how many values and answers are still open. */
  public long open() {
    return openAnswers + judges.stream().mapToLong(t -> t.judged().result().replies().open()).sum();
  }

  /** Return what the first value that is open met, empty where none is. */
  public Optional<String> firstFailure() {
    for (Told t : judges) {
      var seen = t.judged().seen();
      for (int row = 0; row < seen.size(); row++) {
        if (seen.missing(row).filter(Why::open).isPresent() && seen.end(row) == row + 1) {
          return Optional.of(seen.detail(row));
        }
      }
    }
    return Optional.empty();
  }
}
