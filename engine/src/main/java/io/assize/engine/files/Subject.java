package io.assize.engine.files;

import org.apiguardian.api.API;

/** What a label or a recorded reply is about, within its item. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Subject {

  /** The item as a whole, or the only answer to it. */
  record Whole() implements Subject {}

  /**
   * One answer.
   *
   * @param system whose it is
   * @param sample its number, from 0
   */
  record Answer(String system, int sample) implements Subject {}

  /**
   * Two answers that are compared.
   *
   * @param a the system that the file calls a
   * @param b the system that the file calls b
   * @param shown which of them was shown first
   */
  record Pair(String a, String b, Shown shown) implements Subject {

    /** Return how one of several answers of a system is named in a pair: {@code v1#2}. */
    public static String numbered(String system, int sample) {
      return system + "#" + sample;
    }
  }

  /** Which answer of a pair was shown first. */
  enum Shown {
    /** The file does not say it: a person, or a judge whose order was not kept. */
    NOT_TOLD,
    /** The first, {@code a}. */
    A_FIRST,
    /** The second, {@code b}. */
    B_FIRST
  }
}
