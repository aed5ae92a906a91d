package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import io.ashlar.data.Indexed;
import io.ashlar.data.Model;
import io.ashlar.data.Searchable;
import io.ashlar.data.Ulid;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.schema.EclipseLinkSchemas;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model says beyond Jakarta Persistence, from the annotation to what the database does with rows. */
@SuppressWarnings("NullAway") // JPA sets the fields
class DataModelExtrasTest {

    private static final String FREE = "deleted_at = timestamp '2026-01-01 00:00:00'";

    @TempDir
    Path folder;

    enum Status {
        ACTIVE,
        CLOSED
    }

    enum Size {
        SMALL,
        LARGE
    }

    @Entity
    @Table(name = "account")
    @Indexed({"status", "createdAt desc"})
    @Indexed(value = "email", unique = true, where = "status = 'ACTIVE'")
    @Indexed(
            value = {"parent", "rank"},
            unique = true,
            withDeleted = true,
            name = "one_rank")
    static class Account extends Model {
        @Id
        @Ulid
        String id;

        @Column(unique = true)
        String handle;

        String email;

        @Enumerated(EnumType.STRING)
        Status status;

        @ManyToOne
        Account parent;

        Integer rank;

        @Searchable
        String firstName;

        String lastName;

        @Searchable
        @Lob
        String notes;

        @Computed("firstName || ' ' || lastName")
        String fullName;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        int quantity;

        @Computed("price * quantity")
        @Column(precision = 14, scale = 2)
        BigDecimal total;

        @Computed("case when quantity > 10 then 'LARGE' else 'SMALL' end")
        @Enumerated(EnumType.STRING)
        Size size;
    }

    @Entity
    @Table(name = "account")
    static class AccountOfTens extends Model {
        @Id
        @Ulid
        String id;

        int quantity;

        @Computed("quantity * 10")
        int points;
    }

    @Entity
    @Table(name = "account")
    static class AccountOfHundreds extends Model {
        @Id
        @Ulid
        String id;

        int quantity;

        @Computed("quantity * 100")
        long points;

        @Computed("added + 1")
        int next;

        @Default("3")
        int added;
    }

    @Entity
    @Table(name = "account")
    static class Unsearched extends Model {
        @Id
        @Ulid
        String id;

        String handle;
        int quantity;
    }

    @Entity
    @Table(name = "account")
    static class Searched extends Model {
        @Id
        @Ulid
        String id;

        @Searchable
        String handle;

