package io.ashlar.benchmark.jdbc;

import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads posts and authors. */
final class JdbcReads {

    private static final int ROWS_AT_A_TIME = 1000;

    private final DataSource pool;

    JdbcReads(DataSource pool) {
        this.pool = pool;
    }

    Post retrieve(String id) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Sql.RETRIEVE)) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("no post " + id);
                }
                return Rows.post(rows, null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Post> list(String category) {
        try (var connection = pool.getConnection()) {
            return page(connection, category);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page that is not full would tell the count by itself; these are full. */
    Page<Post> listAndCount(String category) {
        try (var connection = pool.getConnection()) {
            var posts = page(connection, category);
            if (posts.size() < Contender.PAGE) {
                return new Page<>(posts, posts.size());
            }
            try (var statement = connection.prepareStatement(Sql.COUNT)) {
                statement.setString(1, category);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return new Page<>(posts, rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Post> listWithAuthors(String category) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(Sql.LIST_WITH_AUTHORS)) {
            statement.setString(1, category);
            statement.setInt(2, Contender.PAGE);
            try (var rows = statement.executeQuery()) {
                var posts = new ArrayList<Post>(Contender.PAGE);
                while (rows.next()) {
                    posts.add(Rows.post(rows, Rows.author(rows, Rows.POST_COLUMNS, List.of())));
                }
                return posts;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Author> listAuthorsWithPosts(String name) {
        try (var connection = pool.getConnection()) {
            var authors = authors(connection, name);
            try (var statement = connection.prepareStatement(Sql.POSTS_OF_AUTHORS)) {
                statement.setArray(
                        1, connection.createArrayOf("varchar", authors.keySet().toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var post = Rows.post(rows, null);
                        var author = authors.get(post.authorId());
                        if (author != null) {
                            author.posts().add(post);
                        }
                    }
                }
            }
            return new ArrayList<>(authors.values());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cursors need a transaction. */
    void stream(Consumer<? super Post> reader) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(Sql.STREAM)) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.accept(Rows.post(rows, null));
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Post> page(Connection connection, String category) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.LIST)) {
            statement.setString(1, category);
            statement.setInt(2, Contender.PAGE);
            try (var rows = statement.executeQuery()) {
                return Rows.posts(rows, Contender.PAGE);
            }
        }
    }

    private static Map<String, Author> authors(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.LIST_AUTHORS)) {
            statement.setString(1, name);
            statement.setInt(2, Contender.PAGE);
            try (var rows = statement.executeQuery()) {
                var authors = new LinkedHashMap<String, Author>();
                while (rows.next()) {
                    var author = Rows.author(rows, 0, new ArrayList<>());
                    authors.put(author.id(), author);
                }
                return authors;
            }
        }
    }
}
