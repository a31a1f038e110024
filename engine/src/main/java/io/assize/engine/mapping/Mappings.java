package io.assize.engine.mapping;

import io.assize.core.AssizeException;
import io.assize.core.Nearest;
import io.assize.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** The mappings that come with Assize. */
@API(status = API.Status.EXPERIMENTAL)
public final class Mappings {

  private Mappings() {}

  /**
   * A line of the index, by which most mappings are passed over without being read.
   *
   * @param name of the mapping
   * @param words the names in the walks by which it knows a file
   */
  record Line(String name, List<String> words) {
    Line {
      words = List.copyOf(words);
    }

    private static Line parse(String line) {
      List<String> words = List.of(line.split(" +"));
      return new Line(words.getFirst(), words.subList(1, words.size()));
    }
  }

  static List<Line> index() {
    return text("index.txt").lines().filter(l -> !l.isBlank()).map(Line::parse).toList();
  }

  /** Return their names, in the order in which they are tried. */
  public static List<String> names() {
    return index().stream().map(Line::name).toList();
  }

  /** Return all of them. */
  public static List<Mapping> all() {
    return names().stream().map(Mappings::shipped).toList();
  }

  /**
   * Return the one that knows a file.
   *
   * @param words tells whether a name occurs anywhere in the file; it may err by saying yes
   * @param root the first line, element or row of the file, or its whole
   */
  public static Optional<Mapping> knowing(Predicate<String> words, Supplier<Json> root) {
    return index().stream()
        .filter(l -> l.words().stream().allMatch(words))
        .map(l -> shipped(l.name()))
        .filter(m -> m.knows(root.get()))
        .findFirst();
  }

  /** Return one by its name, or read it from a file where the name is that of a file. */
  public static Mapping named(String name) {
    if (isFile(name)) return MappingFile.read(Path.of(name));
    if (names().contains(name)) return shipped(name);
    Optional<String> near = Nearest.of(name, names());
    throw AssizeException.usage(
        "--map",
        "there is no mapping \"" + name + "\"",
        String.join(", ", names())
            + near.map(n -> "; nearest is \"" + n + "\"").orElse("")
            + "; or a file of yours that ends in .yaml",
        "write WHAT=COLUMN, or one of these names");
  }

  /** Tell whether a mapping's name is the path of a file. */
  public static boolean isFile(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/");
  }

  /** Return the text of one that comes with Assize, to begin one's own with. */
  public static String source(String name) {
    return text(name + ".yaml");
  }

  private static Mapping shipped(String name) {
    return MappingFile.parse(name + ".yaml", text(name + ".yaml"));
  }

  private static String text(String name) {
    try (InputStream in = Mappings.class.getResourceAsStream("mappings/" + name)) {
      if (in == null) throw new IOException("no resource " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw AssizeException.defect("the mapping " + name + " cannot be read", e);
    }
  }
}
