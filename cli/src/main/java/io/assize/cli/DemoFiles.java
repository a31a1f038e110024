package io.assize.cli;

import io.assize.core.AssizeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The demo's own material, laid out as files of a run. */
final class DemoFiles {

  /** The recording of the judge, shipped as an export. */
  static final String RECORDING = "recording.jsonl.gz";

  private static final List<String> NAMES =
      List.of(
          "assize.yaml",
          "items.jsonl",
          "careful.jsonl",
          "fluent.jsonl",
          "qwen.jsonl",
          "smollm2.jsonl",
          "labels.csv",
          "grades.csv",
          "recipes/without-tie.yaml");

  private DemoFiles() {}

  /** Write the files that the configuration names into a folder. */
  static void layOut(Path folder) {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      try (InputStream in = open(name)) {
        Files.createDirectories(file.getParent());
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw AssizeException.environment(
            folder.toString(), "the demo's files cannot be written", "choose another --to", e);
      }
    }
  }

  /** Open one of the files. */
  static InputStream open(String name) {
    InputStream in = DemoFiles.class.getResourceAsStream("demo/" + name);
    if (in == null) {
      throw AssizeException.defect(
          "the demo lacks " + name, new IllegalStateException("no resource demo/" + name));
    }
    return in;
  }
}
