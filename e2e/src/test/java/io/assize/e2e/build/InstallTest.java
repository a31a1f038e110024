package io.assize.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people install, where there is a Java that runs and neither compiler, Maven, git nor
 * network.
 */
@Tag("e2e")
class InstallTest {

  private static final List<String> TOOLS = List.of("sh", "dirname", "readlink", "sed", "mkdir");

  @TempDir static Path folder;
  private static Path target = Path.of("");
  private static Path jre = Path.of("");
  private static List<String> offline = List.of();
  private static Path installed = Path.of("");

  @BeforeAll
  static void aBuildUnpacked() throws IOException, InterruptedException {
    Clone built = Clone.into(folder.resolve("clone"));
    built.dist("-Dmaven.javadoc.skip", "-pl", "dist", "-am", "package");
    target = built.path().resolve("dist/target");
    jre = folder.resolve("jre");
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    must(List.of(jlink.toString(), "--add-modules", "java.se,jdk.crypto.ec", "--output", jre + ""));
    assertThat(jre.resolve("bin/javac")).doesNotExist();
    if (ended(List.of("unshare", "-n", "true")).code() == 0) offline = List.of("unshare", "-n");
    must(List.of("unzip", "-q", made(".zip").toString(), "-d", folder.resolve("opt") + ""));
    try (Stream<Path> all = Files.list(folder.resolve("opt"))) {
      installed = all.findFirst().orElseThrow();
    }
    tools(folder.resolve("bin"), jre.resolve("bin/java"));
    tools(folder.resolve("bin-without-java"), null);
  }

  /** Links out of a folder that goes away are told by the one who takes it away. */
  @AfterAll
  static void noLinks() throws IOException {
    for (String bin : List.of("bin", "bin-without-java")) {
      try (Stream<Path> all = Files.list(folder.resolve(bin))) {
        for (Path link : all.toList()) Files.delete(link);
      }
    }
  }

  @Test
  void theZipRunsWithAJreAndWritesNothingBesideItself() throws IOException, InterruptedException {
    SortedMap<String, String> before = listing();
    Path work = Files.createDirectories(folder.resolve("work"));
    List<String> program = List.of(installed.resolve("bin/assize").toString());
    runs(program, "bin", work);
    assertThat(listing()).isEqualTo(before);
    // The archives of classes, and the run beside its file: nothing else.
    assertThat(folder.resolve("home/.cache/assize")).isDirectory();
    assertThat(work.resolve("answers.run/report.html")).exists();
  }

  @Test
  void theZipRunsWhereNothingCanBeKept() throws IOException, InterruptedException {
    var command = new ArrayList<>(offline);
    command.addAll(List.of("env", "-i", "PATH=" + folder.resolve("bin")));
    command.addAll(List.of(installed.resolve("bin/assize").toString(), "--version"));
    Clone.Ended said = ended(command);
    assertThat(said.said()).startsWith("assize ").doesNotContain("unreleased");
    assertThat(said.code()).isZero();
  }

