package io.assize.engine.archive;

import java.io.ByteArrayOutputStream;
import java.util.zip.ZipException;

/**
 * Unpack Zstandard.
 *
 * <p>Source: RFC 8878, Zstandard Compression and the 'application/zstd' Media Type, section 3.1.
 *
 * <p>Differs: no dictionaries; a frame's own checksum is passed over, since a zip has a sum for
 * each entry.
 */
final class Zstd {

  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;

  private final byte[] from;
  private final int most;
  private int at;
  private byte[] out;
  private int size;

  private Zstd(byte[] from, int most) {
    this.from = from;
    this.most = most;
    this.out = new byte[Math.max(1024, Math.min(most, from.length * 4))];
  }

  /**
   * Unpack all frames.
   *
   * @param most bytes that may come out
   * @throws ZipException where it is no such thing, or more comes out
   */
  static byte[] unpack(byte[] packed, int most) throws ZipException {
    var zstd = new Zstd(packed, most);
    try {
      while (zstd.at < packed.length) zstd.frame();
    } catch (IndexOutOfBoundsException e) {
      var broken = new ZipException("packed bytes are broken or cut");
      broken.initCause(e);
      throw broken;
    }
    var all = new ByteArrayOutputStream(zstd.size);
    all.write(zstd.out, 0, zstd.size);
    return all.toByteArray();
  }

  private void frame() throws ZipException {
    int magic = (int) number(4);
    if ((magic & ~0xf) == SKIPPABLE) {
      at += Math.toIntExact(Math.min(number(4), from.length));
      return;
    }
    if (magic != MAGIC) throw new ZipException("no Zstandard");
    int descriptor = (int) number(1);
    boolean single = (descriptor >> 5 & 1) == 1;
    if (!single) at++; // The window: all that came out is kept.
    int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
    if (number(dictionary) != 0) throw new ZipException("a dictionary is needed");
    int flag = descriptor >> 6;
    at += flag == 0 ? single ? 1 : 0 : 1 << flag; // The size that is stated is not believed.
    var blocks = new ZstdBlocks(this, size);
    boolean last;
    do {
      int head = (int) number(3);
      last = (head & 1) == 1;
      int length = head >> 3;
      switch (head >> 1 & 3) {
        case 0 -> {
          write(from, at, length);
          at += length;
        }
        case 1 -> repeat(from[at++], length);
        case 2 -> {
          blocks.compressed(from, at, at + length);
          at += length;
        }
        default -> throw new ZipException("a block of no known kind");
      }
    } while (!last);
    if ((descriptor >> 2 & 1) == 1) at += 4;
  }

  private long number(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) value |= (from[at++] & 0xffL) << (8 * i);
    return value;
  }

  private void room(int more) throws ZipException {
    if (more < 0 || more > most - size) throw new ZipException("more comes out than may");
    if (size + more <= out.length) return;
    out =
        java.util.Arrays.copyOf(out, (int) Math.min(most, Math.max(size + more, out.length * 2L)));
  }

  void write(byte[] bytes, int start, int length) throws ZipException {
    room(length);
    System.arraycopy(bytes, start, out, size, length);
    size += length;
  }

  private void repeat(byte value, int length) throws ZipException {
    room(length);
    java.util.Arrays.fill(out, size, size + length, value);
    size += length;
  }

  /** Copy what stands so far back, byte by byte: it may overlap what is written. */
  void copy(int offset, int length, int first) throws ZipException {
    if (offset <= 0 || offset > size - first) throw new ZipException("a copy from nowhere");
    room(length);
    for (int i = 0; i < length; i++) out[size] = out[size++ - offset];
  }
}
