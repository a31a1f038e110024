package io.assize.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.assize.testkit.endpoint.Endpoint;
import io.assize.testkit.endpoint.Scripts;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaging rules, checked on what a clean build makes. */
@Tag("e2e")
class PackagingTest {

  private static final List<String> LIBRARIES =
      List.of(
          "measures",
          "core",
          "models",
          "judges",
          "engine",
          "store",
          "report",
          "library",
          "testkit");
  private static final int JAVA_21 = 65;

  @TempDir static Path folder;
  private static Clone built = new Clone(Path.of(""));

  @BeforeAll
  static void aCleanBuild() throws IOException, InterruptedException {
    built = Clone.into(folder.resolve("first")).dist("package");
  }

  @Test
  void twoCleanBuildsInDifferentFoldersGiveEqualSums() throws IOException, InterruptedException {
    Clone second = Clone.into(folder.resolve("a").resolve("second")).dist("package");
    SortedMap<String, String> sums = sums(built);
    assertThat(sums).hasSizeGreaterThanOrEqualTo(3 * LIBRARIES.size());
    assertThat(sums.keySet()).anyMatch(made -> made.matches("dist/target/assize-[^/]*\\.zip"));
    assertThat(sums(second)).isEqualTo(sums);
  }

  @Test
  void everyLibraryComesWithSourcesAndJavadoc() {
    List<String> jars = built.jars().stream().map(Path::toString).toList();
    for (String room : LIBRARIES) {
      for (String kind : List.of("", "-sources", "-javadoc")) {
        assertThat(jars)
            .anyMatch(
                j -> j.matches(room + "/target/assize-" + room + "-[^/]*[0-9T]" + kind + "\\.jar"));
      }
    }
  }

  @Test
  void everyLibraryHasItsModuleNameAndIsMadeForJava21() throws IOException {
    for (String room : LIBRARIES) {
      try (var jar = new JarFile(jar(room).toFile())) {
        assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
            .isEqualTo("io.assize." + room);
        for (var entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
          try (var in = new DataInputStream(jar.getInputStream(entry))) {
            assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
            in.readUnsignedShort();
            assertThat(in.readUnsignedShort()).as(entry.getName()).isEqualTo(JAVA_21);
          }
        }
      }
    }
  }

  @Test
  void everyPomSaysLicenceSourceAndDevelopers() throws IOException {
    for (String pom : List.of("pom.xml", "bom/pom.xml")) {
      assertThat(Files.readString(built.path().resolve(pom)))
          .as(pom)
          .contains("<name>Apache-2.0</name>", "<scm>", "<developer>", "<url>", "<description>");
    }
    for (String room : LIBRARIES) {
      assertThat(Files.readString(built.path().resolve(room).resolve("pom.xml")))
          .as(room)
          .contains("<artifactId>assize-parent</artifactId>", "<name>", "<description>")
          .doesNotContain("<licenses>", "<scm>");
    }
    String bom = Files.readString(built.path().resolve("bom/pom.xml"));
    for (String room : LIBRARIES) assertThat(bom).contains("assize-" + room + "</artifactId>");
  }

  @Test
  void aBadlyFormattedFileFailsTheBuildWithoutJavaHome() throws IOException, InterruptedException {
    Clone bad = Clone.into(folder.resolve("bad"));
    String file = "measures/src/main/java/io/assize/measures/Clustered.java";
    Files.writeString(
        bad.path().resolve(file), "\n\n\n   // pushed in\n", StandardOpenOption.APPEND);
    Clone.Ended ended = bad.maven(bad.path(), "verify", "-pl", "measures");
    assertThat(ended.code()).isNotZero();
    assertThat(ended.said()).contains("format violations", "Clustered.java");
  }

  @Test
  void aProjectWithTheBomAndOneDependencyRunsTheProgramOfTheReadme()
      throws IOException, InterruptedException {
    Path repository = folder.resolve("repository");
    Path usual = Path.of(System.getProperty("user.home"), ".m2", "repository");
    Clone.copy(Path.of(System.getProperty("maven.repo.local", usual.toString())), repository);
    String local = "-Dmaven.repo.local=" + repository;
    Clone installed = Clone.into(folder.resolve("installed"));
    Clone.Ended ended =
        installed.maven(
            installed.path(),
            local,
            "-Dassize.fast",
            "-DskipTests",
            "install",
            "-pl",
            "library,bom",
            "-am");
    assertThat(ended.code()).as(ended.said()).isZero();
    Path consumer = installed.path().resolve("e2e/consumer");
    Path classPath = consumer.resolve("class-path");
    ended =
        installed.maven(
            consumer,
            local,
            "compile",
            "dependency:build-classpath",
            "-Dmdep.outputFile=" + classPath);
    assertThat(ended.code()).as(ended.said()).isZero();
    String libraries = Files.readString(classPath).strip();
    assertThat(libraries).contains("assize-library").doesNotContain("picocli", "slf4j");
    try (Endpoint endpoint = Endpoint.start(Endpoint.Settings.of(Scripts.named("letters")))) {
      String said = judge(consumer, libraries, endpoint.base().toString());
      assertThat(said.lines().toList()).hasSize(4).anyMatch(l -> l.startsWith("q1  "));
      // Two pairs in both orders, and what the endpoint is asked of its abilities.
      assertThat(endpoint.counts().to("/v1/chat/completions")).isBetween(4L, 6L);
    }
  }

  private static String judge(Path consumer, String libraries, String model)
      throws IOException, InterruptedException {
    Files.writeString(
        consumer.resolve("answers.csv"), "id,question,v1,v2\nq1,Why?,So.,No.\nq2,Who?,He.,She.\n");
    Files.writeString(consumer.resolve("labels.csv"), "item,a,b,rater,label\nq1,v1,v2,anna,v1\n");
    Path out = consumer.resolve("out.txt");
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("-cp");
    words.add("target/classes" + java.io.File.pathSeparator + libraries);
    words.addAll(List.of("JudgeAnswers", model));
    Process program =
        new ProcessBuilder(words)
            .directory(consumer.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(program.exitValue()).as(said).isZero();
    return said;
  }

  private static Path jar(String room) {
    return built.jars().stream()
        .filter(j -> j.startsWith(room))
        .filter(j -> !j.toString().endsWith("-sources.jar"))
        .filter(j -> !j.toString().endsWith("-javadoc.jar"))
        .map(built.path()::resolve)
        .findFirst()
        .orElseThrow();
  }

  private static SortedMap<String, String> sums(Clone of) throws IOException {
    var sums = new TreeMap<String, String>();
    for (Path made : of.made()) sums.put(made.toString(), sum(of.path().resolve(made)));
    return sums;
  }

  private static String sum(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(
          new java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
