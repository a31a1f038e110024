package io.assize.engine.config;

import io.assize.core.AssizeException;
import io.assize.judges.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;

/** Read {@code assize.yaml}. Nothing runs before all of it is right. */
@API(status = API.Status.EXPERIMENTAL)
public final class ConfigReader {

  /** The name that is looked for where none is given. */
  public static final String USUAL_NAME = "assize.yaml";

  /**
   * A configuration and where its paths lead.
   *
   * @param config what it says
   * @param folder resolves its paths
   */
  public record Loaded(RunConfig config, ConfigFolder folder) {}

  private ConfigReader() {}

  /**
   * Read a file and check all of it, also that the files that it names are there.
   *
   * @param file the configuration
   * @param root where its paths may lead; without one beneath its folder
   * @throws AssizeException where something is wrong: all problems together, at most twenty of them
   *     in full, each with file, line and column
   */
  public static Loaded read(Path file, Optional<Path> root) {
    String text = text(file);
    ConfigFolder folder = ConfigFolder.of(file, root);
    return new Loaded(parse(file.toString(), text, folder), folder);
  }

  /**
   * Read what a run kept of its configuration.
   *
   * @param copy that the run kept
   * @param source where the configuration lay, which its paths are relative to
   * @param root as for {@link #read(Path, Optional)}
   */
  public static Loaded read(Path copy, Path source, Optional<Path> root) {
    ConfigFolder folder = ConfigFolder.of(source, root);
    return new Loaded(parse(copy.toString(), text(copy), folder), folder);
  }

  /** Read what a file says, wherever its paths lead. */
  public static RunConfig said(Path file) {
    return parse(file.toString(), text(file), ConfigFolder.unseen(file.toAbsolutePath()));
  }

  static RunConfig parse(String name, String text, ConfigFolder folder) {
    YamlNode top = YamlNode.parse(name, text);
    var problems = new Problems(name);
    Optional<RunConfig> config = new ConfigSections(problems, folder).read(top);
    problems.throwIfAny();
    RunConfig read =
        config.orElseThrow(() -> new IllegalStateException("neither read nor refused"));
    hashed(name, read);
    return read;
  }

  /** What cannot be hashed must not be judged by: then nobody could say what was run. */
  private static void hashed(String name, RunConfig config) {
    try {
      config.hash();
    } catch (IllegalArgumentException e) {
      throw AssizeException.usage(
          name,
          "a value has no canonical form: " + e.getMessage(),
          "whole characters; numbers that are doubles",
          "write a long number as a text, in quotes");
    }
  }

  /**
   * Return the text of a configuration.
   *
   * @throws AssizeException where it cannot be read
   */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw AssizeException.usage(
          file.toString(),
          "is not there",
          "a configuration in YAML",
          "check the name and the folder");
    } catch (MalformedInputException e) {
      throw AssizeException.usage(
          file.toString(), "is no UTF-8", "a configuration in YAML, as UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      throw Files.isDirectory(file)
          ? AssizeException.usage(
              file.toString(), "is a folder", "a configuration in YAML", "name the file in it")
          : AssizeException.environment(
              file.toString(), "cannot be read: " + e.getMessage(), "check its permissions", e);
    }
  }
}
