package io.assize.engine.archive;

import java.util.zip.ZipException;

/**
 * Bits of a byte range from its end. The highest set bit of the last byte is a mark; before the
 * beginning there are zeros.
 */
final class BackwardBits {

  private final byte[] bytes;
  private final int start;
  private int left;

  BackwardBits(byte[] bytes, int start, int end) throws ZipException {
    if (end <= start || bytes[end - 1] == 0) throw new ZipException("a stream has no end mark");
    this.bytes = bytes;
    this.start = start;
    int mark = 31 - Integer.numberOfLeadingZeros(bytes[end - 1] & 0xff);
    this.left = (end - start - 1) * 8 + mark;
  }

  /** Return how many bits are left; negative where more were read than there are. */
  int left() {
    return left;
  }

  int read(int count) {
    left -= count;
    int value = 0;
    int from = Math.max(left, 0);
    for (int bit = left + count - 1; bit >= from; bit--) {
      value = value << 1 | bytes[start + (bit >> 3)] >> (bit & 7) & 1;
    }
    return left < 0 ? value << Math.min(31, from - left) : value;
  }
}
