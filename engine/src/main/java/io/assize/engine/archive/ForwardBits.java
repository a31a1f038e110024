package io.assize.engine.archive;

import java.util.zip.ZipException;

/** Bits of a byte range from its beginning, the lowest of each byte first. */
final class ForwardBits {

  private final byte[] bytes;
  private final int end;
  private long at;

  ForwardBits(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.end = end;
    this.at = start * 8L;
  }

  int read(int count) throws ZipException {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      int index = (int) (at >> 3);
      if (index >= end) throw new ZipException("a table ends too early");
      value |= (bytes[index] >> (at & 7) & 1) << i;
    }
    return value;
  }

  void back(int count) {
    at -= count;
  }

  /** Return where the next whole byte begins. */
  int nextByte() {
    return (int) ((at + 7) >> 3);
  }
}
