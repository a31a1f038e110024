package io.assize.store;

import io.assize.core.call.CallKey;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a ledger in one array: some 40 bytes a key, where a tree of objects takes 200.
 *
 * <p>It does not change. A view of a part shares the array.
 */
@SuppressWarnings("JdkObsolete") // the port asks for a SortedSet
final class KeySet extends AbstractSet<CallKey> implements SortedSet<CallKey> {

  private final byte[] bytes;
  private final int[] ends; // of each key in bytes
  private final int from;
  private final int to;

  private KeySet(byte[] bytes, int[] ends, int from, int to) {
    this.bytes = bytes;
    this.ends = ends;
    this.from = from;
    this.to = to;
  }

  /** Keys that are handed in, in order. */
  static final class Builder {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 7];
    private int size;

    void add(byte[] key) {
      int start = size == 0 ? 0 : ends[size - 1];
      int end = Math.addExact(start, key.length);
      if (end > bytes.length) bytes = Arrays.copyOf(bytes, grown(bytes.length, end));
      if (size == ends.length) ends = Arrays.copyOf(ends, grown(size, size + 1));
      System.arraycopy(key, 0, bytes, start, key.length);
      ends[size++] = end;
    }

    private static int grown(int now, int least) {
      return (int) Math.max(least, Math.min(2L * now, Integer.MAX_VALUE - 8));
    }

    KeySet build() {
      int length = size == 0 ? 0 : ends[size - 1];
      return new KeySet(Arrays.copyOf(bytes, length), Arrays.copyOf(ends, size), 0, size);
    }
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public boolean contains(@Nullable Object other) {
    if (!(other instanceof CallKey key)) return false;
    int place = place(key);
    return place >= from && place < to && compare(place, KeyBytes.of(key)) == 0;
  }

  /** Return the first place in the whole array whose key is not below this one. */
  private int place(CallKey key) {
    byte[] sought = KeyBytes.of(key);
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, sought) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  private int compare(int i, byte[] key) {
    return Arrays.compareUnsigned(bytes, start(i), ends[i], key, 0, key.length);
  }

  private CallKey at(int i) {
    return KeyBytes.parse(bytes, start(i), ends[i]);
  }

  @Override
  public Iterator<CallKey> iterator() {
    return new Iterator<>() {
      private int next = from;

      @Override
      public boolean hasNext() {
        return next < to;
      }

      @Override
      public CallKey next() {
        if (next >= to) throw new NoSuchElementException();
        return at(next++);
      }
    };
  }

  @Override
  public @Nullable Comparator<? super CallKey> comparator() {
    return null;
  }

  @Override
  public SortedSet<CallKey> subSet(CallKey low, CallKey high) {
    if (low.compareTo(high) > 0) throw new IllegalArgumentException(low + " is above " + high);
    return part(place(low), place(high));
  }

  @Override
  public SortedSet<CallKey> headSet(CallKey high) {
    return part(from, place(high));
  }

  @Override
  public SortedSet<CallKey> tailSet(CallKey low) {
    return part(place(low), to);
  }

  private KeySet part(int low, int high) {
    int first = Math.clamp(low, from, to);
    return new KeySet(bytes, ends, first, Math.clamp(high, first, to));
  }

  @Override
  public CallKey first() {
    if (from == to) throw new NoSuchElementException();
    return at(from);
  }

  @Override
  public CallKey last() {
    if (from == to) throw new NoSuchElementException();
    return at(to - 1);
  }
}
