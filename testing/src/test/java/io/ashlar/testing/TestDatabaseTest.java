package io.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.databases.TestDatabases;
import io.ashlar.problem.ProblemsFound;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @AfterEach
    void forgetProperties() {
        System.clearProperty("modules.test.url");
        System.clearProperty("modules.test.user");
        System.clearProperty("modules.test.password");
    }

    @Test
    void isItsOwnInMemory() throws SQLException {
        try (var one = TestDatabase.create();
                var other = TestDatabase.create()) {
            createTable(one);
            createTable(other);

            assertThat(one.settings().url()).startsWith("jdbc:h2:mem:");
        }
    }

    @Test
    void isASchemaOfItsOwnOnPostgresAndLeavesNothing() throws SQLException {
        var server = TestDatabases.fresh("postgresql");
        System.setProperty("modules.test.url", server.url());
        System.setProperty("modules.test.user", server.user());
        System.setProperty("modules.test.password", server.password());

        try (var one = TestDatabase.create();
                var other = TestDatabase.create()) {
            createTable(one);
            createTable(other);
        }

        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var tables = connection.getMetaData().getTables(null, null, "note", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void refusesADatabaseItHasNoDialectFor() {
        System.setProperty("modules.test.url", "jdbc:oracle:thin:@//localhost/x");

        assertThatThrownBy(TestDatabase::create)
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("[unknown-database]");
    }

    private static void createTable(TestDatabase database) throws SQLException {
        var settings = database.settings();
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id int)");
        }
    }
}
