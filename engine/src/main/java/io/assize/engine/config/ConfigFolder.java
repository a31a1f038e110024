package io.assize.engine.config;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Where the paths of a configuration lead. They are relative to its folder, and what they name lies
 * beneath the root after all symbolic links were followed: a stranger's configuration must not read
 * your files into its prompts.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ConfigFolder {

  private final Path folder;
  private final Path root;
  private final boolean looks;

  private ConfigFolder(Path folder, Path root, boolean looks) {
    this.folder = folder;
    this.root = root;
    this.looks = looks;
  }

  /** Make a folder that finds every path without a look, to compare what was said with it. */
  static ConfigFolder unseen(Path folder) {
    return new ConfigFolder(folder, folder, false);
  }

  /**
   * Make the folder of a configuration.
   *
   * @param file the configuration
   * @param root where its paths may lead; without one its own folder
   * @throws AssizeException where one of them is not there
   */
  public static ConfigFolder of(Path file, Optional<Path> root) {
    Path parent = file.toAbsolutePath().getParent();
    Path folder = parent == null ? file.toAbsolutePath() : parent;
    return new ConfigFolder(folder, real(root.orElse(folder)), true);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw AssizeException.usage(
          path.toString(), "is not there", "a folder", "name a folder that is there");
    }
  }

  /** Return the configuration's own folder, in which commands run. */
  public Path folder() {
    return folder;
  }

  /** Return the name of a file for messages: its whole path. */
  public String shown(String text) {
    return folder.resolve(text).normalize().toString();
  }

  /**
   * Return what a path names.
   *
   * @param where the path stands, for the error
   * @param what it is there, such as {@code items}
   * @param text the path, relative to the folder or absolute
   * @throws AssizeException where it is not there, or lies outside of the root
   */
  public Path find(String where, String what, String text) {
    Path path;
    try {
      path = folder.resolve(text);
    } catch (InvalidPathException e) {
      throw AssizeException.usage(
          where, what + " is \"" + text + "\"", "a path to a file", "write the file's name");
    }
    if (!looks) return path;
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      throw missing(where, what, text, path);
    }
    if (real.startsWith(root)) return real;
    throw AssizeException.usage(
        where,
        what + " is \"" + text + "\", which lies outside of the configuration's folder",
        "files beneath it, also behind symbolic links",
        "move the file there, or allow more by --root FOLDER");
  }

  private AssizeException missing(String where, String what, String text, Path path) {
    Optional<String> near = Optional.empty();
    Path parent = path.normalize().getParent();
    Path name = path.getFileName();
    // Names beside it are told only where they may be read.
    if (parent != null && name != null && parent.startsWith(folder)) {
      try (Stream<Path> beside = Files.list(parent)) {
        List<String> names = beside.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        near = Nearest.of(name.toString(), names);
      } catch (IOException e) {
        near = Optional.empty();
      }
    }
    return AssizeException.usage(
        where,
        what + " is \"" + text + "\", which is not there",
        "a file that is there" + near.map(n -> "; nearest is \"" + n + "\"").orElse(""),
        "paths are relative to the configuration's folder");
  }
}
