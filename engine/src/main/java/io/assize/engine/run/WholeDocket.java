package io.assize.engine.run;

import io.assize.engine.observe.JudgmentRows;
import io.assize.engine.observe.Observations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The rows of all judgments of a job in one piece, in the order of the docket: each with its length
 * before it, packed in zlib's format. So a run that is finished is read again without a key for
 * each of its cases.
 */
final class WholeDocket {

  /** Larger ones, packed, are read case by case. */
  private static final int LARGEST = 256 << 20;

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final DataOutputStream out =
      new DataOutputStream(new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED)));

  void add(byte[] rows) {
    try {
      if (packed.size() > LARGEST) return;
      out.writeInt(rows.length);
      out.write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: the stream is in memory
    }
  }

  /** Return the piece, empty where it would be too large. */
  Optional<byte[]> bytes() {
    try {
      out.close();
      return packed.size() > LARGEST ? Optional.empty() : Optional.of(packed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: the stream is in memory
    }
  }

  /** Read a piece, empty where it is not of so many cases or was made by another version. */
  static Optional<Observations> read(byte[] whole, int cases) {
    var seen = new Observations();
    try (var in =
        new DataInputStream(
            new InflaterInputStream(
                new ByteArrayInputStream(whole), new java.util.zip.Inflater(), 1 << 16))) {
      for (int i = 0; i < cases; i++) {
        byte[] rows = in.readNBytes(in.readInt());
        if (rows.length == 0 || rows[0] != JudgmentRows.VERSION) return Optional.empty();
        seen.add(rows);
      }
      return in.read() < 0 ? Optional.of(seen) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // damaged: the judgments are there one by one as well
    }
  }
}
