package io.ashlar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the order of packages, so that reviewers need not. */
class ArchitectureTest {

    /** Bottom to top: a package uses only those before it. */
    private static final List<String> PACKAGES = List.of(
            "io.ashlar.problem",
            "io.ashlar.database",
            "io.ashlar.data",
            "io.ashlar.query",
            "io.ashlar.crud",
            "io.ashlar.transaction",
            "io.ashlar.event",
            "io.ashlar.config",
            "io.ashlar.migrate",
            "io.ashlar.internal.transaction",
            "io.ashlar.internal.event",
            "io.ashlar.internal.request",
            "io.ashlar.internal.mapping",
            "io.ashlar.internal.model",
            "io.ashlar.internal.persistence",
            "io.ashlar.internal.failure",
            "io.ashlar.internal.sql",
            "io.ashlar.internal.read",
            "io.ashlar.internal.write",
            "io.ashlar.internal.crud",
            "io.ashlar");

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/runtime/target/") || location.contains("ashlar-runtime"))
            .importPackages("io.ashlar");

    static Stream<String> packages() {
        return PACKAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyPackagesBelowIt(String name) {
        var above = PACKAGES.subList(PACKAGES.indexOf(name) + 1, PACKAGES.size());
        if (above.isEmpty()) {
            return;
        }

        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(RUNTIME);
    }

    @Test
    void hasNoPackageWithoutAPlaceInTheOrder() {
        assertThat(RUNTIME.stream().map(JavaClass::getPackage).map(JavaPackage::getName))
                .isNotEmpty()
                .isSubsetOf(PACKAGES);
    }

    @Test
    void keepsEclipseLinkBehindMappingPersistenceAndCrud() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.ashlar.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.persistence..")
                .check(RUNTIME);
    }

    @Test
    void keepsFlywayBehindMigrations() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.ashlar.migrate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..")
                .check(RUNTIME);
    }

    @Test
    void keepsThePoolBehindDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.ashlar.database")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.zaxxer..")
                .check(RUNTIME);
    }
}
