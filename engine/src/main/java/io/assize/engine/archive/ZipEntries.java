package io.assize.engine.archive;

import io.assize.core.AssizeException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.apiguardian.api.API;

/**
 * The entries of a zip, all together at most so many bytes: what a zip states is not believed.
 *
 * <p>Source: APPNOTE.TXT, .ZIP File Format Specification, sections 4.3 and 4.5.3 (Zip64); methods 0
 * (stored), 8 (deflated) and 93 (Zstandard).
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ZipEntries implements AutoCloseable {

  private static final int LARGEST = 1 << 30;
  private static final int MOST = 1_000_000;
  private static final int END = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final long WIDE = 0xFFFFFFFFL;

  private record Entry(int method, long crc, long packed, long at) {}

  private final String file;
  private final SeekableByteChannel in;
  private final TreeMap<String, Entry> entries = new TreeMap<>();
  private long left = LARGEST;

  /**
   * Open a zip and read its directory.
   *
   * @throws IOException where it is none
   */
  public ZipEntries(Path path) throws IOException {
    this.file = path.toString();
    this.in = Files.newByteChannel(path);
    try {
      directory();
    } catch (IndexOutOfBoundsException e) {
      in.close();
      throw broken("its directory is broken", e);
    } catch (IOException | AssizeException e) {
      in.close();
      throw e;
    }
  }

  private static ZipException broken(String what, Exception why) {
    var broken = new ZipException(what);
    broken.initCause(why);
    return broken;
  }

  private ByteBuffer read(long at, long length) throws IOException {
    if (at < 0 || length < 0 || length > in.size() - at) throw new EOFException("it is cut");
    var bytes = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
    in.position(at);
    while (bytes.hasRemaining()) if (in.read(bytes) < 0) throw new EOFException("it is cut");
    return bytes.flip();
  }

  private void directory() throws IOException {
    long from = Math.max(0, in.size() - END - LONGEST_COMMENT);
    ByteBuffer tail = read(from, in.size() - from);
    int end = tail.limit() - END;
    while (end >= 0 && tail.getInt(end) != 0x06054b50) end--;
    if (end < 0) throw new ZipException("it has no directory");
    long count = tail.getShort(end + 10) & 0xFFFF;
    long length = tail.getInt(end + 12) & WIDE;
    long at = tail.getInt(end + 16) & WIDE;
    boolean wide = count == 0xFFFF || length == WIDE || at == WIDE;
    if (wide && end >= 20 && tail.getInt(end - 20) == 0x07064b50) {
      ByteBuffer more = read(tail.getLong(end - 12), 56);
      count = more.getLong(32);
      length = more.getLong(40);
      at = more.getLong(48);
    }
    if (count > MOST) {
      throw AssizeException.usage(
          file, "holds more than " + MOST + " entries", "at most so many", "give fewer samples");
    }
    if (length > LARGEST) throw new ZipException("its directory is too large");
    ByteBuffer directory = read(at, length);
    for (long i = 0; i < count; i++) entry(directory);
  }

  private void entry(ByteBuffer d) throws ZipException {
    int at = d.position();
    if (d.getInt(at) != 0x02014b50) throw new ZipException("its directory is broken");
    int flags = d.getShort(at + 8);
    int method = d.getShort(at + 10) & 0xFFFF;
    long packed = d.getInt(at + 20) & WIDE;
    long unpacked = d.getInt(at + 24) & WIDE;
    int name = d.getShort(at + 28) & 0xFFFF;
    int extra = d.getShort(at + 30) & 0xFFFF;
    int comment = d.getShort(at + 32) & 0xFFFF;
    long local = d.getInt(at + 42) & WIDE;
    String named = new String(d.array(), d.arrayOffset() + at + 46, name, StandardCharsets.UTF_8);
    for (int x = at + 46 + name; x + 4 <= at + 46 + name + extra; ) {
      int size = d.getShort(x + 2) & 0xFFFF;
      if (d.getShort(x) == 1) {
        int place = x + 4;
        if (unpacked == WIDE) place += 8;
        if (packed == WIDE) {
          packed = d.getLong(place);
          place += 8;
        }
        if (local == WIDE) local = d.getLong(place);
      }
      x += 4 + size;
    }
    if ((flags & 1) == 1) throw new ZipException(named + " is encrypted");
    entries.put(named, new Entry(method, d.getInt(at + 16) & WIDE, packed, local));
    d.position(at + 46 + name + extra + comment);
  }

  /** Return their names, sorted. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /**
   * Return what an entry holds.
   *
   * @throws IOException where it is broken
   * @throws AssizeException where all entries together hold too much
   */
  public byte[] bytes(String name) throws IOException {
    Entry e = entries.get(name);
    if (e == null) throw new ZipException("it has no " + name);
    if (e.packed() > LARGEST) throw tooMuch();
    ByteBuffer head = read(e.at(), 30);
    long start = e.at() + 30 + (head.getShort(26) & 0xFFFF) + (head.getShort(28) & 0xFFFF);
    byte[] packed = read(start, e.packed()).array();
    byte[] bytes = unpacked(name, e.method(), packed);
    left -= bytes.length;
    if (left < 0) throw tooMuch();
    var crc = new CRC32();
    crc.update(bytes);
    if (crc.getValue() != e.crc()) throw new ZipException("the sum of " + name + " is wrong");
    return bytes;
  }

  private byte[] unpacked(String name, int method, byte[] packed) throws IOException {
    int most = (int) Math.min(left + 1, LARGEST);
    return switch (method) {
      case 0 -> packed;
      case 8 -> inflated(packed, most);
      case 93 -> Zstd.unpack(packed, most);
      default -> throw new ZipException(name + " is packed by method " + method);
    };
  }

  private static byte[] inflated(byte[] packed, int most) throws ZipException {
    var inflater = new Inflater(true);
    var out = new java.io.ByteArrayOutputStream();
    var part = new byte[8192];
    try {
      inflater.setInput(packed);
      while (!inflater.finished() && out.size() < most) {
        int n = inflater.inflate(part);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new ZipException("packed bytes are cut");
        }
        out.write(part, 0, n);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw broken("packed bytes are broken: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private AssizeException tooMuch() {
    return AssizeException.usage(
        file,
        "unpacks to more than " + LARGEST + " bytes",
        "at most so many",
        "give fewer samples");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
