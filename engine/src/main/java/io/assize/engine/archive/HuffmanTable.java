package io.assize.engine.archive;

import java.util.zip.ZipException;

/**
 * A table of Huffman codes for literals.
 *
 * <p>Source: RFC 8878, section 4.2.
 *
 * @param most bits of the longest code
 * @param symbols by the next {@code most} bits
 * @param bits of the code, by the next {@code most} bits
 */
record HuffmanTable(int most, byte[] symbols, byte[] bits) {

  private static final int LONGEST = 11;
  private static final int SYMBOLS = 256;

  /** A table with its end in the bytes that describe it. */
  record Read(HuffmanTable table, int next) {}

  static Read read(byte[] from, int start, int end) throws ZipException {
    if (start >= end) throw new ZipException("a table of literals is missing");
    int head = from[start] & 0xff;
    byte[] weights = new byte[SYMBOLS];
    int next;
    int count;
    if (head >= 128) {
      count = head - 127;
      next = start + 1 + (count + 1) / 2;
      if (next > end) throw new ZipException("a table of literals ends too early");
      for (int i = 0; i < count; i++) {
        int pair = from[start + 1 + i / 2];
        weights[i] = (byte) ((i % 2 == 0 ? pair >> 4 : pair) & 0xf);
      }
    } else {
      next = start + 1 + head;
      if (next > end) throw new ZipException("a table of literals ends too early");
      count = packed(from, start + 1, next, weights);
    }
    return new Read(of(weights, count), next);
  }

  /** Weights are said by two states in turn. */
  private static int packed(byte[] from, int start, int end, byte[] weights) throws ZipException {
    FseTable.Read read = FseTable.read(from, start, end, 6, 13);
    FseTable table = read.table();
    var in = new BackwardBits(from, read.next(), end);
    int[] state = {table.start(in), table.start(in)};
    int count = 0;
    for (int turn = 0; ; turn ^= 1) {
      if (count > SYMBOLS - 3) throw new ZipException("a table of literals is too long");
      weights[count++] = (byte) table.symbol(state[turn]);
      state[turn] = table.next(state[turn], in);
      if (in.left() < 0) {
        weights[count++] = (byte) table.symbol(state[turn ^ 1]);
        return count;
      }
    }
  }

  /** Build a table; the weight of the last symbol is what makes the sum a power of two. */
  private static HuffmanTable of(byte[] weights, int count) throws ZipException {
    int sum = 0;
    for (int i = 0; i < count; i++) if (weights[i] > 0) sum += 1 << (weights[i] - 1);
    int most = sum == 0 ? 0 : FseTable.log2(sum) + 1;
    int left = (1 << most) - sum;
    if (sum == 0 || most > LONGEST || count >= SYMBOLS || Integer.bitCount(left) != 1) {
      throw new ZipException("a table of literals does not sum to its size");
    }
    weights[count] = (byte) (FseTable.log2(left) + 1);
    int[] ranks = new int[most + 2];
    for (int i = 0; i <= count; i++) if (weights[i] > 0) ranks[most + 1 - weights[i]]++;
    int[] place = new int[most + 1];
    for (int b = most; b >= 1; b--) place[b - 1] = place[b] + (ranks[b] << (most - b));
    var symbols = new byte[1 << most];
    var bits = new byte[1 << most];
    for (int s = 0; s <= count; s++) {
      if (weights[s] == 0) continue;
      int length = most + 1 - weights[s];
      int run = 1 << (most - length);
      for (int i = 0; i < run; i++) {
        symbols[place[length] + i] = (byte) s;
        bits[place[length] + i] = (byte) length;
      }
      place[length] += run;
    }
    return new HuffmanTable(most, symbols, bits);
  }

  /** Decode one stream and return where its symbols end. */
  int decode(byte[] from, int start, int end, byte[] to, int at) throws ZipException {
    var in = new BackwardBits(from, start, end);
    int mask = (1 << most) - 1;
    int state = in.read(most);
    int next = at;
    while (in.left() > -most) {
      if (next >= to.length) throw new ZipException("there are too many literals");
      to[next++] = symbols[state];
      int count = bits[state];
      state = (state << count | in.read(count)) & mask;
    }
    if (in.left() != -most) throw new ZipException("literals end inside a code");
    return next;
  }
}
