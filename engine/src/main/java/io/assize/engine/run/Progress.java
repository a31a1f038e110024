package io.assize.engine.run;

import org.apiguardian.api.API;

/** Hears how far a run is. Called from one thread, once a case. */
@API(status = API.Status.EXPERIMENTAL)
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (phase, done, total) -> {};

  /**
   * One more case is done, or open.
   *
   * @param phase what is being done: {@code judging}, {@code fitting limit}, {@code round 2}
   * @param done cases so far
   * @param total cases in this phase
   */
  void on(String phase, int done, int total);

  /** Return it for one of several times that a judge is asked: the phase says which. */
  default Progress time(int occasion, int times) {
    return times == 1
        ? this
        : (phase, done, total) ->
            on(phase + " (time " + (occasion + 1) + " of " + times + ")", done, total);
  }
}
