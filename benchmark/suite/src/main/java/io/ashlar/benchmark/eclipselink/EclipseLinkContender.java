package io.ashlar.benchmark.eclipselink;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.benchmark.AuthorRow;
import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.Ids;
import io.ashlar.benchmark.Moment;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.Page;
import io.ashlar.benchmark.PostChange;
import io.ashlar.benchmark.PostRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.queries.CursoredStream;

/** EclipseLink as JPA: woven, batches, no shared cache. Post's additional criteria hide what is softly deleted. */
public final class EclipseLinkContender implements Contender<Post, Author> {

    private static final int ROWS_AT_A_TIME = 1000;
    private static final String OF_CATEGORY = " from Post p where p.category = :category";

    private final HikariDataSource pool;
    private final EntityManagerFactory factory;

    /** Works on the connections of {@code pool}, which it closes. */
    public EclipseLinkContender(HikariDataSource pool) {
        this.pool = pool;
        this.factory = Persistence.createEntityManagerFactory(
                "eclipselink", Map.of("jakarta.persistence.nonJtaDataSource", pool));
    }

    @Override
    public Post retrieve(String id) {
        return reading(entities -> {
            var post = entities.find(Post.class, id);
            if (post == null) {
                throw new IllegalArgumentException("no post " + id);
            }
            return post;
        });
    }

    @Override
    public List<Post> list(String category) {
        return reading(entities -> page(entities, category).getResultList());
    }

    @Override
    public Page<Post> listAndCount(String category) {
        return reading(entities -> {
            var posts = page(entities, category).getResultList();
            if (posts.size() < PAGE) {
                return new Page<>(posts, posts.size());
            }
            var count = entities.createQuery("select count(p)" + OF_CATEGORY, Long.class)
                    .setParameter("category", category)
                    .getSingleResult();
            return new Page<>(posts, count);
        });
    }

    @Override
    public List<Post> listWithAuthors(String category) {
        return reading(entities -> {
            var posts = page(entities, category)
                    .setHint(QueryHints.BATCH, "p.author")
                    .setHint(QueryHints.BATCH_TYPE, "IN")
                    .getResultList();
            posts.forEach(post -> post.getAuthor().getName());
            return posts;
        });
    }

    @Override
    public List<Author> listAuthorsWithPosts(String name) {
        return reading(entities -> {
            var authors = entities.createQuery(
                            "select a from Author a where a.name = :name and a.deletedAt is null order by a.id",
                            Author.class)
                    .setParameter("name", name)
                    .setMaxResults(PAGE)
                    .setHint(QueryHints.BATCH, "a.posts")
                    .setHint(QueryHints.BATCH_TYPE, "IN")
                    .getResultList();
            for (var author : authors) {
                var unused = author.getPosts().size(); // reads the posts of all
            }
            return authors;
        });
    }

    @Override
    public Post create(NewPost post) {
        return inTransaction(entities -> {
            var created = new Post(Ids.next(), post, author(entities, post), Moment.now());
            entities.persist(created);
            return created;
        });
    }

    @Override
    public List<Post> create(List<NewPost> posts) {
        return inTransaction(entities -> {
            var now = Moment.now();
            var created = new ArrayList<Post>(posts.size());
            for (var post : posts) {
                var each = new Post(Ids.next(), post, author(entities, post), now);
                entities.persist(each);
                created.add(each);
                if (created.size() % ROWS_AT_A_TIME == 0) {
                    entities.flush();
                    entities.clear();
                }
            }
            return created;
        });
    }

    @Override
    public Post update(PostChange change) {
        return inTransaction(entities -> {
            var post = entities.find(Post.class, change.id());
            post.change(change.title(), change.views(), Moment.now());
            return post;
        });
    }

    @Override
    public List<Post> update(List<PostChange> changes) {
        return inTransaction(entities -> {
            var now = Moment.now();
            Map<String, PostChange> byId =
                    changes.stream().collect(Collectors.toMap(PostChange::id, Function.identity()));
            var posts = entities.createQuery("select p from Post p where p.id in :ids", Post.class)
                    .setParameter("ids", byId.keySet())
                    .getResultList();
            for (var post : posts) {
                var change = Objects.requireNonNull(byId.get(post.getId()));
                post.change(change.title(), change.views(), now);
            }
            return posts;
        });
    }

    @Override
    public long updateViews(String firstCategory, String lastCategory, int views) {
        return inTransaction(entities -> (long) entities.createQuery("update Post p set p.views = :views,"
                        + " p.updatedAt = :now where p.category between :first and :last")
                .setParameter("views", views)
                .setParameter("now", Moment.now())
                .setParameter("first", firstCategory)
                .setParameter("last", lastCategory)
                .executeUpdate());
    }

    @Override
    public List<String> softDelete(List<String> ids) {
        return inTransaction(entities -> {
            var now = Moment.now();
            var deleted = entities.createQuery(
                            "update Post p set p.deletedAt = :now, p.updatedAt = :now where p.id in :ids")
                    .setParameter("now", now)
                    .setParameter("ids", ids)
                    .executeUpdate();
            if (deleted != ids.size()) {
                throw new UnsupportedOperationException("which ones: additional criteria hide them");
            }
            return ids;
        });
    }

    @Override
    public void delete(List<String> ids) {
        inTransaction(entities -> entities.createQuery("delete from Post p where p.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate());
    }

    /** The transaction begins early, or the driver would hold every row; what was read is forgotten now and then. */
    @Override
    public void stream(Consumer<? super Post> reader) {
        inTransaction(entities -> {
            entities.unwrap(Connection.class);
            var posts = (CursoredStream) entities.createQuery("select p from Post p order by p.id")
                    .setHint(QueryHints.CURSOR, HintValues.TRUE)
                    .setHint(QueryHints.JDBC_FETCH_SIZE, ROWS_AT_A_TIME)
                    .getSingleResult();
            for (var read = 1; posts.hasNext(); read++) {
                reader.accept((Post) posts.next());
                if (read % ROWS_AT_A_TIME == 0) {
                    posts.clear();
                    entities.clear();
                }
            }
            posts.close();
            return posts;
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
        factory.close();
        pool.close();
    }

    private static Author author(EntityManager entities, NewPost post) {
        return entities.getReference(Author.class, post.authorId());
    }

    private static TypedQuery<Post> page(EntityManager entities, String category) {
        return entities.createQuery("select p" + OF_CATEGORY + " order by p.id", Post.class)
                .setParameter("category", category)
                .setMaxResults(PAGE);
    }

    private <R> R reading(Function<EntityManager, R> work) {
        try (var entities = factory.createEntityManager()) {
            return work.apply(entities);
        }
    }

    private <R> R inTransaction(Function<EntityManager, R> work) {
        return reading(entities -> {
            var transaction = entities.getTransaction();
            transaction.begin();
            try {
                var result = work.apply(entities);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        });
    }
}
