package jp.tsunagi.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Scope;
import org.junit.jupiter.api.Test;

/** The floors of the house, and the one way to the database. */
class WingsTest {
  private static final String HOME = "jp.tsunagi.";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("jp.tsunagi");

  @Test
  void aWingUsesOnlyItselfAndLowerWings() {
    for (int wing = 0; wing < Source.WINGS.size(); wing++) {
      String[] higher =
          Source.WINGS.subList(wing + 1, Source.WINGS.size()).stream()
              .map(name -> HOME + name + "..")
              .toArray(String[]::new);
      if (higher.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(HOME + Source.WINGS.get(wing) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(higher)
            .allowEmptyShould(true)
            .check(PROGRAM);
      }
    }
  }

  @Test
  void everyClassStandsInAWing() {
    List<String> wings = new ArrayList<>(Source.WINGS.stream().map(w -> HOME + w + ".*").toList());
    wings.addAll(
        List.of(
            "jp.tsunagi",
            "jp.tsunagi.schema..",
            "jp.tsunagi.postgres..",
            "jp.tsunagi.templates.."));
    classes().should().resideInAnyPackage(wings.toArray(String[]::new)).check(PROGRAM);
  }

  /** No query without an actor: only the module of the database, and starting one, know JDBC. */
  @Test
  void nobodyElseTouchesAConnection() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "jp.tsunagi.base.database..", "jp.tsunagi.postgres..", "jp.tsunagi.schema..")
        .and(
            describe(
                "do not start a database",
                (JavaClass one) -> !one.getFullName().equals("jp.tsunagi.run.operations.Store")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "com.zaxxer..",
            "org.springframework.jdbc..",
            "org.flywaydb..",
            "org.postgresql..")
        .check(PROGRAM);
  }

  @Test
  void nobodyElseMakesAWayToTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("jp.tsunagi.base.database..")
        .should()
        .callMethodWhere(
            describe(
                "DSL.using",
                call ->
                    call.getTargetOwner().getFullName().equals("org.jooq.impl.DSL")
                        && call.getName().equals("using")))
        .check(PROGRAM);
  }

  @Test
  void onlyActorsHaveAScope() {
    classes()
        .that()
        .implement(Scope.class)
        .or()
        .areAssignableTo(Scope.class)
        .and()
        .areNotAssignableFrom(Scope.class)
        .should()
        .beAssignableTo(Actor.class)
        .check(PROGRAM);
  }
}
