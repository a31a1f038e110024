package io.assize.core;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What ends a command: whose fault it is, where, what was found, what is allowed, how it is mended.
 *
 * <p>The message is made from the fields and is meant for a person as it is.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class AssizeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whose fault it is; decides the exit code. */
  public enum Fault {
    /** The user's words or data: 2. */
    USAGE(2),
    /** Not all is done, and it can be resumed: 3. */
    INCOMPLETE(3),
    /** The machine, the network, the endpoint, the disk: 4. */
    ENVIRONMENT(4),
    /** Ours: 70. */
    DEFECT(70);

    private final int exitCode;

    Fault(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Fault fault;
  private final Problem problem;

  /**
   * What went wrong, in the order in which it is told.
   *
   * @param where file with line and column, option, endpoint; empty where there is no place
   * @param found what was found there
   * @param allowed what would have been right; may be empty
   * @param fix what to do; may be empty
   */
  public record Problem(String where, String found, String allowed, String fix) {

    /** Return the lines that a person reads. */
    public String text() {
      var text = new StringBuilder(where.isEmpty() ? found : where + "  " + found);
      if (!allowed.isEmpty()) text.append("\n  allowed: ").append(allowed);
      if (!fix.isEmpty()) text.append("\n  fix: ").append(fix);
      return text.toString();
    }
  }

  private AssizeException(Fault fault, Problem problem, Optional<Throwable> cause) {
    super(problem.text(), cause.orElse(null));
    this.fault = fault;
    this.problem = problem;
  }

  /** The user's words or data are wrong. */
  public static AssizeException usage(String where, String found, String allowed, String fix) {
    return new AssizeException(
        Fault.USAGE, new Problem(where, found, allowed, fix), Optional.empty());
  }

  /** Not everything is done; the same command goes on. */
  public static AssizeException incomplete(String where, String found, String fix) {
    return new AssizeException(
        Fault.INCOMPLETE, new Problem(where, found, "", fix), Optional.empty());
  }

  /** The surroundings do not let us. */
  public static AssizeException environment(
      String where, String found, String fix, Throwable cause) {
    return new AssizeException(
        Fault.ENVIRONMENT, new Problem(where, found, "", fix), Optional.of(cause));
  }

  /** The surroundings do not let us, and no other error says so. */
  public static AssizeException environment(String where, String found, String fix) {
    return new AssizeException(
        Fault.ENVIRONMENT, new Problem(where, found, "", fix), Optional.empty());
  }

  /** We made a mistake. */
  public static AssizeException defect(String found, Throwable cause) {
    return new AssizeException(Fault.DEFECT, new Problem("", found, "", ""), Optional.of(cause));
  }

  /** Return the same, told at another place: as the user knows it. */
  public AssizeException at(String where) {
    var there = new Problem(where, problem.found(), problem.allowed(), problem.fix());
    return new AssizeException(fault, there, Optional.of(this));
  }

  public Fault fault() {
    return fault;
  }

  public Problem problem() {
    return problem;
  }
}
