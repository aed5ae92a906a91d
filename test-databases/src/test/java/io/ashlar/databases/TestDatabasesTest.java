package io.ashlar.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDatabasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void handsOutAnEmptyDatabaseEachTime(String dialect) throws SQLException {
        createTable(TestDatabases.fresh(dialect));

        createTable(TestDatabases.fresh(dialect)); // would fail in the same database
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void refusesAWrongPassword(String dialect) {
        var database = TestDatabases.fresh(dialect);

        var wrong = new TestDatabase(database.url(), database.user(), "wrong");

        assertThatThrownBy(wrong::connect).isInstanceOf(SQLException.class);
    }

    @Test
    void keepsAnH2FileInTheDirectoryGiven(@TempDir Path directory) throws SQLException {
        createTable(TestDatabases.h2File(directory));

        assertThat(directory).isDirectoryContaining("glob:**.mv.db");
    }

    @Test
    void namesTheDialectsItKnows() {
        assertThatThrownBy(() -> TestDatabases.fresh("oracle")).hasMessageContaining("h2, postgresql, mariadb");
    }

    private static void createTable(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id INT PRIMARY KEY)");
        }
    }
}
