package io.assize.core;

import org.apiguardian.api.API;

/**
 * Why there is no value. Missing is never zero, and each reason is counted on a line of its own.
 */
@API(status = API.Status.EXPERIMENTAL)
public enum Why {
  /** A reply came and no verdict on the scale could be read from it. */
  UNREADABLE("unreadable", false),
  /** The model refused to judge. */
  REFUSED("refused", false),
  /** The judge was asked and chose to give no verdict. */
  ABSTAINED("abstained", false),
  /** The question does not apply to this case. */
  NOT_APPLICABLE("not applicable", false),
  /** Fewer parts than the quorum have a value. */
  TOO_FEW("too few", false),
  /** Somebody decided, on record, not to wait any longer. */
  GIVEN_UP("given up", false),
  /** The value is not one but several: they stand in the parts. */
  IN_PARTS("in parts", false),
  /** Waits for a person, a budget or something else that is open. */
  PENDING("pending", true),
  /** The outside did not answer after all retries. */
  FAILED("failed", true),
  /**
   * The file that the judgment should stand in does not hold it. Last, because views that are
   * stored tell reasons by their place.
   */
  NOT_RECORDED("not in the file", false);

  private final String words;
  private final boolean open;

  Why(String words, boolean open) {
    this.words = words;
    this.open = open;
  }

  /** Tell whether it may still change: nothing outside is asked on the strength of what is open. */
  public boolean open() {
    return open;
  }

  /** Return the words by which users know it. */
  public String words() {
    return words;
  }

  @Override
  public String toString() {
    return words;
  }
}
