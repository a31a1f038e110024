package io.assize.library;

import io.assize.core.AssizeException;
import io.assize.core.json.Json;
import io.assize.store.SqliteLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A run on disk: what was asked for, what came from outside, and what it says.
 *
 * @param path the folder, whose name ends in {@code .run}
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunFolder(Path path) {

  /** How the name of a run's folder ends. */
  public static final String ENDING = ".run";

  private static final String SOURCE = "source";

  /** What a run consists of. */
  private static final List<String> OURS =
      List.of("assize.yaml", SOURCE, "ledger.db", "ledger.db-wal", "ledger.db-shm");

  /** Return what was asked for. */
  public Path config() {
    return path.resolve("assize.yaml");
  }

  /** Return what came from outside. */
  public Path ledger() {
    return path.resolve("ledger.db");
  }

  /** Return what it says. */
  public Path results() {
    return path.resolve("results.json");
  }

  /** Return the page that shows it. */
  public Path page() {
    return path.resolve("report.html");
  }

  /** Return where the systems stand, for other programs. */
  public Path table() {
    return path.resolve("table.csv");
  }

  /** Return what probes of its judge found, as a page or for other programs. */
  public Path probes(String ending) {
    return path.resolve("probes." + ending);
  }

  /** Return where the configuration lay, which its paths are relative to. */
  public Path source() {
    try {
      Path note = path.resolve(SOURCE);
      if (!Files.isRegularFile(note)) return config();
      return path.resolve(Files.readString(note).strip()).normalize();
    } catch (IOException e) {
      return config();
    }
  }

  /** Keep a configuration, and where it lay: as seen from here, so that both may be moved. */
  public void keep(String config, Path source) {
    Path here = path.toAbsolutePath().normalize();
    write(path.resolve(SOURCE), here.relativize(source.toAbsolutePath().normalize()) + "\n");
    write(config(), config);
  }

  /** Return the run that stands beside a file: {@code answers.csv} gives {@code answers.run}. */
  public static RunFolder beside(Path file) {
    Path name = file.getFileName();
    String plain = name == null ? "assize" : name.toString().replaceFirst("\\.[A-Za-z0-9]+$", "");
    return new RunFolder(file.resolveSibling(plain + ENDING));
  }

  /** Open a run that must be there. */
  public static RunFolder existing(Path path) {
    var run = new RunFolder(path);
    if (Files.isRegularFile(run.config()) && Files.isRegularFile(run.ledger())) return run;
    throw AssizeException.usage(
        path.toString(),
        Files.exists(path) ? "is no run: it lacks assize.yaml or ledger.db" : "is not there",
        "a folder that assize judge or assize run made",
        "look for folders that end in .run");
  }

  /** Make the folder where it is not there. */
  public void make() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw AssizeException.environment(
          path.toString(), "the folder of the run cannot be made", "choose another by --to", e);
    }
  }

  /** Take an empty folder away again. */
  public void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw AssizeException.environment(
          path.toString(), "the folder of the run cannot be taken away", "remove it by hand", e);
    }
  }

  /**
   * Take the run away again where nothing came of it: what is refused before the first question
   * leaves nothing behind, and the same name is free for the right words.
   */
  public void dropIfNothingWasAsked() {
    if (Files.exists(results()) || asked()) return;
    try {
      for (String name : OURS) Files.deleteIfExists(path.resolve(name));
      try (Stream<Path> left = Files.list(path)) {
        if (left.findAny().isPresent()) return;
      }
      Files.delete(path);
    } catch (IOException e) {
      // What ended the command is told; that a folder could not be removed as well is no news.
      return;
    }
  }

  private boolean asked() {
    if (!Files.exists(ledger())) return false;
    try (SqliteLedger open = SqliteLedger.readOnly(ledger())) {
      return !open.keys().isEmpty();
    } catch (AssizeException e) {
      return true; // Nobody can tell: then it stays.
    }
  }

  /**
   * Tell whether this stands here already, with its page: the same results, computed from the same
   * data by the same release.
   */
  boolean has(Finished finished) {
    boolean pages = finished.judges().isEmpty() || (Files.exists(page()) && Files.exists(table()));
    if (!pages || !Files.isRegularFile(results())) return false;
    try {
      return finished.sameAs(Json.parse(Files.readString(results())));
    } catch (IOException | Json.JsonException e) {
      return false; // Whatever stands there, it is not this.
    }
  }

  /** Write a file whole or not at all. */
  public void write(Path file, String text) {
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw AssizeException.environment(
          file.toString(), "the file cannot be written", "make room or choose --to", e);
    }
  }
}
