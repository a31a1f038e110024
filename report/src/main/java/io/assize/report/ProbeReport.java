package io.assize.report;

import io.assize.engine.probe.ProbeResult;
import io.assize.engine.trial.Replies;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What probes found of a judge, with what is told beside it.
 *
 * @param judge its name in the run
 * @param recipe by which it judges
 * @param models that it asks, or the file that its words stand in
 * @param run folder of the run, as the user would name it
 * @param result what was found
 * @param replies what came back
 * @param failure what the first value that is open met, where one is
 * @param head how the data were read, and what it would take
 * @param done what it took
 * @param more probes that were not asked for
 * @param saved whether it was written into the run's folder
 * @param release of Assize that computed it
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProbeReport(
    String judge,
    String recipe,
    List<String> models,
    String run,
    ProbeResult result,
    Replies replies,
    Optional<String> failure,
    List<String> head,
    List<String> done,
    Optional<More> more,
    boolean saved,
    String release) {

  public ProbeReport {
    models = List.copyOf(models);
    head = List.copyOf(head);
    done = List.copyOf(done);
  }

  /**
   * Probes that were not asked for.
   *
   * @param probes their names
   * @param calls about how many they would take
   */
  public record More(List<String> probes, double calls) {
    public More {
      probes = List.copyOf(probes);
    }
  }

  /** Return how many values are still open. */
  public long open() {
    return replies.open();
  }

  /** Tell whether a gate at this limit fails. */
  public boolean fails(double limit) {
    return result.effects().stream().anyMatch(e -> e.fails(limit));
  }
}
