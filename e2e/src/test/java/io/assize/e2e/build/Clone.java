package io.assize.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the project's tree, without what builds leave in it, in which builds can be run.
 *
 * @param path of its root
 */
record Clone(Path path) {

  private static final List<String> LEFT_OUT = List.of("target", ".git", ".idea", "node_modules");

  /**
   * How a command ended.
   *
   * @param code exit code
   * @param said both of its outputs
   */
  record Ended(int code, String said) {}

  /** Copy the tree that this build runs in. */
  static Clone into(Path folder) throws IOException {
    Path root = Path.of(System.getProperty("assize.root", "..")).toAbsolutePath().normalize();
    copy(root, folder);
    return new Clone(folder);
  }

  /** Copy a folder and all beneath it, but for what builds leave. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is)
              throws IOException {
            if (LEFT_OUT.contains(String.valueOf(folder.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            if (is.isRegularFile()) Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Run the project's own Maven in a folder of the copy. */
  Ended maven(Path in, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(path.resolve("mvnw").toString(), "-B", "-q"));
    command.addAll(List.of(words));
    Path log = Files.createTempFile(path, "maven", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // ./mvnw finds a JDK without it, and must check as strictly as with it.
    builder.environment().remove("JAVA_HOME");
    Process build = builder.start();
    try {
      assertThat(build.waitFor(20, TimeUnit.MINUTES)).as("the build ends").isTrue();
    } finally {
      build.destroyForcibly();
    }
    return new Ended(build.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  /** Build it, without tests, with all that goes out. */
  Clone dist(String... words) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("-Dassize.fast", "-DskipTests", "-Pdist"));
    all.addAll(List.of(words));
    Ended built = maven(path, all.toArray(String[]::new));
    assertThat(built.code()).as(built.said()).isZero();
    return this;
  }

  /** Return the jars, by their paths in the tree. */
  List<Path> jars() {
    return made().stream().filter(p -> p.toString().endsWith(".jar")).toList();
  }

  /** Return all that goes out and must be equal in two builds, by the paths in the tree. */
  List<Path> made() {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(p -> p.toString().matches(".*\\.(jar|zip|json)"))
          .filter(p -> p.getName(p.getNameCount() - 2).toString().equals("target"))
          .map(path::relativize)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
