package io.assize.engine.archive;

import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The compressed blocks of one frame: tables and offsets go on from one to the next. */
final class ZstdBlocks {

  private static final int LARGEST = 128 * 1024;

  /** Lengths of literals: bases and further bits, by code. */
  private static final int[] LITERAL_BASE =
      base(
          0, 16, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512, 1024, 2048, 4096, 8192,
          16384, 32768, 65536);

  private static final int[] LITERAL_BITS =
      bits(16, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);

  /** Lengths of copies. */
  private static final int[] MATCH_BASE =
      base(
          3, 32, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195,
          16387, 32771, 65539);

  private static final int[] MATCH_BITS =
      bits(32, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);

  private final Zstd out;
  private final int first;
  private final int[] offsets = {1, 4, 8};
  private @Nullable HuffmanTable literals;
  private final @Nullable FseTable[] tables = new @Nullable FseTable[3];

  /**
   * Begin a frame.
   *
   * @param out takes what comes out
   * @param first where in it the frame begins
   */
  ZstdBlocks(Zstd out, int first) {
    this.out = out;
    this.first = first;
  }

  private static int[] base(int first, int plain, int... more) {
    int[] all = new int[plain + more.length];
    for (int i = 0; i < plain; i++) all[i] = first + i;
    System.arraycopy(more, 0, all, plain, more.length);
    return all;
  }

  private static int[] bits(int plain, int... more) {
    int[] all = new int[plain + more.length];
    System.arraycopy(more, 0, all, plain, more.length);
    return all;
  }

  /** What literals are, and where what follows them begins. */
  private record Literals(byte[] bytes, int next) {}

  void compressed(byte[] from, int start, int end) throws ZipException {
    Literals read = literals(from, start, end);
    int at = read.next();
    int head = from[at++] & 0xff;
    int count = head;
    if (head == 255) {
      count = (from[at] & 0xff) + ((from[at + 1] & 0xff) << 8) + 0x7F00;
      at += 2;
    } else if (head >= 128) {
      count = ((head - 128) << 8) + (from[at++] & 0xff);
    }
    int done = count == 0 ? 0 : sequences(from, at, end, count, read.bytes());
    out.write(read.bytes(), done, read.bytes().length - done);
  }

  // ---- literals

  private Literals literals(byte[] from, int start, int end) throws ZipException {
    int kind = from[start] & 3;
    int form = from[start] >> 2 & 3;
    return kind < 2
        ? plain(from, start, form, kind == 1)
        : packed(from, start, end, form, kind == 3);
  }

  private static Literals plain(byte[] from, int start, int form, boolean one) throws ZipException {
    int header = form == 1 ? 2 : form == 3 ? 3 : 1;
    int size = (int) (number(from, start, header) >> (header == 1 ? 3 : 4));
    if (size > LARGEST) throw new ZipException("a block is too large");
    int at = start + header;
    var bytes = new byte[size];
    if (one) {
      Arrays.fill(bytes, from[at]);
      return new Literals(bytes, at + 1);
    }
    System.arraycopy(from, at, bytes, 0, size);
    return new Literals(bytes, at + size);
  }

  private Literals packed(byte[] from, int start, int end, int form, boolean before)
      throws ZipException {
    int header = form < 2 ? 3 : form + 2;
    int bits = form < 2 ? 10 : form == 2 ? 14 : 18;
    long sizes = number(from, start, header) >> 4;
    int size = (int) (sizes & ((1 << bits) - 1));
    int length = (int) (sizes >> bits & ((1 << bits) - 1));
    int at = start + header;
    int next = at + length;
    if (size > LARGEST || next > end) throw new ZipException("literals are too large");
    if (!before) {
      HuffmanTable.Read read = HuffmanTable.read(from, at, next);
      literals = read.table();
      at = read.next();
    }
    HuffmanTable table = literals;
    if (table == null) throw new ZipException("there is no table of literals to repeat");
    var bytes = new byte[size];
    int made =
        form == 0 ? table.decode(from, at, next, bytes, 0) : four(table, from, at, next, bytes);
    if (made != size) throw new ZipException("literals are missing");
    return new Literals(bytes, next);
  }

