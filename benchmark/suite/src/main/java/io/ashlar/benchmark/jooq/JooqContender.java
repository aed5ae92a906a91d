package io.ashlar.benchmark.jooq;

import static io.ashlar.benchmark.jooq.Tables.*;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.benchmark.AuthorRow;
import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.Ids;
import io.ashlar.benchmark.Moment;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.Page;
import io.ashlar.benchmark.PostChange;
import io.ashlar.benchmark.PostRow;
import io.ashlar.benchmark.jdbc.Author;
import io.ashlar.benchmark.jdbc.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** jOOQ: typed SQL, mapped to the records of the JDBC contender. */
public final class JooqContender implements Contender<Post, Author> {

    private static final int ROWS_AT_A_TIME = 1000;

    private final HikariDataSource pool;
    private final DSLContext sql;

    /** Works on the connections of {@code pool}, which it closes. */
    public JooqContender(HikariDataSource pool) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        this.pool = pool;
        this.sql = DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    }

    @Override
    public Post retrieve(String id) {
        return Objects.requireNonNull(sql.select(POST_FIELDS)
                .from(POST)
                .where(ID.eq(id).and(DELETED_AT.isNull()))
                .fetchOne(JooqContender::post));
    }

    @Override
    public List<Post> list(String category) {
        return sql.select(POST_FIELDS)
                .from(POST)
                .where(live(category))
                .orderBy(ID)
                .limit(PAGE)
                .fetch(JooqContender::post);
    }

    @Override
    public Page<Post> listAndCount(String category) {
        var posts = list(category);
        return new Page<>(posts, posts.size() < PAGE ? posts.size() : sql.fetchCount(POST, live(category)));
    }

    @Override
    public List<Post> listWithAuthors(String category) {
        return sql.select(POST_FIELDS)
                .select(AUTHOR_FIELDS)
                .from(POST)
                .join(AUTHOR)
                .on(AUTHOR_KEY.eq(AUTHOR_ID))
                .where(live(category))
                .orderBy(ID)
                .limit(PAGE)
                .fetch(row -> post(row, author(row)));
    }

    @Override
    public List<Author> listAuthorsWithPosts(String name) {
        var authors = new LinkedHashMap<String, Author>();
        sql.select(AUTHOR_FIELDS)
                .from(AUTHOR)
                .where(AUTHOR_NAME.eq(name).and(AUTHOR_DELETED_AT.isNull()))
                .orderBy(AUTHOR_KEY)
                .limit(PAGE)
                .fetch(JooqContender::author)
                .forEach(author -> authors.put(author.id(), author));
        sql.select(POST_FIELDS)
                .from(POST)
                .where(AUTHOR_ID.in(authors.keySet()).and(DELETED_AT.isNull()))
                .fetch(JooqContender::post)
                .forEach(post -> {
                    var author = authors.get(post.authorId());
                    if (author != null) {
                        author.posts().add(post);
                    }
                });
        return new ArrayList<>(authors.values());
    }

    @Override
    public Post create(NewPost post) {
        var created = stored(post, Moment.now());
        sql.insertInto(POST, POST_FIELDS).values(values(created)).execute();
        return created;
    }

    @Override
    public List<Post> create(List<NewPost> posts) {
        return sql.transactionResult(transaction -> {
            var now = Moment.now();
            var created = new ArrayList<Post>(posts.size());
            posts.forEach(post -> created.add(stored(post, now)));
            var insert =
                    transaction.dsl().insertInto(POST, POST_FIELDS).values(new @Nullable Object[POST_FIELDS.size()]);
            for (var from = 0; from < created.size(); from += ROWS_AT_A_TIME) {
                var bindings = created.subList(from, Math.min(created.size(), from + ROWS_AT_A_TIME)).stream()
                        .map(JooqContender::values)
                        .toArray(Object[][]::new);
                transaction.dsl().batch(insert, bindings).execute();
            }
            return created;
        });
    }

    @Override
    public Post update(PostChange change) {
        return Objects.requireNonNull(sql.update(POST)
                .set(TITLE, change.title())
                .set(VIEWS, change.views())
                .set(UPDATED_AT, Moment.now())
                .where(ID.eq(change.id()).and(DELETED_AT.isNull()))
                .returning(POST_FIELDS)
                .fetchOne(JooqContender::post));
    }

    @Override
    public List<Post> update(List<PostChange> changes) {
        return sql.transactionResult(transaction -> {
            var now = Moment.now();
            var update = transaction
                    .dsl()
                    .update(POST)
                    .set(TITLE, (String) null)
                    .set(VIEWS, (Integer) null)
                    .set(UPDATED_AT, (Instant) null)
                    .where(ID.eq((String) null).and(DELETED_AT.isNull()));
            var bindings = changes.stream()
                    .map(change -> new Object[] {change.title(), change.views(), now, change.id()})
                    .toArray(Object[][]::new);
            transaction.dsl().batch(update, bindings).execute();
            return transaction
                    .dsl()
                    .select(POST_FIELDS)
                    .from(POST)
                    .where(ID.in(changes.stream().map(PostChange::id).toList()).and(DELETED_AT.isNull()))
                    .fetch(JooqContender::post);
        });
    }

    @Override
    public long updateViews(String firstCategory, String lastCategory, int views) {
        return sql.update(POST)
                .set(VIEWS, views)
                .set(UPDATED_AT, Moment.now())
                .where(CATEGORY.between(firstCategory, lastCategory).and(DELETED_AT.isNull()))
                .execute();
    }

    @Override
    public List<String> softDelete(List<String> ids) {
        var now = Moment.now();
        return sql.update(POST)
                .set(DELETED_AT, now)
                .set(UPDATED_AT, now)
                .where(ID.in(ids).and(DELETED_AT.isNull()))
                .returning(ID)
                .fetch(ID);
    }

    @Override
    public void delete(List<String> ids) {
        sql.deleteFrom(POST).where(ID.in(ids)).execute();
    }

    @Override
    public void stream(Consumer<? super Post> reader) {
        sql.transaction(transaction -> {
            try (var posts = transaction
                    .dsl()
                    .select(POST_FIELDS)
                    .from(POST)
                    .where(DELETED_AT.isNull())
                    .orderBy(ID)
                    .fetchSize(ROWS_AT_A_TIME)
                    .fetchLazy()) {
                for (var row : posts) {
                    reader.accept(post(row));
                }
            }
        });
    }

    @Override
    public int views(Post post) {
        return post.views();
    }

    @Override
    public PostRow row(Post post) {
        return new PostRow(
                post.id(),
                post.title(),
                post.body(),
                post.category(),
                post.status().name(),
                post.views(),
                post.rating(),
                post.publishedAt(),
                post.authorId(),
                post.createdAt(),
                post.updatedAt(),
                post.deletedAt());
    }

    @Override
    public AuthorRow authorRow(Author author) {
        return new AuthorRow(
                author.id(), author.name(), author.email(), author.createdAt(), author.updatedAt(), author.deletedAt());
    }

    @Override
    public Author author(Post post) {
        return Objects.requireNonNull(post.author());
    }

    @Override
    public List<Post> posts(Author author) {
        return author.posts();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Condition live(String category) {
        return CATEGORY.eq(category).and(DELETED_AT.isNull());
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

    private static @Nullable Object[] values(Post post) {
        return new @Nullable Object[] {
            post.id(),
            post.title(),
            post.body(),
            post.category(),
            post.status(),
            post.views(),
            post.rating(),
            post.publishedAt(),
            post.authorId(),
            post.createdAt(),
            post.updatedAt(),
            null
        };
    }

    private static Post post(Record row) {
        return post(row, null);
    }

    private static Post post(Record row, @Nullable Author author) {
        return new Post(
                row.get(ID),
                row.get(TITLE),
                row.get(BODY),
                row.get(CATEGORY),
                row.get(STATUS),
                row.get(VIEWS),
                row.get(RATING),
                row.get(PUBLISHED_AT),
                row.get(AUTHOR_ID),
                row.get(CREATED_AT),
                row.get(UPDATED_AT),
                row.get(DELETED_AT),
                author);
    }

    private static Author author(Record row) {
        return new Author(
                row.get(AUTHOR_KEY),
                row.get(AUTHOR_NAME),
                row.get(AUTHOR_EMAIL),
                row.get(AUTHOR_CREATED_AT),
                row.get(AUTHOR_UPDATED_AT),
                row.get(AUTHOR_DELETED_AT),
                new ArrayList<>());
    }
}
