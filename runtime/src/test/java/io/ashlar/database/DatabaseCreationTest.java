package io.ashlar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.databases.TestDatabases;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCreationTest {

    @ParameterizedTest
    @CsvSource({"postgresql, postgres, ''", "mariadb, admin, ashlar-test"})
    void createsTheDatabaseOnce(String dialect, String administrator, String password) {
        var url = TestDatabases.fresh(dialect).url().replaceFirst("/test_", "/new-shop_");
        var settings = new DatabaseSettings(url, administrator, password);

        assertThat(DatabaseCreation.createIfMissing(settings)).isTrue();
        assertThat(DatabaseCreation.createIfMissing(settings)).isFalse();
        Database.open(settings).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void saysWhatAnAdministratorHasToDo(String dialect) {
        var database = TestDatabases.fresh(dialect);
        var settings = new DatabaseSettings(
                database.url().replaceFirst("/test_", "/denied_"), database.user(), database.password());

        var found = catchThrowableOfType(ProblemsFound.class, () -> DatabaseCreation.createIfMissing(settings));

        assertThat(found.problems().get(0).tag()).isEqualTo("database-not-created");
        assertThat(found.problems().get(0).mend()).contains("CREATE DATABASE").contains("denied_");
        assertThat(found.getMessage()).doesNotContain(database.password());
    }

    @Test
    void leavesTheFileOfH2ToWhoeverWritesToIt(@TempDir Path directory) {
        var url = TestDatabases.h2File(directory.resolve("data")).url();

        assertThat(DatabaseCreation.createIfMissing(new DatabaseSettings(url, "sa", "")))
                .isTrue();
    }
}
