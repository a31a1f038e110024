package io.assize.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of the rooms: DESIGN's table, kept by the build. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/testkit/"))
          .importPackages("io.assize");

  /** Which rooms each room may use. A room may use what its rooms use. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "measures", List.of(),
          "core", List.of(),
          "models", List.of("core"),
          "judges", List.of("core", "measures"),
          "store", List.of("core"),
          "engine", List.of("judges", "core", "measures"),
          "report", List.of("engine", "judges", "core", "measures"),
          "library", List.of("report", "engine", "store", "models", "judges", "core", "measures"));

  @Test
  void arrowsGoOnlyAsTheDesignSays() {
    MAY_USE.forEach((room, allowed) -> {
      String[] others =
          List.of(
                  "measures",
                  "core",
                  "models",
                  "judges",
                  "engine",
                  "store",
                  "report",
                  "library",
                  "cli")
              .stream()
              .filter(r -> !r.equals(room) && !allowed.contains(r))
              .map(r -> "io.assize." + r + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("io.assize." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .because(room + " may use " + allowed)
          .check(PRODUCT);
    });
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching("io.assize.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void measuresAndCoreDoNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage("io.assize.measures..", "io.assize.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
        .check(PRODUCT);
  }

  @Test
  void noPackageIsCalledByWhatItIsNot() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..impl..", "..helper..")
        .check(PRODUCT);
  }

  @Test
  void whatIteratesInAnotherOrderInEachJvmFeedsNothing() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.assize.core..", "io.assize.judges..", "io.assize.engine..", "io.assize.report..")
        .should()
        .callConstructorWhere(target(owner(nameMatching("java\\.util\\.(HashMap|HashSet)"))))
        .because("HashMap and HashSet reach prompts, hashes, reports and sums by their order")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.assize.core..", "io.assize.judges..", "io.assize.engine..", "io.assize.report..")
        .should()
        .callMethod(java.util.Set.class, "copyOf", java.util.Collection.class)
        .orShould()
        .callMethod(Map.class, "copyOf", Map.class)
        .check(PRODUCT);
  }

  @Test
  void publicTypesSayHowStableTheyAre() {
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .resideInAnyPackage("io.assize.core..", "io.assize.measures..", "io.assize.judges..")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.apiguardian.api.API.class)
        .check(PRODUCT);
  }

  @Test
  void staticStateDoesNotChange() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(PRODUCT);
  }

  @Test
  void jacksonIsSeenNowhereOutside() {
    noClasses()
        .that()
        .resideInAPackage("io.assize..")
        .and()
        .haveNameNotMatching("io\\.assize\\.core\\.json\\.JsonParser(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .because("core.json is the one place that maps JSON")
        .check(PRODUCT);
  }
}
