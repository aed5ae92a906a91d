package io.ashlar.migration;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rows of a configured database, if it answers: a server that is down, or a file that does not exist, is no reason to fail,
 * as nothing here needs a database. Reads, and writes nothing.
 */
public final class DatabaseRows implements RowCounter {

    private static final int PATIENCE_SECONDS = 5;

    private final Supplier<DatabaseSettings> settings;

    /** Connects when first asked. */
    public DatabaseRows(Supplier<DatabaseSettings> settings) {
        this.settings = settings;
    }

    @Override
    public OptionalLong count(Function<Dialect, String> sql) {
        try (Database database = Database.openUnpooled(settings.get());
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet rows = statement.executeQuery(sql.apply(database.dialect()))) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        } catch (ProblemsFound | SQLException e) {
            return OptionalLong.empty();
        }
    }
}
