package io.ashlar.benchmark.jdbc;

import io.ashlar.benchmark.NewPost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns, and how a row becomes a post or an author. */
final class Rows {

    static final String POST = "p.id, p.title, p.body, p.category, p.status, p.views, p.rating, p.published_at,"
            + " p.author_id, p.created_at, p.updated_at, p.deleted_at";
    static final String AUTHOR = "a.id, a.name, a.email, a.created_at, a.updated_at, a.deleted_at";
    static final int POST_COLUMNS = 12;

    private Rows() {}

    static List<Post> posts(ResultSet rows, int expected) throws SQLException {
        var posts = new ArrayList<Post>(expected);
        while (rows.next()) {
            posts.add(post(rows, null));
        }
        return posts;
    }

    static Post post(ResultSet row, @Nullable Author author) throws SQLException {
        return new Post(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                NewPost.Status.valueOf(row.getString(5)),
                row.getInt(6),
                row.getBigDecimal(7),
                time(row, 8),
                row.getString(9),
                required(row, 10),
                required(row, 11),
                time(row, 12),
                author);
    }

    /** Reads the author whose columns follow after the first {@code before}. */
    static Author author(ResultSet row, int before, List<Post> posts) throws SQLException {
        return new Author(
                row.getString(before + 1),
                row.getString(before + 2),
                row.getString(before + 3),
                required(row, before + 4),
                required(row, before + 5),
                time(row, before + 6),
                posts);
    }

    private static Instant required(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
