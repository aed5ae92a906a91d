package io.ashlar.benchmark.jdbc;

/** The statements. */
final class Sql {

    static final String RETRIEVE = "SELECT " + Rows.POST + " FROM post p WHERE p.id = ? AND p.deleted_at IS NULL";

    static final String LIST =
            "SELECT " + Rows.POST + " FROM post p WHERE p.category = ? AND p.deleted_at IS NULL ORDER BY p.id LIMIT ?";

    static final String COUNT = "SELECT count(*) FROM post p WHERE p.category = ? AND p.deleted_at IS NULL";

    static final String LIST_WITH_AUTHORS = "SELECT " + Rows.POST + ", " + Rows.AUTHOR
            + " FROM post p JOIN author a ON a.id = p.author_id"
            + " WHERE p.category = ? AND p.deleted_at IS NULL ORDER BY p.id LIMIT ?";

    static final String LIST_AUTHORS =
            "SELECT " + Rows.AUTHOR + " FROM author a WHERE a.name = ? AND a.deleted_at IS NULL ORDER BY a.id LIMIT ?";

    static final String POSTS_OF_AUTHORS =
            "SELECT " + Rows.POST + " FROM post p WHERE p.author_id = ANY(?) AND p.deleted_at IS NULL";

    static final String INSERT = "INSERT INTO post (id, title, body, category, status, views, rating, published_at,"
            + " author_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String UPDATE =
            "UPDATE post p SET title = ?, views = ?, updated_at = ? WHERE p.id = ? AND p.deleted_at IS NULL";

    static final String UPDATE_RETURNING = UPDATE + " RETURNING " + Rows.POST;

    static final String RETRIEVE_MANY =
            "SELECT " + Rows.POST + " FROM post p WHERE p.id = ANY(?) AND p.deleted_at IS NULL";

    static final String UPDATE_VIEWS = "UPDATE post p SET views = ?, updated_at = ?"
            + " WHERE p.category BETWEEN ? AND ? AND p.deleted_at IS NULL";

    static final String SOFT_DELETE = "UPDATE post p SET deleted_at = ?, updated_at = ?"
            + " WHERE p.id = ANY(?) AND p.deleted_at IS NULL RETURNING p.id";

    static final String DELETE = "DELETE FROM post WHERE id = ANY(?)";

    static final String STREAM = "SELECT " + Rows.POST + " FROM post p WHERE p.deleted_at IS NULL ORDER BY p.id";

    private Sql() {}
}
