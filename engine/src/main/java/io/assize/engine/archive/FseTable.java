package io.assize.engine.archive;

import java.util.zip.ZipException;

/**
 * A table of finite-state entropy.
 *
 * <p>Source: RFC 8878, Zstandard Compression, sections 4.1.1 (description of a table, building it).
 *
 * @param accuracy bits of a state
 * @param symbols by state
 * @param bits to read for the next state, by state
 * @param bases to which they are added, by state
 */
record FseTable(int accuracy, byte[] symbols, byte[] bits, int[] bases) {

  /** A table with its end in the bytes that describe it. */
  record Read(FseTable table, int next) {}

  /** Build the table of these frequencies; -1 stands for less than one. */
  static FseTable of(int accuracy, int[] frequencies) throws ZipException {
    int size = 1 << accuracy;
    var symbols = new byte[size];
    int[] next = new int[frequencies.length];
    int high = size;
    for (int s = 0; s < frequencies.length; s++) {
      if (frequencies[s] == -1) {
        if (--high < 0) throw new ZipException("a table is too full");
        symbols[high] = (byte) s;
        next[s] = 1;
      }
    }
    int step = (size >> 1) + (size >> 3) + 3;
    int position = 0;
    for (int s = 0; s < frequencies.length; s++) {
      if (frequencies[s] <= 0) continue;
      next[s] = frequencies[s];
      for (int i = 0; i < frequencies[s]; i++) {
        symbols[position] = (byte) s;
        do {
          position = (position + step) & (size - 1);
        } while (position >= high && high > 0);
      }
    }
    if (position != 0) throw new ZipException("a table does not sum to its size");
    var bits = new byte[size];
    int[] bases = new int[size];
    for (int i = 0; i < size; i++) {
      int state = next[symbols[i] & 0xff]++;
      bits[i] = (byte) (accuracy - log2(state));
      bases[i] = (state << bits[i]) - size;
    }
    return new FseTable(accuracy, symbols, bits, bases);
  }

  /** Make the table that always says one symbol. */
  static FseTable always(int symbol) {
    return new FseTable(0, new byte[] {(byte) symbol}, new byte[1], new int[1]);
  }

  /** Read a table's description. */
  static Read read(byte[] from, int start, int end, int most, int symbols) throws ZipException {
    var in = new ForwardBits(from, start, end);
    int accuracy = in.read(4) + 5;
    if (accuracy > most) throw new ZipException("a table is too exact");
    int remaining = 1 << accuracy;
    int[] frequencies = new int[symbols];
    int symbol = 0;
    while (remaining > 0 && symbol < symbols) {
      int bits = log2(remaining + 1) + 1;
      int value = in.read(bits);
      int mask = (1 << (bits - 1)) - 1;
      int threshold = (1 << bits) - 1 - (remaining + 1);
      if ((value & mask) < threshold) {
        in.back(1);
        value &= mask;
      } else if (value > mask) {
        value -= threshold;
      }
      int frequency = value - 1;
      remaining -= Math.abs(frequency);
      frequencies[symbol++] = frequency;
      if (frequency == 0) symbol += zeros(in);
    }
    if (remaining != 0 || symbol > symbols) throw new ZipException("a table has too many symbols");
    return new Read(of(accuracy, frequencies), in.nextByte());
  }

  private static int zeros(ForwardBits in) throws ZipException {
    int all = 0;
    int repeat;
    do {
      repeat = in.read(2);
      all += repeat;
    } while (repeat == 3);
    return all;
  }

  int start(BackwardBits in) {
    return in.read(accuracy);
  }

  int symbol(int state) {
    return symbols[state] & 0xff;
  }

  int next(int state, BackwardBits in) {
    return bases[state] + in.read(bits[state]);
  }

  static int log2(int value) {
    return 31 - Integer.numberOfLeadingZeros(value);
  }
}
