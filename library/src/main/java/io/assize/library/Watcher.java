package io.assize.library;

import io.assize.engine.run.Progress;
import java.util.List;
import org.apiguardian.api.API;

/** Hears how a run goes on, for somebody who waits. */
@API(status = API.Status.EXPERIMENTAL)
public interface Watcher extends Progress {

  /** Hears nothing. */
  Watcher NONE = (phase, done, total) -> {};

  /**
   * A judge is ready, and nothing was asked yet.
   *
   * @param lines how the data were read, and what it will take
   */
  default void planned(List<String> lines) {}

  /** A phase is over. */
  default void over() {}
}
