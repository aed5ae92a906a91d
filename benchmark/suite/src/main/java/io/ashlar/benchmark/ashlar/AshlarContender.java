package io.ashlar.benchmark.ashlar;

import com.acme.blog.Author;
import com.acme.blog.BlogModuleService;
import com.acme.blog.Post;
import com.acme.blog._Author;
import com.acme.blog._Post;
import io.ashlar.Application;
import io.ashlar.benchmark.AuthorRow;
import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.Operation;
import io.ashlar.benchmark.Page;
import io.ashlar.benchmark.PostChange;
import io.ashlar.benchmark.PostRow;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.TestDatabase;
import io.ashlar.query.Find;
import io.ashlar.query.Update;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ashlar: the generated service of module {@code blog}. */
public final class AshlarContender implements Contender<Post, Author> {

    /** What its generated service has no methods for yet. */
    public static final List<Operation> MISSING = List.of();

    private final Application application;
    private final BlogModuleService blog;
    private final Map<String, Author> authors;

    /** Starts the module on {@code database}, whose authors must not change from now on. */
    public AshlarContender(TestDatabase database) {
        application = Application.builder()
                .database(new DatabaseSettings(database.url(), database.user(), database.password()))
                .module("blog")
                .start();
        blog = application.resolve(BlogModuleService.class);
        authors = blog.listAuthors(Find.all()).stream().collect(Collectors.toMap(Author::getId, Function.identity()));
    }

    @Override
    public Post retrieve(String id) {
        return blog.retrievePost(id);
    }

    @Override
    public List<Post> list(String category) {
        return blog.listPosts(_Post.category.equalTo(category), Find.take(PAGE));
    }

    @Override
    public Page<Post> listAndCount(String category) {
        var page = blog.listAndCountPosts(_Post.category.equalTo(category), Find.take(PAGE));
        return new Page<>(page.items(), page.count());
    }

    @Override
    public List<Post> listWithAuthors(String category) {
        return blog.listPosts(_Post.category.equalTo(category), Find.take(PAGE).relations(_Post.author));
    }

    @Override
    public List<Author> listAuthorsWithPosts(String name) {
        return blog.listAuthors(_Author.name.equalTo(name), Find.take(PAGE).relations(_Author.posts));
    }

    @Override
    public Post create(NewPost post) {
        return blog.createPosts(record(post));
    }

    @Override
    public List<Post> create(List<NewPost> posts) {
        return blog.createPosts(posts.stream().map(this::record).toList());
    }

    @Override
    public Post update(PostChange change) {
        return blog.updatePosts(change.id(), _Post.title.set(change.title()), _Post.views.set(change.views()));
    }

    @Override
    public List<Post> update(List<PostChange> changes) {
        return blog.updatePosts(changes.stream()
                .map(change -> new Update<Post, String>(
                        change.id(), _Post.title.set(change.title()), _Post.views.set(change.views())))
                .toList());
    }

    @Override
    public long updateViews(String firstCategory, String lastCategory, int views) {
        return blog.updatePosts(_Post.category.between(firstCategory, lastCategory), _Post.views.set(views));
    }

    @Override
    public List<String> softDelete(List<String> ids) {
        return blog.softDeletePosts(ids).getOrDefault("post_id", List.of()).stream()
                .map(String.class::cast)
                .toList();
    }

    @Override
    public void delete(List<String> ids) {
        blog.deletePosts(ids);
    }

    @Override
    public void stream(Consumer<? super Post> reader) {
        try (var posts = blog.streamPosts(Find.all())) {
            posts.forEach(reader);
        }
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
                Objects.requireNonNull(post.getCreatedAt()),
                Objects.requireNonNull(post.getUpdatedAt()),
                post.getDeletedAt());
    }

    @Override
    public AuthorRow authorRow(Author author) {
        return new AuthorRow(
                author.getId(),
                author.getName(),
                author.getEmail(),
                Objects.requireNonNull(author.getCreatedAt()),
                Objects.requireNonNull(author.getUpdatedAt()),
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
        application.close();
    }

    private Post record(NewPost values) {
        var post = new Post(values.title(), values.category(), Objects.requireNonNull(authors.get(values.authorId())));
        post.setBody(values.body());
        post.setStatus(Post.Status.valueOf(values.status().name()));
        post.setViews(values.views());
        post.setRating(values.rating());
        post.setPublishedAt(values.publishedAt());
        return post;
    }
}