  private static int four(HuffmanTable table, byte[] from, int at, int end, byte[] to)
      throws ZipException {
    int start = at + 6;
    int made = 0;
    for (int i = 0; i < 4; i++) {
      int next = i == 3 ? end : start + (int) number(from, at + 2 * i, 2);
      if (next > end) throw new ZipException("literals end too early");
      made = table.decode(from, start, next, to, made);
      start = next;
    }
    return made;
  }

  // ---- sequences

  /** Run them, and return how many literals they took. */
  private int sequences(byte[] from, int start, int end, int count, byte[] literal)
      throws ZipException {
    int modes = from[start] & 0xff;
    int at = start + 1;
    for (Kind kind : Kind.values()) at = table(kind, modes >> kind.shift & 3, from, at, end);
    FseTable lengths = need(Kind.LITERALS);
    FseTable far = need(Kind.OFFSETS);
    FseTable matches = need(Kind.MATCHES);
    var in = new BackwardBits(from, at, end);
    int length = lengths.start(in);
    int offset = far.start(in);
    int match = matches.start(in);
    int done = 0;
    for (int i = 0; i < count; i++) {
      int code = far.symbol(offset);
      if (code > 30) throw new ZipException("a copy from too far away");
      int value = (1 << code) + in.read(code);
      int copied = MATCH_BASE[matches.symbol(match)] + in.read(MATCH_BITS[matches.symbol(match)]);
      int taken =
          LITERAL_BASE[lengths.symbol(length)] + in.read(LITERAL_BITS[lengths.symbol(length)]);
      if (in.left() < 0 || taken > literal.length - done) {
        throw new ZipException("sequences end too early");
      }
      out.write(literal, done, taken);
      done += taken;
      out.copy(offset(value, taken == 0), copied, first);
      if (i == count - 1) break;
      length = lengths.next(length, in);
      match = matches.next(match, in);
      offset = far.next(offset, in);
    }
    if (in.left() != 0) throw new ZipException("sequences do not end where they should");
    return done;
  }

  /** The last three offsets have short names, one further where no literal stands before. */
  private int offset(int value, boolean noLiteral) {
    if (value > 3) {
      offsets[2] = offsets[1];
      offsets[1] = offsets[0];
      offsets[0] = value - 3;
      return offsets[0];
    }
    int place = value - 1 + (noLiteral ? 1 : 0);
    int found = place < 3 ? offsets[place] : offsets[0] - 1;
    if (place > 1) offsets[2] = offsets[1];
    if (place > 0) offsets[1] = offsets[0];
    offsets[0] = found;
    return found;
  }

  /** The three tables, in the order in which they stand. */
  private enum Kind {
    LITERALS(
        6, 9, 36, 6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3,
        2, 1, 1, 1, 1, 1, -1, -1, -1, -1),
    OFFSETS(
        4, 8, 32, 5, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1,
        -1, -1, -1),
    MATCHES(
        2, 9, 53, 6, 1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1);

    private final int shift;
    private final int most;
    private final int symbols;
    private final int accuracy;
    private final int[] usual;

    Kind(int shift, int most, int symbols, int accuracy, int... usual) {
      this.shift = shift;
      this.most = most;
      this.symbols = symbols;
      this.accuracy = accuracy;
      this.usual = usual;
    }
  }

  private FseTable need(Kind kind) throws ZipException {
    FseTable table = tables[kind.ordinal()];
    if (table == null) throw new ZipException("there is no table to repeat");
    return table;
  }

  private int table(Kind kind, int mode, byte[] from, int at, int end) throws ZipException {
    switch (mode) {
      case 0 -> tables[kind.ordinal()] = FseTable.of(kind.accuracy, kind.usual);
      case 1 -> {
        int symbol = from[at] & 0xff;
        if (symbol >= kind.symbols) throw new ZipException("a code of no known meaning");
        tables[kind.ordinal()] = FseTable.always(symbol);
        return at + 1;
      }
      case 2 -> {
        FseTable.Read read = FseTable.read(from, at, end, kind.most, kind.symbols);
        tables[kind.ordinal()] = read.table();
        return read.next();
      }
      default -> need(kind);
    }
    return at;
  }

  private static long number(byte[] from, int start, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) value |= (from[start + i] & 0xffL) << (8 * i);
    return value;
  }
}
