package io.assize.engine.files;

import io.assize.core.AssizeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The entries of a zip, all together at most so many bytes: what a zip states is not believed. */
final class ZipEntries implements AutoCloseable {

  private static final long LARGEST = 1L << 30;
  private static final int MOST = 1_000_000;

  private final String file;
  private final ZipFile zip;
  private final List<String> names;
  private long left = LARGEST;

  ZipEntries(Path path) throws IOException {
    this.file = path.toString();
    this.zip = new ZipFile(path.toFile());
    if (zip.size() > MOST) {
      zip.close();
      throw AssizeException.usage(
          file, "holds more than " + MOST + " entries", "at most so many", "give fewer samples");
    }
    this.names = zip.stream().map(ZipEntry::getName).sorted().toList();
  }

  /** Return their names, sorted. */
  List<String> names() {
    return names;
  }

  /** Return what an entry holds. */
  byte[] bytes(String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      byte[] bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
      left -= bytes.length;
      if (left < 0) {
        throw AssizeException.usage(
            file,
            "unpacks to more than " + LARGEST + " bytes",
            "at most so many",
            "give fewer samples");
      }
      return bytes;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
