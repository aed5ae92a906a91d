package io.ashlar.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database holds, read by statements of its own; by ascending id, the softly deleted too where ids are given. */
final class Truth implements AutoCloseable {

    private final Connection connection;

    private Truth(Connection connection) {
        this.connection = connection;
    }

    static Truth of(Data data) {
        try {
            return new Truth(data.pool().getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<PostRow> posts(List<String> ids) {
        return read("SELECT * FROM post WHERE id = ANY(?) ORDER BY id", Truth::post, ids.toArray());
    }

    List<PostRow> category(String category) {
        return read(
                "SELECT * FROM post WHERE category = ANY(?) AND deleted_at IS NULL ORDER BY id LIMIT 15",
                Truth::post,
                category);
    }

    List<PostRow> postsOf(String author) {
        return read(
                "SELECT * FROM post WHERE author_id = ANY(?) AND deleted_at IS NULL ORDER BY id", Truth::post, author);
    }

    AuthorRow author(String id) {
        return read("SELECT * FROM author WHERE id = ANY(?)", Truth::author, id).get(0);
    }

    List<AuthorRow> authors(String name) {
        return read(
                "SELECT * FROM author WHERE name = ANY(?) AND deleted_at IS NULL ORDER BY id LIMIT 15",
                Truth::author,
                name);
    }

    private <R> List<R> read(String sql, Row<R> row, Object... arguments) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("varchar", arguments));
            try (var rows = statement.executeQuery()) {
                var read = new ArrayList<R>();
                while (rows.next()) {
                    read.add(row.of(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PostRow post(ResultSet row) throws SQLException {
        return new PostRow(
                row.getString("id"),
                row.getString("title"),
                row.getString("body"),
                row.getString("category"),
                row.getString("status"),
                row.getInt("views"),
                row.getObject("rating", BigDecimal.class),
                time(row, "published_at"),
                row.getString("author_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                time(row, "deleted_at"));
    }

    private static AuthorRow author(ResultSet row) throws SQLException {
        return new AuthorRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                time(row, "deleted_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Row<R> {
        R of(ResultSet row) throws SQLException;
    }
}
