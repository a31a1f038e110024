package io.assize.core.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apiguardian.api.API;

/** A SHA-256 sum, ordered as unsigned bytes. Its text is the 64 hexadecimal digits. */
@API(status = API.Status.EXPERIMENTAL)
public final class Hash implements Comparable<Hash> {

  private static final MessageDigest FRESH = fresh();

  private final byte[] sum;

  private Hash(byte[] sum) {
    this.sum = sum;
  }

  /** Hash the canonical bytes of a value. */
  public static Hash of(Json value) {
    return of(CanonicalJson.bytes(value));
  }

  /** Hash a text in UTF-8. */
  public static Hash of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One sum over many texts, each with its length before it. For one thread. */
  public static final class Texts {
    private final MessageDigest digest = sha256();
    private final byte[] some = new byte[1 << 14];
    private int used;

    /** Begin with no text. */
    public Texts() {}

    /** Add a text. */
    public Texts add(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      if (used + 4 + utf8.length > some.length) flush();
      for (int shift = 24; shift >= 0; shift -= 8) some[used++] = (byte) (utf8.length >>> shift);
      if (used + utf8.length > some.length) {
        flush();
        digest.update(utf8);
      } else {
        System.arraycopy(utf8, 0, some, used, utf8.length);
        used += utf8.length;
      }
      return this;
    }

    /** Return the sum of the texts so far, and begin again. */
    public Hash hash() {
      flush();
      return new Hash(digest.digest());
    }

    private void flush() {
      digest.update(some, 0, used);
      used = 0;
    }
  }

  /** Hash bytes. */
  public static Hash of(byte[] bytes) {
    return new Hash(sha256().digest(bytes));
  }

  /** Copying a fresh digest is several times faster than looking one up among the providers. */
  private static MessageDigest sha256() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Read a hash back.
   *
   * @param hex 64 hexadecimal digits
   * @throws IllegalArgumentException where it is something else
   */
  public static Hash parse(String hex) {
    byte[] sum = HexFormat.of().parseHex(hex);
    if (sum.length != 32) throw new IllegalArgumentException(hex + " has not 64 digits");
    return new Hash(sum);
  }

  /** Take 32 bytes as a hash. */
  public static Hash ofSum(byte[] sum) {
    if (sum.length != 32) throw new IllegalArgumentException(sum.length + " bytes are no SHA-256");
    return new Hash(sum.clone());
  }

  /** Return the 32 bytes. */
  public byte[] bytes() {
    return sum.clone();
  }

  /** Return the first eight hexadecimal digits, for people. */
  public String brief() {
    return HexFormat.of().formatHex(sum, 0, 4);
  }

  /** Return the first 64 bits, as a seed. */
  public long toLong() {
    long x = 0;
    for (int i = 0; i < 8; i++) x = x << 8 | (sum[i] & 0xff);
    return x;
  }

  @Override
  public int compareTo(Hash other) {
    return Arrays.compareUnsigned(sum, other.sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash h && Arrays.equals(sum, h.sum);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sum);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(sum);
  }
}
