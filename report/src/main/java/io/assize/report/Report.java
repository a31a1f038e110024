package io.assize.report;

import io.assize.core.call.CallKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * What a run came to, ready for any form.
 *
 * @param name of the run: its folder's name
 * @param judges in the order of the configuration
 * @param open how many values are still open
 * @param made how it was made, in words: nothing else in a report depends on time or place
 * @param replies the text of a reply, empty where it cannot be had
 */
@API(status = API.Status.EXPERIMENTAL)
public record Report(
    String name,
    List<JudgeReport> judges,
    long open,
    String made,
    Function<CallKey, Optional<String>> replies) {

  public Report {
    judges = List.copyOf(judges);
  }
}
