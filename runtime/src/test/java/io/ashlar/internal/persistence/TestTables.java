package io.ashlar.internal.persistence;

import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import io.ashlar.internal.mapping.Storage;
import io.ashlar.internal.mapping.Storages;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.persistence.sessions.Project;
import org.eclipse.persistence.tools.schemaframework.DefaultTableGenerator;
import org.eclipse.persistence.tools.schemaframework.FieldDefinition;
import org.eclipse.persistence.tools.schemaframework.TableDefinition;

/** Tables for a test, without keys and constraints. */
final class TestTables {

    private TestTables() {}

    static void create(TestDatabase database, Dialect dialect, List<Class<?>> models) throws SQLException {
        Project project =
                PersistenceUnits.describe("test", models, dialect, models.get(0).getClassLoader());
        Storages storages = Storages.of(project);
        var quote = dialect == Dialect.MARIADB ? "`" : "\"";
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (TableDefinition table : new DefaultTableGenerator(project)
                    .generateDefaultTableCreator()
                    .getTableDefinitions()) {
                var name = plain(table.getName());
                var columns = table.getFields().stream()
                        .map(FieldDefinition::getName)
                        .map(TestTables::plain)
                        .map(column -> quote + column + quote + " "
                                + sql(
                                        storages.column(name, column).orElseThrow(() -> new AssertionError(column)),
                                        dialect))
                        .collect(Collectors.joining(", "));
                statement.execute("create table " + quote + name + quote + " (" + columns + ")"
                        + (dialect == Dialect.MARIADB ? " character set utf8mb4 collate utf8mb4_nopad_bin" : ""));
            }
        }
    }

    private static String plain(String name) {
        return name.replace("\"", "").replace("`", "");
    }

    private static String sql(Storage storage, Dialect dialect) {
        var postgres = dialect == Dialect.POSTGRESQL;
        var maria = dialect == Dialect.MARIADB;
        return switch (storage.kind()) {
            case BOOLEAN -> "boolean";
            case BYTE -> postgres ? "smallint" : "tinyint";
            case SHORT -> "smallint";
            case INT -> "integer";
            case LONG -> "bigint";
            case FLOAT -> maria ? "double" : "real";
            case DOUBLE -> "double precision";
            case DECIMAL ->
                storage.precision() > 0
                        ? "numeric(" + storage.precision() + "," + storage.scale() + ")"
                        : postgres ? "numeric" : maria ? "decimal(65,30)" : "decfloat(1000)";
            case BIG_INTEGER -> maria ? "decimal(65,0)" : "numeric(1000,0)";
            case CHAR -> "varchar(1)";
            case VARCHAR, ENUM -> "varchar(" + storage.length() + ")";
            case TEXT -> postgres ? "text" : maria ? "longtext" : "character large object";
            case BINARY -> postgres ? "bytea" : maria ? "longblob" : "binary large object";
            case UUID -> "uuid";
            case INSTANT, OFFSET_DATE_TIME ->
                maria ? "datetime(6)" : "timestamp(" + (postgres ? 6 : 9) + ") with time zone";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time(" + (dialect == Dialect.H2 ? 9 : 6) + ")";
            case LOCAL_DATE_TIME -> maria ? "datetime(6)" : "timestamp(" + (postgres ? 6 : 9) + ")";
            case DURATION -> "numeric(28,9)";
            case JSON -> postgres ? "jsonb" : "json";
        };
    }
}
