package io.assize.engine.observe;

import io.assize.engine.observe.Columns.Dictionary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;

/**
 * The texts that the rows of a case name, which stand before them. Those of one case are often
 * those of another: then they are read once.
 */
final class RowNames {

  private static final int HELD = 32;

  private final Dictionary<String> texts;
  private final LinkedHashMap<ByteBuffer, Table> last = new LinkedHashMap<>();

  /**
   * Make a reader.
   *
   * @param texts where texts that stand in columns get their numbers
   */
  RowNames(Dictionary<String> texts) {
    this.texts = texts;
  }

  /** The texts of a case. */
  final class Table {
    private final String[] strings;
    private final int[] numbers;

    private Table(ByteBuffer in) {
      strings = new String[varint(in)];
      numbers = new int[strings.length];
      Arrays.fill(numbers, -1);
      for (int i = 0; i < strings.length; i++) {
        byte[] utf8 = new byte[varint(in)];
        in.get(utf8);
        strings[i] = new String(utf8, StandardCharsets.UTF_8);
      }
    }

    /** Return the text that comes next. */
    String next(ByteBuffer in) {
      return strings[varint(in)];
    }

    /** Return the number of the text that comes next. */
    int number(ByteBuffer in) {
      int name = varint(in);
      if (numbers[name] < 0) numbers[name] = texts.number(strings[name]);
      return numbers[name];
    }
  }

  /** Read the texts that come next. */
  Table read(ByteBuffer in) {
    int start = in.position();
    for (int i = varint(in); i > 0; i--) {
      int length = varint(in);
      in.position(in.position() + length);
    }
    ByteBuffer head = in.slice(start, in.position() - start);
    Table known = last.get(head);
    if (known != null) return known;
    var made = new Table(head.duplicate());
    last.put(head, made);
    if (last.size() > HELD) last.pollFirstEntry();
    return made;
  }

  /** Read a number that is written in as few bytes as it needs. */
  static int varint(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.get();
      value |= (b & 0x7f) << shift;
      if (b >= 0) return value;
    }
  }
}
