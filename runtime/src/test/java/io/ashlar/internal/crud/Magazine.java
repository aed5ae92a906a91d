package io.ashlar.internal.crud;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.crud.Crud;
import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.transaction.Transactions;
import java.sql.SQLException;
import java.util.List;

/** A module of four related models on a fresh database, for what has to hold for any records and questions. */
final class Magazine implements AutoCloseable {

    final String dialect;
    final Crud<Article, String> articles;
    final Crud<Writer, Long> writers;
    final Crud<Topic, Long> topics;
    final Crud<Note, Long> notes;
    final Transactions transactions = new Transactions();
    final CountedStatements statements;
    private final Database database;

    private Magazine(String dialect, Database database, boolean counted, EventLog log) {
        this.dialect = dialect;
        this.database = database;
        statements = new CountedStatements(database.dataSource());
        Cruds cruds = new Cruds(
                "magazine",
                List.of(Article.class, Writer.class, Topic.class, Note.class),
                Dialect.byId(dialect).orElseThrow(),
                counted ? statements.dataSource() : database.dataSource(),
                transactions,
                log,
                Magazine.class.getClassLoader());
        articles = cruds.of(Article.class);
        writers = cruds.of(Writer.class);
        topics = cruds.of(Topic.class);
        notes = cruds.of(Note.class);
    }

    /** Returns one with empty tables. */
    static Magazine on(String dialect) throws SQLException {
        return on(dialect, true);
    }

    /** Returns one with empty tables that does not count statements, which would hold threads up. */
    static Magazine uncounted(String dialect) throws SQLException {
        return on(dialect, false);
    }

    private static Magazine on(String dialect, boolean counted) throws SQLException {
        return on(dialect, counted, EventLog.NONE);
    }

    /** Returns one with empty tables that tells {@code log} what happens. */
    static Magazine telling(String dialect, EventLog log) throws SQLException {
        return on(dialect, true, log);
    }

    private static Magazine on(String dialect, boolean counted, EventLog log) throws SQLException {
        var fresh = TestDatabases.fresh(dialect);
        Database database = Database.open(new DatabaseSettings(
                // H2 would write names without quotes in capitals
                dialect.equals("h2") ? fresh.url() + ";DATABASE_TO_LOWER=TRUE" : fresh.url(),
                fresh.user(),
                fresh.password()));
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables(dialect)) {
                statement.execute(table);
            }
        }
        return new Magazine(dialect, database, counted, log);
    }

    /** Returns one that holds {@code issue}, whose softly deleted records get their time of deletion. */
    static Magazine of(String dialect, Issue issue) throws SQLException {
        Magazine magazine = on(dialect);
        magazine.writers.create(issue.writers);
        magazine.topics.create(issue.topics);
        magazine.articles.create(issue.articles);
        magazine.notes.create(issue.notes);
        magazine.notes.softDelete(issue.deletedNotes);
        magazine.articles.softDelete(issue.deletedArticles);
        magazine.topics.softDelete(issue.deletedTopics);
        magazine.writers.softDelete(issue.deletedWriters);
        magazine.statements.reset();
        return magazine;
    }

    /** Returns the connections, to see which are in use. */
    HikariDataSource pool() {
        return (HikariDataSource) database.dataSource();
    }

    @Override
    public void close() {
        database.close();
    }

    private static List<String> tables(String dialect) {
        return List.of(
                        "writer (id bigint primary key, name text, age int, mentor_id bigint references writer (id)",
                        "topic (id bigint primary key, name text",
                        "article (id text primary key, code text not null, title text, byline text, summary text,"
                                + " views int not null, rating int, pages bigint, weight double precision,"
                                + " price decimal(10, 2), featured boolean, status text, published time, due date,"
                                + " ticket uuid, city text, street text, marks json, scores json,"
                                + " writer_id bigint references writer (id)",
                        "note (id bigint primary key, text text, stars int, article_id text references article (id),"
                                + " writer_id bigint references writer (id)",
                        "article_labels (article_id text not null references article (id), labels text)",
                        "article_topic (article_id text not null references article (id),"
                                + " topic_id bigint not null references topic (id), primary key (article_id, topic_id))")
                .stream()
                .map(table -> sql(table, dialect))
                .toList();
    }

    private static String sql(String table, String dialect) {
        String time = switch (dialect) {
            case "mariadb" -> "datetime(6)";
            case "h2" -> "timestamp(9) with time zone";
            default -> "timestamp(6) with time zone";
        };
        String whole = table.endsWith(")") && table.startsWith("article_")
                ? table
                : table + ", created_at time not null, updated_at time not null, deleted_at time null)";
        String typed = whole.replaceAll("(\\w+) text", "$1 varchar(255)")
                .replaceAll("(\\w+) time\\b", "$1 " + time)
                .replaceAll("(\\w+) json", dialect.equals("postgresql") ? "$1 jsonb" : "$1 json");
        return "create table " + typed
                + (dialect.equals("mariadb") ? " character set utf8mb4 collate utf8mb4_nopad_bin" : "");
    }
}
