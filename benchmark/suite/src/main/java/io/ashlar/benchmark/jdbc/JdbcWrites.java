package io.ashlar.benchmark.jdbc;

import io.ashlar.benchmark.Ids;
import io.ashlar.benchmark.Moment;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.PostChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes posts. One statement is a transaction by itself; several are put into one. */
final class JdbcWrites {

    private static final int ROWS_AT_A_TIME = 1000;

    private final DataSource pool;

    JdbcWrites(DataSource pool) {
        this.pool = pool;
    }

    Post create(NewPost post) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Sql.INSERT)) {
            var created = stored(post, Moment.now());
            bind(statement, created);
            statement.executeUpdate();
            return created;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Post> create(List<NewPost> posts) {
        return inTransaction(connection -> {
            try (var statement = connection.prepareStatement(Sql.INSERT)) {
                var now = Moment.now();
                var created = new ArrayList<Post>(posts.size());
                for (var post : posts) {
                    var each = stored(post, now);
                    bind(statement, each);
                    statement.addBatch();
                    created.add(each);
                    if (created.size() % ROWS_AT_A_TIME == 0) {
                        statement.executeBatch();
                    }
                }
                if (created.size() % ROWS_AT_A_TIME != 0) {
                    statement.executeBatch();
                }
                return created;
            }
        });
    }

    Post update(PostChange change) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Sql.UPDATE_RETURNING)) {
            bind(statement, change, time(Moment.now()));
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("no post " + change.id());
                }
                return Rows.post(rows, null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Post> update(List<PostChange> changes) {
        return inTransaction(connection -> {
            var now = time(Moment.now());
            var ids = new String[changes.size()];
            try (var statement = connection.prepareStatement(Sql.UPDATE)) {
                var at = 0;
                for (var change : changes) {
                    bind(statement, change, now);
                    statement.addBatch();
                    ids[at++] = change.id();
                }
                statement.executeBatch();
            }
            try (var statement = connection.prepareStatement(Sql.RETRIEVE_MANY)) {
                statement.setArray(1, connection.createArrayOf("varchar", ids));
                try (var rows = statement.executeQuery()) {
                    return Rows.posts(rows, ids.length);
                }
            }
        });
    }

    long updateViews(String firstCategory, String lastCategory, int views) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Sql.UPDATE_VIEWS)) {
            statement.setInt(1, views);
            statement.setObject(2, time(Moment.now()));
            statement.setString(3, firstCategory);
            statement.setString(4, lastCategory);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> softDelete(List<String> ids) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Sql.SOFT_DELETE)) {
            var now = time(Moment.now());
            statement.setObject(1, now);
            statement.setObject(2, now);
            statement.setArray(3, connection.createArrayOf("varchar", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                var deleted = new ArrayList<String>(ids.size());
                while (rows.next()) {
                    deleted.add(rows.getString(1));
                }
                return deleted;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void delete(List<String> ids) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Sql.DELETE)) {
            statement.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <R> R inTransaction(Work<R> work) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Post stored(NewPost post, Instant now) {
        return new Post(
                Ids.next(),
                post.title(),
                post.body(),
                post.category(),
                post.status(),
                post.views(),
                post.rating(),
                post.publishedAt(),
                post.authorId(),
                now,
                now,
                null,
                null);
    }

    private static void bind(PreparedStatement statement, Post post) throws SQLException {
        statement.setString(1, post.id());
        statement.setString(2, post.title());
        statement.setString(3, post.body());
        statement.setString(4, post.category());
        statement.setString(5, post.status().name());
        statement.setInt(6, post.views());
        statement.setBigDecimal(7, post.rating());
        statement.setObject(8, time(post.publishedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(9, post.authorId());
        statement.setObject(10, time(post.createdAt()));
        statement.setObject(11, time(post.updatedAt()));
    }

    private static void bind(PreparedStatement statement, PostChange change, @Nullable OffsetDateTime now)
            throws SQLException {
        statement.setString(1, change.title());
        statement.setInt(2, change.views());
        statement.setObject(3, now);
        statement.setString(4, change.id());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    @FunctionalInterface
    private interface Work<R> {
        R on(Connection connection) throws SQLException;
    }
}