  @Test
  void theZipSaysWhatItLacks() throws IOException, InterruptedException {
    // This machine's own Java is hidden behind an empty folder, for this one process.
    var hidden = new ArrayList<>(List.of("unshare", "-m", "sh", "-c"));
    hidden.add("[ ! -d /usr/lib/jvm ] || mount -t tmpfs none /usr/lib/jvm && exec \"$@\"");
    hidden.addAll(List.of("sh", "env", "-i", "PATH=" + folder.resolve("bin-without-java")));
    assumeTrue(ended(List.of("unshare", "-m", "true")).code() == 0, "unshare is not allowed here");
    hidden.addAll(List.of(installed.resolve("bin/assize").toString(), "demo"));
    Clone.Ended said = ended(hidden);
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.said())
        .isEqualTo(
            """
            No Java 21 or later was found (JAVA_HOME is not set).
              looked in: JAVA_HOME, the java on PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks
              fix: install one (Debian: apt-get install openjdk-21-jre-headless) or set JAVA_HOME to it
            """);
  }

  @Test
  void oneJarRunsByItself() throws IOException, InterruptedException {
    Path work = Files.createDirectories(folder.resolve("work-jar"));
    Path jar = Files.copy(made(".jar"), folder.resolve("one.jar"));
    runs(List.of(jre.resolve("bin/java").toString(), "-jar", jar.toString()), "bin", work);
  }

  @Test
  void theDebianPackageBringsItsOwnJava() throws IOException, InterruptedException {
    assumeTrue(ended(List.of("dpkg-deb", "--version")).code() == 0, "dpkg-deb is not on PATH");
    Path root = folder.resolve("debian");
    must(List.of("dpkg-deb", "-x", made(".deb").toString(), root.toString()));
    Path work = Files.createDirectories(folder.resolve("work-deb"));
    runs(List.of(root.resolve("usr/bin/assize").toString()), "bin-without-java", work);
    assertThat(root.resolve("usr/share/doc/assize/copyright")).content().contains("Apache");
  }

  @Test
  void theCatalogueOfJbangNamesTheRunnableJar() throws IOException {
    assertThat(Files.readString(target.resolve("jbang-catalog.json")))
        .contains("/" + made(".jar").getFileName() + "\"", "\"java\": \"21+\"")
        .doesNotContain("${");
  }

  @Test
  void everyJarThatComesAlongHasItsLicence() throws IOException {
    String table = Files.readString(installed.resolve("licenses/README.md"));
    var named = new ArrayList<String>();
    try (Stream<Path> all = Files.list(installed.resolve("lib"))) {
      for (Path jar : all.filter(j -> j.toString().endsWith(".jar")).sorted().toList()) {
        String name = jar.getFileName().toString().replaceAll("-[0-9][0-9.]*\\.jar$", "");
        if (!name.startsWith("assize-")) named.add(name);
      }
    }
    var told = new ArrayList<String>();
    for (String row : table.lines().filter(l -> l.startsWith("| ")).skip(1).toList()) {
      told.addAll(List.of(row.split("\\|", -1)[1].strip().split(", ", -1)));
    }
    assertThat(told).containsExactlyElementsOf(named);
    assertThat(installed.resolve("licenses/jackson-core/NOTICE")).exists();
    assertThat(installed.resolve("LICENSE")).exists();
  }

  /** Help, the demo, and verdicts of a file set against labels. */
  private static void runs(List<String> program, String path, Path work)
      throws IOException, InterruptedException {
    assertThat(said(path, work, program, "--help").said()).startsWith("Usage: assize ");
    Clone.Ended demo = said(path, work, program, "demo");
    assertThat(demo.said()).contains("WHICH IS BETTER", "careful   31 %");
    assertThat(demo.code()).isZero();
    Files.writeString(
        work.resolve("answers.csv"), "id,question,v1,v2\nq1,Why?,So.,No.\nq2,Who?,He.,She.\n");
    Files.writeString(
        work.resolve("verdicts.csv"), "item,a,b,rater,label\nq1,v1,v2,j,v1\nq2,v1,v2,j,v1\n");
    Clone.Ended judged =
        said(path, work, program, "judge", "answers.csv", "--verdicts", "verdicts.csv");
    assertThat(judged.said()).contains("v1 leads v2");
    assertThat(judged.code()).isZero();
  }

  private static Clone.Ended said(String path, Path work, List<String> program, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(offline);
    command.addAll(List.of("env", "-i", "-C", work.toString(), "PATH=" + folder.resolve(path)));
    command.add("HOME=" + folder.resolve("home"));
    command.addAll(program);
    command.addAll(List.of(words));
    return ended(command);
  }

  private static void must(List<String> command) throws IOException, InterruptedException {
    Clone.Ended ended = ended(command);
    assertThat(ended.code()).as(command + "\n" + ended.said()).isZero();
  }

  private static Clone.Ended ended(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "said", ".txt");
    try {
      Process program =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      assertThat(program.waitFor(5, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
      return new Clone.Ended(program.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Clone.Ended(127, String.valueOf(e.getMessage()));
    }
  }

  /** What the build made for people: the one file with this ending and no room's name. */
  private static Path made(String ending) throws IOException {
    try (Stream<Path> all = Files.list(target)) {
      return all.filter(f -> f.toString().endsWith(ending))
          .filter(f -> !f.getFileName().toString().startsWith("assize-dist"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** A folder for PATH with what the start script needs and nothing else. */
  private static void tools(Path bin, @org.jspecify.annotations.Nullable Path java)
      throws IOException {
    Files.createDirectories(bin);
    for (String tool : TOOLS) {
      Path found = Path.of("/bin", tool);
      Files.createSymbolicLink(
          bin.resolve(tool), Files.exists(found) ? found : Path.of("/usr/bin", tool));
    }
    if (java != null) Files.createSymbolicLink(bin.resolve("java"), java);
  }

  /** Every file of the installed copy, its size and when it was written. */
  private static SortedMap<String, String> listing() throws IOException {
    var listing = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(installed)) {
      for (Path file : all.toList()) {
        listing.put(
            file.toString(),
            (Files.isDirectory(file) ? "" : Files.size(file))
                + " "
                + Files.getLastModifiedTime(file));
      }
    }
    return listing;
  }
}
