package io.ashlar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.Application;
import io.ashlar.crud.TransactionRolledBack;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.OnEachDatabase;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.event.Office.Desk;
import io.ashlar.event.Office.Memo;
import io.ashlar.transaction.Isolation;
import io.ashlar.transaction.TransactionOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions as applications and services start them. */
class ServiceTransactionsTest {

    @TempDir
    Path folder;

    @OnEachDatabase
    void groupCallsOfServices(String dialect) throws Exception {
        TestDatabase database = Office.withTables(TestDatabases.fresh(dialect));
        try (Application app = Office.on(database, folder).start()) {
            Desk desk = app.resolve(Desk.class);

            app.transaction(() -> {
                desk.count("r1");
                desk.together(() -> {
                    desk.count("r2");
                    return true;
                });
                app.resolve(Memo.class).tell(Action.CREATED, 1L);
            });
            assertThat(total(database, "r1") + total(database, "r2")).isEqualTo(2);

            assertThatThrownBy(() -> app.transaction(TransactionOptions.of(Isolation.SERIALIZABLE), () -> {
                        desk.count("r1");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThatThrownBy(() -> app.transaction(() -> {
                        desk.count("r1");
                        assertThatThrownBy(() -> desk.together(() -> {
                                    desk.count("r2");
                                    throw new IllegalStateException("no");
                                }))
                                .hasMessage("no");
                    }))
                    .isInstanceOf(TransactionRolledBack.class);
            assertThat(total(database, "r1") + total(database, "r2")).isEqualTo(2);
            assertThat(app.events().pending("desk")).isEqualTo(1);
        }
    }

    @Test
    void stayOnOneDatabase() throws Exception {
        TestDatabase database = Office.withTables(TestDatabases.fresh("h2"));
        TestDatabase other = TestDatabases.fresh("h2");
        try (Application app = Office.providing(folder)
                .module("desk", new DatabaseSettings(database.url(), database.user(), database.password()))
                .module("memo", new DatabaseSettings(other.url(), other.user(), other.password()))
                .listen(events -> events.on("memo.*.*", event -> {}))
                .start()) {

            assertThatThrownBy(() -> app.transaction(() -> {
                        app.resolve(Desk.class).count("r1");
                        app.resolve(Memo.class).tell(Action.CREATED, 1L);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("A transaction stays on one database");

            assertThat(total(database, "r1")).isZero();
        }
    }

    @Test
    void endWithTheApplication() throws Exception {
        Application app =
                Office.on(Office.withTables(TestDatabases.fresh("h2")), folder).start();
        Desk desk = app.resolve(Desk.class);

        app.close();

        assertThatThrownBy(() -> app.transaction(() -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> desk.count("r1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its application is closed");
    }

    private static int total(TestDatabase database, String id) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select total from counter where id = '" + id + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
