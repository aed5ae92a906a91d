package io.ashlar.benchmark.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.benchmark.AuthorRow;
import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.Ids;
import io.ashlar.benchmark.Moment;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.Page;
import io.ashlar.benchmark.PostChange;
import io.ashlar.benchmark.PostRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Hibernate's StatelessSession: no cache, no dirty checking, every statement is called for. */
public final class HibernateContender implements Contender<Post, Author> {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final String OF_CATEGORY = " from Post p where p.category = :category and p.deletedAt is null";

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    /** Works on the connections of {@code pool}, which it closes. */
    public HibernateContender(HikariDataSource pool) {
        this.pool = pool;
        this.sessions = new HibernatePersistenceConfiguration("hibernate")
                .managedClasses(Post.class, Author.class)
                .property("jakarta.persistence.nonJtaDataSource", pool)
                .createEntityManagerFactory();
    }

    @Override
    public Post retrieve(String id) {
        return sessions.fromStatelessSession(session -> {
            var post = session.get(Post.class, id);
            if (post == null || post.getDeletedAt() != null) {
                throw new IllegalArgumentException("no post " + id);
            }
            return post;
        });
    }

    @Override
    public List<Post> list(String category) {
        return sessions.fromStatelessSession(session -> page(session, category));
    }

    @Override
    public Page<Post> listAndCount(String category) {
        return sessions.fromStatelessSession(session -> {
            var posts = page(session, category);
            if (posts.size() < PAGE) {
                return new Page<>(posts, posts.size());
            }
            var count = session.createSelectionQuery("select count(*)" + OF_CATEGORY, Long.class)
                    .setParameter("category", category)
                    .getSingleResult();
            return new Page<>(posts, count);
        });
    }

    @Override
    public List<Post> listWithAuthors(String category) {
        return sessions.fromStatelessSession(session -> session.createSelectionQuery(
                        "from Post p join fetch p.author where p.category = :category and p.deletedAt is null"
                                + " order by p.id",
                        Post.class)
                .setParameter("category", category)
                .setMaxResults(PAGE)
                .getResultList());
    }

    /** A join would repeat each author for each post, and could not be limited to 15 authors. */
    @Override
    public List<Author> listAuthorsWithPosts(String name) {
        return sessions.fromStatelessSession(session -> {
            var authors = session.createSelectionQuery(
                            "from Author a where a.name = :name and a.deletedAt is null order by a.id", Author.class)
                    .setParameter("name", name)
                    .setMaxResults(PAGE)
                    .getResultList();
            var posts = session
                    .createSelectionQuery("from Post p where p.author.id in :ids and p.deletedAt is null", Post.class)
                    .setParameterList("ids", authors.stream().map(Author::getId).toList())
                    .getResultList()
                    .stream()
                    .collect(Collectors.groupingBy(post -> post.getAuthor().getId()));
            authors.forEach(author -> author.setPosts(posts.getOrDefault(author.getId(), List.of())));
            return authors;
        });
    }

    @Override
    public Post create(NewPost post) {
        return sessions.fromStatelessTransaction(session -> {
            var created = new Post(Ids.next(), post, new Author(post.authorId()), Moment.now());
            session.insert(created);
            return created;
        });
    }

    @Override
    public List<Post> create(List<NewPost> posts) {
        return inBatches(session -> {
            var now = Moment.now();
            var created = new ArrayList<Post>(posts.size());
            posts.forEach(post -> created.add(new Post(Ids.next(), post, new Author(post.authorId()), now)));
            session.insertMultiple(created);
            return created;
        });
    }

    @Override
    public Post update(PostChange change) {
        return sessions.fromStatelessTransaction(session -> {
            var post = session.get(Post.class, change.id());
            post.change(change.title(), change.views(), Moment.now());
            session.update(post);
            return post;
        });
    }

    @Override
    public List<Post> update(List<PostChange> changes) {
        return inBatches(session -> {
            var now = Moment.now();
            Map<String, PostChange> byId =
                    changes.stream().collect(Collectors.toMap(PostChange::id, Function.identity()));
            var posts = session.getMultiple(Post.class, List.copyOf(byId.keySet()));
            for (var post : posts) {
                var change = Objects.requireNonNull(byId.get(post.getId()));
                post.change(change.title(), change.views(), now);
            }
            session.updateMultiple(posts);
            return posts;
        });
    }

    @Override
    public long updateViews(String firstCategory, String lastCategory, int views) {
        return sessions.fromStatelessTransaction(
                session -> session.createMutationQuery("update Post p set p.views = :views, p.updatedAt = :now"
                                + " where p.category between :first and :last and p.deletedAt is null")
                        .setParameter("views", views)
                        .setParameter("now", Moment.now())
                        .setParameter("first", firstCategory)
                        .setParameter("last", lastCategory)
                        .executeUpdate());
    }

    @Override
    public List<String> softDelete(List<String> ids) {
        return sessions.fromStatelessTransaction(session -> {
            var now = Moment.now();
            var deleted = session.createMutationQuery("update Post p set p.deletedAt = :now, p.updatedAt = :now"
                            + " where p.id in :ids and p.deletedAt is null")
                    .setParameter("now", now)
                    .setParameterList("ids", ids)
                    .executeUpdate();
            return deleted == ids.size()
                    ? ids
                    : session.createSelectionQuery(
                                    "select p.id from Post p where p.id in :ids and p.deletedAt = :now", String.class)
                            .setParameterList("ids", ids)
                            .setParameter("now", now)
                            .getResultList();
        });
    }

    @Override
    public void delete(List<String> ids) {
        sessions.inStatelessTransaction(session -> session.createMutationQuery("delete from Post p where p.id in :ids")
                .setParameterList("ids", ids)
                .executeUpdate());
    }

    @Override
    public void stream(Consumer<? super Post> reader) {
        sessions.inStatelessTransaction(session -> {
            try (var posts = session.createSelectionQuery(
                            "from Post p where p.deletedAt is null order by p.id", Post.class)
                    .setFetchSize(ROWS_AT_A_TIME)
                    .getResultStream()) {
                posts.forEach(reader);
            }
        });
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
        sessions.close();
        pool.close();
    }

    private <R> R inBatches(Function<StatelessSession, R> work) {
        return sessions.fromStatelessTransaction(session -> {
            session.setJdbcBatchSize(ROWS_AT_A_TIME);
            return work.apply(session);
        });
    }

    private static List<Post> page(StatelessSession session, String category) {
        return session.createSelectionQuery(OF_CATEGORY + " order by p.id", Post.class)
                .setParameter("category", category)
                .setMaxResults(PAGE)
                .getResultList();
    }
}
