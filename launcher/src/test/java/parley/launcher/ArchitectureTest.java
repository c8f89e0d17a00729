package parley.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import parley.gateway.offender.OffenderManager;

/** What Maven's modules cannot refuse. Each rule is shown a class that breaks it. */
class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("parley");
  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importClasses(OffenderManager.class);

  @Test
  void onlyTheBusAdapterTouchesMessages() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("parley.bus", "parley.testkit.bus")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.core.eventbus.Message")
            .because("every address is declared once and served by BusServer"));
  }

  @Test
  void onlyPersistenceTalksToPostgres() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("parley.persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.pgclient..", "io.vertx.sqlclient..", "org.flywaydb..")
            .because("the database belongs to persistence"));
  }

  @Test
  void onlyTheLauncherKnowsTheClusterManager() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("parley.launcher..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.hazelcast..", "io.vertx.spi.cluster..")
            .because("the bus code is the same alone and in a cluster"));
  }

  @Test
  void theEnvironmentIsReadInOnePlace() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("parley.launcher.RunOptions")
            .and()
            .resideOutsideOfPackage("parley.embedded..")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .because("settings are typed records, read once"));
  }

  @Test
  void nothingInAVerticleModuleBlocks() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                "parley.bus..",
                "parley.contract..",
                "parley.gateway..",
                "parley.chat..",
                "parley.presence..",
                "parley.persistence..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(java.util.concurrent.CompletableFuture.class, "get")
            .orShould()
            .callMethod(java.util.concurrent.CompletableFuture.class, "join")
            .orShould()
            .callMethod(io.vertx.core.Future.class, "await")
            .because("an event loop that waits serves nobody"));
  }

  @Test
  void nothingDependsOnTheLauncher() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("parley.launcher..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("parley.launcher..")
            .because("it starts everything and serves nobody"));
  }

  @Test
  void packagesFormNoCycles() {
    slices()
        .matching("parley.(gateway|chat|presence|persistence).(*)..")
        .should()
        .beFreeOfCycles()
        .check(CODE);
  }

  @Test
  void noClassIsCalledAfterAHabit() {
    holds(
        classes()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Service|Processor|Data)")
            .because("a name says what a class is or does"));
  }

  /** The rule holds for the code and fails for the offenders. */
  private static void holds(ArchRule rule) {
    assertFalse(
        rule.evaluate(CODE).hasViolation(),
        () -> rule.evaluate(CODE).getFailureReport().toString());
    assertTrue(
        rule.allowEmptyShould(true).evaluate(OFFENDERS).hasViolation(),
        "the rule catches nobody: " + rule.getDescription());
  }
}
