package io.ashlar.internal.crud;

import io.ashlar.crud.Crud;
import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.query.ComparableProperty;
import io.ashlar.query.Property;
import io.ashlar.query.SortableProperty;
import io.ashlar.query.TextProperty;
import io.ashlar.query.ToOne;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A module's persistence on a fresh database, with tables written by hand. */
final class Blog implements AutoCloseable {

    static final TextProperty<Post> ID = new TextProperty<>(Post.class, "id");
    static final TextProperty<Post> TITLE = new TextProperty<>(Post.class, "title");
    static final ComparableProperty<Post, Integer> VIEWS = new ComparableProperty<>(Post.class, "views");
    static final ComparableProperty<Post, Integer> RANK = new ComparableProperty<>(Post.class, "rank");
    static final SortableProperty<Post, Post.Status> STATUS = new SortableProperty<>(Post.class, "status");
    static final Property<Post, Place> PLACE = new Property<>(Post.class, "place");
    static final Property<Post, List<String>> TAGS = new Property<>(Post.class, "tags");
    static final ToOne<Post, Author, Long> AUTHOR = new ToOne<>(Post.class, "author");
    static final ComparableProperty<Post, Instant> DELETED_AT = new ComparableProperty<>(Post.class, "deletedAt");

    final Crud<Post, String> posts;
    final Crud<Author, Long> authors;
    final Crud<Pseudonym, Long> pseudonyms;
    final Crud<Seat, Seat.Place> seats;
    final CountedStatements statements;
    private final Database database;

    private Blog(Database database, Cruds cruds, CountedStatements statements) {
        this.database = database;
        this.statements = statements;
        posts = cruds.of(Post.class);
        authors = cruds.of(Author.class);
        pseudonyms = cruds.of(Pseudonym.class);
        seats = cruds.of(Seat.class);
    }

    static Blog on(String dialect) throws SQLException {
        Blog blog = withoutTables(dialect);
        try (var connection = blog.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables(dialect)) {
                statement.execute(table);
            }
        }
        blog.statements.reset();
        return blog;
    }

    static Blog withoutTables(String dialect) {
        var fresh = TestDatabases.fresh(dialect);
        Database database = Database.open(new DatabaseSettings(fresh.url(), fresh.user(), fresh.password()));
        CountedStatements statements = new CountedStatements(database.dataSource());
        return new Blog(
                database,
                new Cruds(
                        "blog",
                        List.of(Post.class, Author.class, Pseudonym.class, Seat.class),
                        Dialect.byId(dialect).orElseThrow(),
                        statements.dataSource(),
                        new Transactions(),
                        EventLog.NONE,
                        Blog.class.getClassLoader()),
                statements);
    }

    @Override
    public void close() {
        database.close();
    }

    private static List<String> tables(String dialect) {
        String time = switch (dialect) {
            case "mariadb" -> "datetime(6)";
            case "h2" -> "timestamp(9) with time zone";
            default -> "timestamp(6) with time zone";
        };
        String times =
                ", created_at " + time + " not null, updated_at " + time + " not null, deleted_at " + time + " null";
        return List.of(
                        "create table author (id bigint primary key, name varchar(255)" + times + ")",
                        "create table pseudonym (id bigint primary key, name varchar(255), author_id bigint,"
                                + " constraint pseudonym_author_fk foreign key (author_id) references author (id)"
                                + times + ")",
                        "create table post (id varchar(255) primary key, title varchar(255) not null, views int not null,"
                                + " \"rank\" int, status varchar(20), city varchar(255), street varchar(255), author_id bigint,"
                                + " constraint uq_post_title unique (title),"
                                + " constraint post_author_fk foreign key (author_id) references author (id)" + times
                                + ")",
                        "create table post_tags (post_id varchar(255) not null, tags varchar(255),"
                                + " constraint post_tags_fk foreign key (post_id) references post (id))",
                        "create table seat (line int, number int, guest varchar(255), primary key (line, number)"
                                + times + ")")
                .stream()
                .map(sql ->
                        dialect.equals("mariadb") ? sql.replace('"', '`') : dialect.equals("h2") ? quoted(sql) : sql)
                .toList();
    }

    /** Keeps H2 from writing names in capitals. */
    private static String quoted(String sql) {
        return sql.replace("\"", "")
                .replaceAll(
                        "\\b(author|pseudonym|post|post_tags|seat|id|name|title|views|rank|status|city|street|author_id|post_id|tags"
                                + "|line|number|guest|created_at|updated_at|deleted_at|uq_post_title|\\w+_fk)\\b",
                        "\"$1\"");
    }
}
