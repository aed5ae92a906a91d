package io.ashlar.internal.event;

import io.ashlar.database.Dialect;
import io.ashlar.event.ModelEvent;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL of a module's outbox; the table itself comes from the module's migrations. */
final class OutboxTable {

    /** Rows looked at a time: more events that fail hold up all that follow. */
    static final int WINDOW = 500;

    private static final int LONGEST_ERROR = 4000;
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private final String module;
    private final Dialect dialect;
    private final char quote;
    private final String table;

    OutboxTable(String module, Dialect dialect) {
        this.module = module;
        this.dialect = dialect;
        this.quote = dialect == Dialect.MARIADB ? '`' : '"';
        this.table = quoted(name(module));
    }

    /** Returns the table's name: {@code my_blog_outbox} for {@code my-blog}. */
    static String name(String module) {
        return module.replace('-', '_') + "_outbox";
    }

    /** Adds an event, in the transaction of {@code connection}. */
    void add(Connection connection, ModelEvent event, String ids) throws SQLException {
        String sql = "insert into " + table + " (" + columns("event_id", "model", "action", "ids", "created_at")
                + ") values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, event.id());
            insert.setString(2, event.model());
            insert.setString(3, event.action().name());
            insert.setString(4, ids);
            bind(insert, 5, event.time());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    /** Returns the oldest events that are to be delivered or tried again. */
    List<OutboxRow> window(Connection connection) throws SQLException {
        return rows(
                connection,
                select() + " where " + quoted("dead") + " = false order by " + quoted("id") + " limit " + WINDOW);
    }

    /** Returns the events that were given up. */
    List<OutboxRow> dead(Connection connection) throws SQLException {
        return rows(connection, select() + " where " + quoted("dead") + " = true order by " + quoted("id"));
    }

    /** Locks the event until the transaction ends; empty if another instance has it, or had. */
    Optional<OutboxRow> claim(Connection connection, long id) throws SQLException {
        return rows(
                        connection,
                        select() + " where " + quoted("id") + " = " + id + " and " + quoted("dead")
                                + " = false for update skip locked")
                .stream()
                .findFirst();
    }

    /** Returns whether the event is still to be delivered, by whomever. */
    boolean isPending(Connection connection, long id) throws SQLException {
        return !rows(
                        connection,
                        select() + " where " + quoted("id") + " = " + id + " and " + quoted("dead") + " = false")
                .isEmpty();
    }

    void delete(Connection connection, long id) throws SQLException {
        update(connection, "delete from " + table + " where " + quoted("id") + " = " + id);
    }

    /** Notes an attempt that failed. */
    void failed(Connection connection, OutboxRow row, String handled, String error, @Nullable Duration pause)
            throws SQLException {
        String sql = "update " + table + " set " + quoted("attempts") + " = ?, " + quoted("next_attempt_at") + " = ?, "
                + quoted("handled") + " = ?, " + quoted("error") + " = ?, " + quoted("dead") + " = ? where "
                + quoted("id") + " = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, row.attempts() + 1);
            bind(update, 2, Instant.now().plus(pause == null ? Duration.ZERO : pause));
            update.setString(3, handled);
            update.setString(4, error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error);
            update.setBoolean(5, pause == null);
            update.setLong(6, row.id());
            update.executeUpdate();
        }
    }

    int revive(Connection connection) throws SQLException {
        return update(
                connection,
                "update " + table + " set " + quoted("dead") + " = false, " + quoted("attempts") + " = 0, "
                        + quoted("next_attempt_at") + " = null where " + quoted("dead") + " = true");
    }

    long pending(Connection connection) throws SQLException {
        String sql = "select count(*) from " + table + " where " + quoted("dead") + " = false";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private int update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private List<OutboxRow> rows(Connection connection, String sql) throws SQLException {
        List<OutboxRow> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new OutboxRow(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        Optional.ofNullable(instant(rows, 6)).orElse(Instant.EPOCH),
                        rows.getInt(7),
                        instant(rows, 8),
                        rows.getString(9),
                        rows.getString(10)));
            }
        } catch (SQLException e) {
            throw explained(e);
        }
        return found;
    }

    private String select() {
        return "select "
                + columns(
                        "id",
                        "event_id",
                        "model",
                        "action",
                        "ids",
                        "created_at",
                        "attempts",
                        "next_attempt_at",
                        "handled",
                        "error")
                + " from " + table;
    }

    private String columns(String... names) {
        return String.join(", ", Arrays.stream(names).map(this::quoted).toList());
    }

    private String quoted(String name) {
        return quote + name + quote;
    }

    /** MariaDB keeps points in time as a date and time in UTC, and its driver must not move them. */
    private void bind(PreparedStatement statement, int index, Instant instant) throws SQLException {
        Instant stored = instant.truncatedTo(ChronoUnit.MICROS);
        if (dialect == Dialect.MARIADB) {
            statement.setString(
                    index, LocalDateTime.ofInstant(stored, ZoneOffset.UTC).toString());
        } else {
            statement.setObject(index, stored.atOffset(ZoneOffset.UTC));
        }
    }

    private @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        if (dialect == Dialect.MARIADB) {
            String text = rows.getString(column);
            return text == null
                    ? null
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        }
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private SQLException explained(SQLException e) {
        if (!NO_TABLE.contains(String.valueOf(e.getSQLState()))) {
            return e;
        }
        throw new ProblemsFound(
                List.of(new Problem(
                        "tables-missing",
                        "Module '" + module + "' has an outbox, but its table " + name(module) + " is not there",
                        "@Module(name = \"" + module + "\", outbox = true)",
                        "run mvn modules:db-generate, then mvn modules:db-migrate")),
                e);
    }
}
