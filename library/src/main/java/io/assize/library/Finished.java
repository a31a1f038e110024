package io.assize.library;

import io.assize.core.Why;
import io.assize.core.json.Json;
import io.assize.engine.door.Meter;
import io.assize.engine.run.Answering;
import io.assize.engine.run.Execution;
import io.assize.engine.trial.People;
import io.assize.report.Facts;
import io.assize.report.Numbers;
import io.assize.report.PeopleJson;
import io.assize.report.ResultJson;
import io.assize.report.Safe;
import io.assize.report.Screens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What a run came to.
 *
 * @param judges what each judge found, in the order of the configuration
 * @param collected lines that tell of the answers, for a run without judges
 * @param inputs what was judged, and what systems did not answer
 * @param used what went out in this sitting
 * @param release of Assize that computed it
 * @param at when
 */
@API(status = API.Status.EXPERIMENTAL)
public record Finished(
    List<Told> judges,
    List<String> collected,
    Answering.Answered inputs,
    Meter.Count used,
    String release,
    Instant at) {

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
   * @param people what people say of it in sheets, where they do
   */
  public record Told(
      Execution.Judged judged, List<String> plan, Facts facts, Optional<People> people) {

    public Told {
      plan = List.copyOf(plan);
    }

    /** Return the name of the judge. */
    public String name() {
      return judged.judge().config().name();
    }

    /** Return it with all that is known shown, or the short form. */
    public Told withDetails(boolean details) {
      return new Told(judged, plan, facts.withDetails(details), people);
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
          facts.repeatNote(),
          facts.run(),
          facts.next(),
          facts.details());
    }
  }

  /** Return the results of all judges, by their names: nothing in them depends on time or place. */
  public Json results() {
    var results = Json.object();
    for (Told t : judges) {
      results.put(t.name(), PeopleJson.with(ResultJson.of(t.judged().result()), t.people()));
    }
    return results.build();
  }

  /**
   * Return the lines of the screen.
   *
   * @param plan whether the plan stands in it; else it was told before
   */
  public List<String> screen(boolean plan) {
    return screen(plan, false);
  }

  /**
   * Return the lines of the screen.
   *
   * @param details whether all that is known is shown
   */
  public List<String> screen(boolean plan, boolean details) {
    var lines = new ArrayList<String>();
    for (Told told : judges) {
      Told t = told.withDetails(details);
      if (judges.size() > 1) lines.add("JUDGE " + Safe.terminal(t.name()));
      lines.addAll(Screens.lines(t.judged().result(), t.people(), plan ? t.whole() : t.facts()));
    }
    return List.copyOf(lines);
  }

  /** Return two sentences for each judge: the answer, and whether to believe it. */
  public List<String> answer() {
    var lines = new ArrayList<String>();
    for (Told t : judges) {
      if (judges.size() > 1) lines.add("JUDGE " + Safe.terminal(t.name()));
      lines.addAll(Screens.quiet(t.judged().result(), t.facts()));
    }
    return List.copyOf(lines);
  }

  /** Return the two parts of a report: what is computed, and how it was made. */
  public Json document() {
    return Json.object()
        .put("results", results())
        .put(
            "made",
            Json.object()
                .put("assize", release)
                .put("data", inputs.sum().toString())
                .put("java", Runtime.version().toString())
                .put("at", at.toString())
                .put("calls", used.attempts())
                .put("inputTokens", used.input())
                .put("outputTokens", used.output())
                .put("usd", used.usd())
                .build())
        .build();
  }

  /** Tell whether a document says the same, of the same data, made by the same release. */
  boolean sameAs(Json document) {
    Json mine = document();
    return Stream.of("results", "made.assize", "made.data")
        .allMatch(path -> at(mine, path).isPresent() && at(mine, path).equals(at(document, path)));
  }

  private static Optional<Json> at(Json document, String path) {
    Optional<Json> at = Optional.of(document);
    for (String name : path.split("\\.")) at = at.flatMap(json -> json.get(name));
    return at;
  }

  /** Return how it was made, in words. */
  public String made() {
    return "Made by Assize "
        + release
        + " at "
        + at.truncatedTo(ChronoUnit.SECONDS)
        + " from what was recorded; the same run gives the same figures without network.";
  }

  /** Return how many values are still open: verdicts, and answers of systems. */
  public long open() {
    return judges.stream().mapToLong(t -> t.judged().result().replies().open()).sum()
        + inputs.missing().stream()
            .filter(g -> g.why().open())
            .mapToLong(Answering.Gap::count)
            .sum();
  }

  /** Return in words how many values are open. */
  public static String stillOpen(long values) {
    return Numbers.of(values, "value is", "values are") + " still open";
  }

  Finished with(List<Told> some) {
    return new Finished(some, collected, inputs, used, release, at);
  }

  /** Return what the first value that is open met, empty where none is. */
  public Optional<String> firstFailure() {
    for (Answering.Gap g : inputs.missing()) if (g.why().open()) return Optional.of(g.first());
    for (Told t : judges) {
      var seen = t.judged().seen();
      for (int row : seen.asked()) {
        if (seen.missing(row).filter(Why::open).isPresent()) {
          return Optional.of(seen.detail(row));
        }
      }
    }
    return Optional.empty();
  }
}
