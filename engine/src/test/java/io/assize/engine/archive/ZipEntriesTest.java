package io.assize.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips of any packing, whole and broken. Packed vectors were made by zstandard 0.25 for Python. */
class ZipEntriesTest {

  private static final String EVAL =
      "/io/assize/engine/files/tools/2026-11-23T03-32-25-00-00_capitals_TUjLEAguejY3ZmDtVKJhz3.eval";

  @TempDir Path folder;

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ZipEntriesTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  /** The text that the packed vectors hold: every kind of line, some of them again and again. */
  private static byte[] text(int lines) {
    var out = new StringBuilder();
    long state = 1;
    for (int i = 0; i < lines; i++) {
      state = (state * 1103515245L + 12345L) & 0x7fffffffL;
      out.append("line ").append(i % 97).append(" of ").append(state % 1009);
      out.append(state % 5 == 0 ? " again and again\n" : "\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-1", "1-1", "3-19", "40-3", "4000-1", "4000-19", "20000-3"})
  void whatWasPackedComesOutAgain(String vector) throws IOException {
    int lines = Integer.parseInt(vector.split("-", -1)[0]);
    byte[] packed = resource("zstd-" + vector + ".zst");
    assertThat(Zstd.unpack(packed, 1 << 24)).isEqualTo(text(lines));
  }

  @Test
  void aStreamOfOneByteAndRandomBytesComeOutAgain() throws IOException {
    var zeros = new byte[300_000];
    assertThat(Zstd.unpack(resource("zstd-zeros.zst"), 1 << 24)).isEqualTo(zeros);
    assertThat(Zstd.unpack(resource("zstd-bytes.zst"), 1 << 24)).hasSize(1024);
  }

  @Test
  void noMoreComesOutThanMay() throws IOException {
    byte[] packed = resource("zstd-zeros.zst");
    assertThat(packed.length).isLessThan(100);
    assertThatThrownBy(() -> Zstd.unpack(packed, 299_999))
        .isInstanceOf(ZipException.class)
        .hasMessage("more comes out than may");
  }

  @Test
  void brokenBytesAreToldAndNeverHang() throws IOException {
    byte[] packed = resource("zstd-4000-19.zst");
    var random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      byte[] broken = packed.clone();
      if (i % 3 == 0) broken = Arrays.copyOf(broken, random.nextInt(packed.length));
      else broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(Zstd.unpack(broken, 1 << 22).length).isLessThanOrEqualTo(1 << 22);
      } catch (ZipException e) {
        assertThat(e).hasMessageMatching("\\w.*");
      }
    }
  }

  @Test
  void everyEntryOfALogIsReadAndItsSumChecked() throws IOException {
    Path file = Files.write(folder.resolve("x.eval"), resource(EVAL));
    try (var zip = new ZipEntries(file)) {
      assertThat(zip.names()).contains("header.json", "samples/a_epoch_1.json");
      for (String name : zip.names()) {
        assertThat(new String(zip.bytes(name), StandardCharsets.UTF_8))
            .matches("(?s)[\\[{].*[\\]}]\\s*");
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    int sum = find(bytes, new byte[] {'P', 'K', 1, 2}) + 16;
    bytes[sum] ^= 1;
    Files.write(file, bytes);
    try (var zip = new ZipEntries(file)) {
      assertThatThrownBy(
              () -> {
                for (String name : zip.names()) zip.bytes(name);
              })
          .isInstanceOf(ZipException.class)
          .hasMessageMatching("the sum of .* is wrong");
    }
  }

  @Test
  void storedAndDeflatedEntriesAreReadToo() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("deflated"));
      zip.write(text(1000));
      var stored = new ZipEntry("stored");
      stored.setMethod(ZipEntry.STORED);
      stored.setSize(2);
      stored.setCrc(0xbeb54f4fL);
      var crc = new java.util.zip.CRC32();
      crc.update(new byte[] {1, 2});
      stored.setCrc(crc.getValue());
      zip.putNextEntry(stored);
      zip.write(new byte[] {1, 2});
    }
    Path file = Files.write(folder.resolve("x.zip"), bytes.toByteArray());
    try (var zip = new ZipEntries(file)) {
      assertThat(zip.names()).containsExactly("deflated", "stored");
      assertThat(zip.bytes("deflated")).isEqualTo(text(1000));
      assertThat(zip.bytes("stored")).containsExactly(1, 2);
      assertThatThrownBy(() -> zip.bytes("none")).hasMessage("it has no none");
    }
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 30);
    Path broken = Files.write(folder.resolve("cut.zip"), cut);
    assertThatThrownBy(() -> new ZipEntries(broken)).hasMessage("it has no directory");
  }

  private static int find(byte[] in, byte[] what) {
    for (int i = 0; i < in.length - what.length; i++) {
      if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) return i;
    }
    throw new IllegalStateException(Base64.getEncoder().encodeToString(what));
  }
}
