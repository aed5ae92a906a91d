package io.ashlar.benchmark.spring;

import io.ashlar.benchmark.Contender;
import io.ashlar.benchmark.Ids;
import io.ashlar.benchmark.Moment;
import io.ashlar.benchmark.NewPost;
import io.ashlar.benchmark.Page;
import io.ashlar.benchmark.PostChange;
import io.ashlar.benchmark.hibernate.Author;
import io.ashlar.benchmark.hibernate.Post;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.transaction.annotation.Transactional;

/** The service as a Spring programmer writes it; Spring makes a subclass of it that opens the transactions. */
@Transactional
public class BlogService {

    private static final Limit FIRST = Limit.of(Contender.PAGE);

    private final PostRepository posts;
    private final AuthorRepository authors;
    private final EntityManager entities;

    /** Works on these; Spring calls it. */
    public BlogService(PostRepository posts, AuthorRepository authors, EntityManager entities) {
        this.posts = posts;
        this.authors = authors;
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public Post retrieve(String id) {
        return posts.findById(id).filter(post -> post.getDeletedAt() == null).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Post> list(String category) {
        return posts.findByCategoryAndDeletedAtIsNullOrderById(category, FIRST);
    }

    @Transactional(readOnly = true)
    public Page<Post> listAndCount(String category) {
        var page = posts.findByCategoryAndDeletedAtIsNull(category, PageRequest.of(0, Contender.PAGE, Sort.by("id")));
        return new Page<>(page.getContent(), page.getTotalElements());
    }

    @Transactional(readOnly = true)
    public List<Post> listWithAuthors(String category) {
        return posts.findWithAuthorByCategoryAndDeletedAtIsNullOrderById(category, FIRST);
    }

    /** The posts of all are read together: hibernate.default_batch_fetch_size. */
    @Transactional(readOnly = true)
    public List<Author> listAuthorsWithPosts(String name) {
        var found = authors.findByNameAndDeletedAtIsNullOrderById(name, FIRST);
        found.forEach(author -> Hibernate.initialize(author.getPosts()));
        return found;
    }

    public Post create(NewPost post) {
        return posts.save(entity(post, Moment.now()));
    }

    public List<Post> create(List<NewPost> newPosts) {
        var now = Moment.now();
        var created = new ArrayList<Post>(newPosts.size());
        newPosts.forEach(post -> created.add(entity(post, now)));
        return posts.saveAll(created);
    }

    public Post update(PostChange change) {
        var post = posts.findById(change.id()).orElseThrow();
        post.change(change.title(), change.views(), Moment.now());
        return post;
    }

    public List<Post> update(List<PostChange> changes) {
        var now = Moment.now();
        Map<String, PostChange> byId = changes.stream().collect(Collectors.toMap(PostChange::id, Function.identity()));
        var found = posts.findAllById(byId.keySet());
        for (var post : found) {
            var change = Objects.requireNonNull(byId.get(post.getId()));
            post.change(change.title(), change.views(), now);
        }
        return found;
    }

    public long updateViews(String firstCategory, String lastCategory, int views) {
        return posts.updateViews(firstCategory, lastCategory, views, Moment.now());
    }

    public List<String> softDelete(List<String> ids) {
        var now = Moment.now();
        return posts.softDelete(ids, now) == ids.size() ? ids : posts.findDeleted(ids, now);
    }

    public void delete(List<String> ids) {
        posts.deleteAllByIdInBatch(ids);
    }

    /** What was read is forgotten now and then, or the session would hold it all. */
    @Transactional(readOnly = true)
    public void stream(Consumer<? super Post> reader) {
        try (var all = posts.streamByDeletedAtIsNullOrderById()) {
            var read = 0;
            for (var each = all.iterator(); each.hasNext(); ) {
                reader.accept(each.next());
                if (++read % PostRepository.ROWS_AT_A_TIME == 0) {
                    entities.clear();
                }
            }
        }
    }

    private Post entity(NewPost post, Instant now) {
        return new Post(Ids.next(), post, authors.getReferenceById(post.authorId()), now);
    }
}
