package io.assize.engine.files;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file's text, known to be UTF-8 and to hold something.
 *
 * @param file as the user named it
 * @param text without a byte order mark, otherwise as it is
 */
record SourceText(String file, String text) {

  /** One GiB: an array of chars and an array of bytes still fit an ordinary heap. */
  private static final long LARGEST = 1L << 30;

  /**
   * Read a whole file.
   *
   * @throws AssizeException where it is missing, a folder, empty, too large, binary, or no UTF-8
   */
  static SourceText read(Path path) {
    byte[] bytes = bytes(path);
    BinaryForm.of(bytes, path)
        .ifPresent(form -> {
          throw form.refusal(path);
        });
    return decode(path.toString(), bytes);
  }

  /** Read the bytes of a file that is there and not empty. */
  static byte[] bytes(Path path) {
    String file = path.toString();
    if (Files.isDirectory(path)) {
      throw AssizeException.usage(file, "is a folder", "a file", "name the file in it");
    }
    try {
      if (Files.size(path) > LARGEST) {
        throw AssizeException.usage(
            file,
            "has " + Files.size(path) + " bytes",
            "at most " + LARGEST + " bytes",
            "split it; several files are read as one");
      }
      byte[] bytes = Files.readAllBytes(path);
      if (bytes.length == 0) throw empty(file);
      return bytes;
    } catch (NoSuchFileException e) {
      throw missing(path);
    } catch (IOException e) {
      throw AssizeException.environment(
          file, "cannot be read: " + e.getMessage(), "check its permissions", e);
    }
  }

  /** Read the first bytes of a file, fewer where it is shorter. */
  static byte[] first(Path path, int bytes) {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(bytes);
    } catch (IOException e) {
      throw AssizeException.environment(
          path.toString(), "cannot be read: " + e.getMessage(), "check its permissions", e);
    }
  }

  /** Decode bytes as UTF-8. */
  static SourceText decode(String file, byte[] bytes) {
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String quick = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    // What is no UTF-8 leaves this mark; a text may hold it as well, so that it is looked at again.
    return solid(file, quick.indexOf('\uFFFD') < 0 ? quick : strict(file, bytes, start));
  }

  private static String strict(String file, byte[] bytes, int start) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    var result = decoder.decode(in, out, true);
    if (result.isError()) throw notUtf8(file, bytes, in.position());
    try {
      if (decoder.flush(out).isError()) result.throwException();
    } catch (CharacterCodingException e) {
      throw notUtf8(file, bytes, in.position());
    }
    return out.flip().toString();
  }

  private static SourceText solid(String file, String text) {
    int nul = text.indexOf('\0');
    if (nul >= 0) throw nul(file, text, nul);
    if (text.isBlank()) throw empty(file);
    return new SourceText(file, text);
  }

  private static AssizeException missing(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    Optional<String> near = Optional.empty();
    if (folder != null && path.getFileName() != null) {
      try (Stream<Path> beside = Files.list(folder)) {
        List<String> names = beside.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        near = Nearest.of(path.getFileName().toString(), names);
      } catch (IOException e) {
        // The folder is not there either: then there is no name to propose.
        near = Optional.empty();
      }
    }
    return AssizeException.usage(
        path.toString(),
        "is not there",
        "a file that can be read" + near.map(n -> "; nearest is \"" + n + "\"").orElse(""),
        "check the name and the folder");
  }

  private static AssizeException empty(String file) {
    return AssizeException.usage(
        file, "is empty", "a header line and at least one row", "check what wrote it");
  }

  private static AssizeException notUtf8(String file, byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) if (bytes[i] == '\n') line++;
    return AssizeException.usage(
        file + ":" + line,
        "byte %d (0x%02X) is no UTF-8".formatted(offset, bytes[offset] & 0xff),
        "UTF-8",
        "save it as UTF-8, or: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW");
  }

  private static AssizeException nul(String file, String text, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) if (text.charAt(i) == '\n') line++;
    return AssizeException.usage(
        file + ":" + line,
        "holds a NUL character: it is a binary file, or UTF-16 without its mark",
        "text in UTF-8",
        "check what wrote it; UTF-16 becomes UTF-8 by: iconv -f UTF-16LE -t UTF-8 FILE > NEW");
  }

  static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) return false;
    for (int i = 0; i < first.length; i++) if ((bytes[i] & 0xff) != first[i]) return false;
    return true;
  }

  /** Return the file's name without folder and last extension. */
  static String stem(String file) {
    Path name = Path.of(file).getFileName();
    String text = name == null ? file : name.toString();
    int dot = text.lastIndexOf('.');
    return dot <= 0 ? text : text.substring(0, dot);
  }
}
