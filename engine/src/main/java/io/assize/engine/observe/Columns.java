package io.assize.engine.observe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns that grow, and dictionaries of what stands in them again and again. */
final class Columns {

  private Columns() {}

  /** Ints that grow. */
  static final class Ints {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
      if (size == values.length) values = Arrays.copyOf(values, size * 2);
      values[size++] = value;
    }

    int get(int i) {
      return values[i];
    }

    void set(int i, int value) {
      values[i] = value;
    }

    int size() {
      return size;
    }
  }

  /** Doubles that grow. */
  static final class Doubles {
    private double[] values = new double[1024];
    private int size;

    void add(double value) {
      if (size == values.length) values = Arrays.copyOf(values, size * 2);
      values[size++] = value;
    }

    double get(int i) {
      return values[i];
    }

    int size() {
      return size;
    }
  }

  /** Bytes that grow. */
  static final class Bytes {
    private byte[] values = new byte[4096];
    private int size;

    void add(ByteBuffer from, int length) {
      if (size + length > values.length) {
        values = Arrays.copyOf(values, Math.max(values.length * 2, size + length));
      }
      from.get(values, size, length);
      size += length;
    }

    byte[] get(int start, int length) {
      return Arrays.copyOfRange(values, start, start + length);
    }

    int size() {
      return size;
    }
  }

  /**
   * Values by number, in the order in which they came.
   *
   * @param <T> equal by content
   */
  static final class Dictionary<T> {
    private final Map<T, Integer> numbers = new LinkedHashMap<>();
    private final List<T> values = new ArrayList<>();

    int number(T value) {
      Integer known = numbers.get(value);
      if (known != null) return known;
      numbers.put(value, values.size());
      values.add(value);
      return values.size() - 1;
    }

    /** Return the number of a value, -1 where it never came. */
    int find(T value) {
      Integer known = numbers.get(value);
      return known == null ? -1 : known;
    }

    T get(int number) {
      return values.get(number);
    }

    List<T> values() {
      return List.copyOf(values);
    }
  }
}