        int quantity;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aValueOfASoftlyDeletedRowIsFreeAgain(Dialect dialect) throws Exception {
        var rows = new Rows(dialect, migrated(dialect, Account.class));
        rows.insert("1", "handle = 'ann'");

        rows.refuses("2", "handle = 'ann'");
        rows.update("1", FREE);
        rows.insert("2", "handle = 'ann'");

        assertThatThrownBy(() -> rows.update("1", "deleted_at = null")).isInstanceOf(SQLException.class);
        rows.insert("3", "handle = null");
        rows.insert("4", "handle = null");
        assertThat(rows.select("select id from account where handle = 'ann' and deleted_at is null"))
                .containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aConditionChoosesTheRowsThatMayNotShareAValue(Dialect dialect) throws Exception {
        var rows = new Rows(dialect, migrated(dialect, Account.class));
        rows.insert("1", "email = 'a@b', status = 'ACTIVE'");

        rows.insert("2", "email = 'a@b', status = 'CLOSED'");
        rows.insert("3", "email = 'a@b', status = 'CLOSED'");
        rows.insert("4", "email = 'a@b', status = null");
        rows.refuses("5", "email = 'a@b', status = 'ACTIVE'");
        assertThatThrownBy(() -> rows.update("2", "status = 'ACTIVE'")).isInstanceOf(SQLException.class);
        rows.update("1", FREE);

        rows.update("2", "status = 'ACTIVE'");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void softlyDeletedRowsCountWhereTheModelSaysSo(Dialect dialect) throws Exception {
        var rows = new Rows(dialect, migrated(dialect, Account.class));
        rows.insert("1", "rank = 1");
        rows.insert("2", "parent_id = '1', rank = 1");
        rows.update("2", FREE);

        rows.refuses("3", "parent_id = '1', rank = 1");
        rows.insert("3", "rank = 1"); // without a parent there is nothing to share
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theDatabaseComputesAndNobodyElse(Dialect dialect) throws Exception {
        var rows = new Rows(dialect, migrated(dialect, Account.class));
        rows.insert("1", "first_name = 'Ann', last_name = 'Lee', price = 2.50, quantity = 12");
        rows.insert("2", "first_name = 'Bob', quantity = 1");

        rows.update("1", "quantity = 4");

        assertThat(rows.select("select full_name from account where id = '1'")).containsExactly("Ann Lee");
        assertThat(rows.select("select total from account where id = '1'")).containsExactly("10.00");
        assertThat(rows.select("select size from account where id = '1'")).containsExactly("SMALL");
        assertThat(rows.select("select full_name from account where id = '2'")).containsExactly((String) null);
        assertThatThrownBy(() -> rows.update("1", "total = 5")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anotherExpressionComputesTheRowsThatAreThere(Dialect dialect) throws Exception {
        var database = TestDatabases.fresh(dialect.id());
        migrate(dialect, database, AccountOfTens.class);
        var rows = new Rows(dialect, database);
        rows.insert("1", "quantity = 3");

        migrate(dialect, database, AccountOfHundreds.class);

        assertThat(rows.select("select points from account")).containsExactly("300");
        assertThat(rows.select("select next from account")).containsExactly("4");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSearchThatCannotBeIndexedIsNoFailure(Dialect dialect) throws Exception {
        var database = TestDatabases.fresh(dialect.id());
        migrate(dialect, database, Unsearched.class);
        var rows = new Rows(dialect, database);
        rows.insert("1", "handle = 'ann'");

        migrate(dialect, database, Searched.class); // an empty migration on H2 and MariaDB

        assertThat(rows.select("select handle from account")).containsExactly("ann");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatServesConstraintsOnlyStaysHidden(Dialect dialect) throws Exception {
        var database = migrated(dialect, Account.class);

        try (var connection = database.connect();
                var statement = connection.createStatement();
                var all = statement.executeQuery(
                        dialect == Dialect.MARIADB ? "select * from `account`" : "select * from \"account\"")) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
                columns.add(all.getMetaData().getColumnName(i));
            }
            assertThat(columns)
                    .doesNotContain("uq_account_handle", "uq_account_email")
                    .contains("handle", "total");
        }
    }

    @Test
    void postgresqlFindsPartsOfTextsByAnIndex() throws Exception {
        var database = migrated(Dialect.POSTGRESQL, Account.class);

        assertThat(plan(database, "\"first_name\" ilike '%a\\_b%'")).contains("search_account_first_name");
        assertThat(plan(database, "\"first_name\" ilike '%anna%' or \"notes\" ilike '%anna%'"))
                .contains("search_account_first_name", "search_account_notes");
        assertThat(plan(database, "\"notes\" like '%anna%'")).contains("search_account_notes");
    }

    @Test
    void postgresqlFindsTheExtensionInWhateverSchema() throws Exception {
        var database = TestDatabases.fresh("postgresql");
        execute(database, "create schema extensions", "create extension pg_trgm schema extensions");

        migrate(Dialect.POSTGRESQL, database, Account.class);

        assertThat(plan(database, "\"first_name\" ilike '%anna%'")).contains("search_account_first_name");
    }

    @Test
    void postgresqlMigratesWhereTheExtensionMayNotBeCreated() throws Exception {
        var database = TestDatabases.fresh("postgresql");
        var name = database.url().replaceAll(".*/", "");
        execute(database, "revoke create on database " + name + " from public, " + database.user());

        migrate(Dialect.POSTGRESQL, database, Account.class);

        assertThat(new Rows(Dialect.POSTGRESQL, database)
                        .select("select indexname from pg_indexes where tablename = 'account'"))
                .contains("ix_account_status_created_at")
                .noneMatch(index -> index.startsWith("search_"));
        assertThat(plan(database, "\"first_name\" ilike '%anna%'")).contains("Seq Scan");
    }

    private static String plan(TestDatabase database, String condition) throws SQLException {
        var plan = new StringBuilder();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var lines = statement.executeQuery("explain select * from \"account\" where " + condition)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private static void execute(TestDatabase database, String... statements) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private TestDatabase migrated(Dialect dialect, Class<?>... models) {
        var database = TestDatabases.fresh(dialect.id());
        migrate(dialect, database, models);
        return database;
    }

    private void migrate(Dialect dialect, TestDatabase database, Class<?>... models) {
        assertThat(generate(dialect, models)).isNotEmpty();
        assertThat(generate(dialect, models)).isEmpty();
        Migrator.of(new DatabaseSettings(database.url(), database.user(), database.password()))
                .migrate(List.of(new ModuleMigrations("bank", folder.resolve(dialect.id()))));
    }

    private List<Path> generate(Dialect dialect, Class<?>... models) {
        var source = EclipseLinkSchemas.of("bank", List.of(models), getClass().getClassLoader());
        return new MigrationGenerator("bank", source, MigrationFolder.at(folder), List.of(dialect), Clock.systemUTC())
                .generate(null);
    }

    /** Rows of the one table. Names are words that need no quotes but for their case. */
    private record Rows(Dialect dialect, TestDatabase database) {

        void insert(String id, String values) throws SQLException {
            var columns = new StringBuilder("id, created_at, updated_at");
            var literals = new StringBuilder("'" + id + "', current_timestamp, current_timestamp");
            for (String value : values.split(", ", -1)) {
                var pair = value.split(" = ", 2);
                columns.append(", ").append(pair[0]);
                literals.append(", ").append(pair[1]);
            }
            if (!columns.toString().contains("quantity")) {
                columns.append(", quantity");
                literals.append(", 0");
            }
            run("insert into account(" + columns + ") values (" + literals + ")");
        }

        void refuses(String id, String values) {
            assertThatThrownBy(() -> insert(id, values))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .asString()
                    .startsWith("23");
        }

        void update(String id, String value) throws SQLException {
            run("update account set " + value + " where id = '" + id + "'");
        }

        private void run(String sql) throws SQLException {
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                statement.execute(quoted(sql));
            }
        }

        List<@Nullable String> select(String sql) throws SQLException {
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(quoted(sql))) {
                var values = new ArrayList<@Nullable String>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }

        /** H2 folds names to upper case unless they are quoted. */
        private String quoted(String sql) {
            if (dialect != Dialect.H2) {
                return dialect == Dialect.MARIADB ? sql.replaceAll("\\brank\\b", "`rank`") : sql;
            }
            return sql.replaceAll(
                    "\\b(account|id|handle|email|status|parent_id|rank|first_name|last_name|full_name|price|quantity|total"
                            + "|size|points|next|created_at|updated_at|deleted_at)\\b",
                    "\"$1\"");
        }
    }
}
