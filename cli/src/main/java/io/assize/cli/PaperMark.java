package io.assize.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A test that shows a published system at work.
 *
 * <p>The marks stand at the tests; the list of them, which is shipped, is derived from there.
 *
 * @param system id of the system
 * @param test name of the test's class
 * @param method what is shown, in camel case
 * @param lacks what of the system is not there yet, empty where nothing is
 */
record PaperMark(String system, String test, String method, String lacks) {

  static final String LIST = "papers.tsv";

  /** Return the marks of the tests that passed when this was built. */
  static List<PaperMark> all() {
    try (InputStream in = PaperMark.class.getResourceAsStream(LIST)) {
      byte[] bytes = Objects.requireNonNull(in, LIST).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().map(PaperMark::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(LIST, e);
    }
  }

  private static PaperMark parse(String line) {
    String[] cells = line.split("\t", -1);
    return new PaperMark(cells[0], cells[1], cells[2], cells[3]);
  }

  /** Return it as a line of the list. */
  String line() {
    return String.join("\t", system, test, method, lacks);
  }

  /** Return what is shown in words. */
  String words() {
    return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).strip();
  }
}
