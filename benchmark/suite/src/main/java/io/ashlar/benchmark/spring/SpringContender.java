package io.ashlar.benchmark.spring;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.benchmark.AuthorRow;
import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.Page;
import io.ashlar.benchmark.PostChange;
import io.ashlar.benchmark.PostRow;
import io.ashlar.benchmark.hibernate.Author;
import io.ashlar.benchmark.hibernate.Post;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Spring Data JPA on Hibernate: repositories behind a transactional service. */
public final class SpringContender implements Contender<Post, Author> {

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;
    private final BlogService blog;

    /** Works on the connections of {@code pool}, which it closes. */
    public SpringContender(HikariDataSource pool) {
        this.pool = pool;
        context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", HikariDataSource.class, () -> pool);
        context.register(SpringConfiguration.class);
        context.refresh();
        blog = context.getBean(BlogService.class);
    }

    @Override
    public Post retrieve(String id) {
        return blog.retrieve(id);
    }

    @Override
    public List<Post> list(String category) {
        return blog.list(category);
    }

    @Override
    public Page<Post> listAndCount(String category) {
        return blog.listAndCount(category);
    }

    @Override
    public List<Post> listWithAuthors(String category) {
        return blog.listWithAuthors(category);
    }

    @Override
    public List<Author> listAuthorsWithPosts(String name) {
        return blog.listAuthorsWithPosts(name);
    }

    @Override
    public Post create(NewPost post) {
        return blog.create(post);
    }

    @Override
    public List<Post> create(List<NewPost> posts) {
        return blog.create(posts);
    }

    @Override
    public Post update(PostChange change) {
        return blog.update(change);
    }

    @Override
    public List<Post> update(List<PostChange> changes) {
        return blog.update(changes);
    }

    @Override
    public long updateViews(String firstCategory, String lastCategory, int views) {
        return blog.updateViews(firstCategory, lastCategory, views);
    }

    @Override
    public List<String> softDelete(List<String> ids) {
        return blog.softDelete(ids);
    }

    @Override
    public void delete(List<String> ids) {
        blog.delete(ids);
    }

    @Override
    public void stream(Consumer<? super Post> reader) {
        blog.stream(reader);
    }

    @Override
    public int views(Post post) {
        return post.getViews();
    }

    @Override
    public PostRow row(Post post) {
        return new PostRow(
                post.getId(),
                post.getTitle(),
                post.getBody(),
                post.getCategory(),
                post.getStatus().name(),
                post.getViews(),
                post.getRating(),
                post.getPublishedAt(),
                post.getAuthor().getId(),
                post.getCreatedAt(),
                post.getUpdatedAt(),
                post.getDeletedAt());
    }

    @Override
    public AuthorRow authorRow(Author author) {
        return new AuthorRow(
                author.getId(),
                author.getName(),
                author.getEmail(),
                author.getCreatedAt(),
                author.getUpdatedAt(),
                author.getDeletedAt());
    }

    @Override
    public Author author(Post post) {
        return post.getAuthor();
    }

    @Override
    public List<Post> posts(Author author) {
        return author.getPosts();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
