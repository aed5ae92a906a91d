package io.ashlar.benchmark.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.benchmark.AuthorRow;
import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.Page;
import io.ashlar.benchmark.PostChange;
import io.ashlar.benchmark.PostRow;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Plain JDBC: prepared statements, batches, one pool. What all others are measured against. */
public final class JdbcContender implements Contender<Post, Author> {

    private final HikariDataSource pool;
    private final JdbcReads reads;
    private final JdbcWrites writes;

    /** Works on the connections of {@code pool}, which it closes. */
    public JdbcContender(HikariDataSource pool) {
        this.pool = pool;
        this.reads = new JdbcReads(pool);
        this.writes = new JdbcWrites(pool);
    }

    @Override
    public Post retrieve(String id) {
        return reads.retrieve(id);
    }

    @Override
    public List<Post> list(String category) {
        return reads.list(category);
    }

    @Override
    public Page<Post> listAndCount(String category) {
        return reads.listAndCount(category);
    }

    @Override
    public List<Post> listWithAuthors(String category) {
        return reads.listWithAuthors(category);
    }

    @Override
    public List<Author> listAuthorsWithPosts(String name) {
        return reads.listAuthorsWithPosts(name);
    }

    @Override
    public Post create(NewPost post) {
        return writes.create(post);
    }

    @Override
    public List<Post> create(List<NewPost> posts) {
        return writes.create(posts);
    }

    @Override
    public Post update(PostChange change) {
        return writes.update(change);
    }

    @Override
    public List<Post> update(List<PostChange> changes) {
        return writes.update(changes);
    }

    @Override
    public long updateViews(String firstCategory, String lastCategory, int views) {
        return writes.updateViews(firstCategory, lastCategory, views);
    }

    @Override
    public List<String> softDelete(List<String> ids) {
        return writes.softDelete(ids);
    }

    @Override
    public void delete(List<String> ids) {
        writes.delete(ids);
    }

    @Override
    public void stream(Consumer<? super Post> reader) {
        reads.stream(reader);
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
}
