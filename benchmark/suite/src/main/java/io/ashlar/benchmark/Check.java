package io.ashlar.benchmark;

import io.ashlar.benchmark.Contenders.Entrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Compares what contenders answer and store with plain JDBC, before anything is measured: who does less work must not
 * look faster.
 *
 * @param <P> the posts of the contender
 * @param <A> its authors
 */
final class Check<P, A> {

    private static final Duration RECENT = Duration.ofMinutes(5);

    private final Entrant entrant;
    private final Contender<P, A> contender;
    private final Arena arena;

    private Check(Entrant entrant, Contender<P, A> contender, Arena arena) {
        this.entrant = entrant;
        this.contender = contender;
        this.arena = arena;
    }

    /**
     * Lets each contender do each of the operations once.
     *
     * @throws IllegalStateException if one does not what plain JDBC does
     */
    static void all(Arena arena, Plan plan) {
        for (var entrant : plan.contenders()) {
            var check = of(entrant, arena.contender(entrant.id()), arena);
            for (var operation : plan.operations()) {
                if (operation != Operation.STREAM && !entrant.missing().contains(operation)) {
                    check.does(operation);
                }
            }
            arena.data().tidy();
        }
    }

    private static <P, A> Check<P, A> of(Entrant entrant, Contender<P, A> contender, Arena arena) {
        return new Check<>(entrant, contender, arena);
    }

    private void does(Operation operation) {
        try (var truth = Truth.of(arena.data())) {
            does(operation, truth, new Work(arena.data(), 0, 1, operation.id().hashCode()));
        } catch (RuntimeException | AssertionError e) {
            throw new IllegalStateException(entrant.id() + " fails at " + operation.id(), e);
        }
    }

    private void does(Operation operation, Truth truth, Work work) {
        switch (operation) {
            case RETRIEVE -> {
                var id = work.anyPost();
                same(truth.posts(List.of(id)), rows(List.of(contender.retrieve(id))));
            }
            case LIST -> {
                var category = work.anyCategory();
                same(truth.category(category), rows(contender.list(category)));
            }
            case LIST_AND_COUNT -> {
                var category = work.anyCategory();
                var page = contender.listAndCount(category);
                same(truth.category(category), rows(page.posts()));
                same((long) Data.POSTS_OF_A_CATEGORY, page.count());
            }
            case LIST_TO_ONE -> {
                var category = work.anyCategory();
                var posts = contender.listWithAuthors(category);
                same(truth.category(category), rows(posts));
                for (var post : posts) {
                    same(truth.author(contender.row(post).authorId()), contender.authorRow(contender.author(post)));
                }
            }
            case LIST_TO_MANY -> {
                var name = work.anyName();
                var authors = contender.listAuthorsWithPosts(name);
                same(
                        truth.authors(name),
                        authors.stream().map(contender::authorRow).toList());
                for (var author : authors) {
                    same(truth.postsOf(contender.authorRow(author).id()), sorted(rows(contender.posts(author))));
                }
            }
            case CREATE -> {
                var post = work.newPosts(1);
                created(truth, post, List.of(contender.create(post.get(0))));
            }
            case CREATE_1000 -> {
                var posts = work.newPosts(1_000);
                created(truth, posts, contender.create(posts));
            }
            case CREATE_10000 -> {
                var posts = work.newPosts(10_000);
                created(truth, posts, contender.create(posts));
            }
            case UPDATE -> {
                var changes = work.changes(1);
                updated(truth, changes, List.of(contender.update(changes.get(0))));
            }
            case UPDATE_100 -> {
                var changes = work.changes(100);
                updated(truth, changes, contender.update(changes));
            }
            case UPDATE_FILTER -> {
                var categories = work.anyCategories();
                var views = work.number();
                same(1_000L, contender.updateViews(categories.first(), categories.last(), views));
                for (var row : truth.category(categories.first())) {
                    same(views, row.views());
                    recent(row.updatedAt());
                }
            }
            case SOFT_DELETE -> {
                var ids = work.storedToDelete(100);
                same(ids, contender.softDelete(ids).stream().sorted().toList());
                for (var row : truth.posts(ids)) {
                    recent(Objects.requireNonNull(row.deletedAt()));
                    recent(row.updatedAt());
                }
            }
            case DELETE -> {
                var ids = work.storedToDelete(100);
                contender.delete(ids);
                same(List.of(), truth.posts(ids));
            }
            case STREAM -> throw new IllegalStateException("checked by the process that streams");
        }
    }

    private void created(Truth truth, List<NewPost> wanted, List<P> created) {
        var rows = rows(created);
        same(sorted(rows), truth.posts(rows.stream().map(PostRow::id).toList()));
        same(wanted, rows.stream().map(Check::values).toList());
        rows.forEach(row -> {
            recent(row.createdAt());
            recent(row.updatedAt());
        });
    }

    private void updated(Truth truth, List<PostChange> wanted, List<P> updated) {
        var rows = sorted(rows(updated));
        same(truth.posts(wanted.stream().map(PostChange::id).toList()), rows);
        same(
                wanted.stream().sorted(Comparator.comparing(PostChange::id)).toList(),
                rows.stream()
                        .map(row -> new PostChange(row.id(), row.title(), row.views()))
                        .toList());
        rows.forEach(row -> recent(row.updatedAt()));
    }

    private List<PostRow> rows(List<P> posts) {
        var rows = new ArrayList<PostRow>(posts.size());
        posts.forEach(post -> rows.add(contender.row(post)));
        return rows;
    }

    private static List<PostRow> sorted(List<PostRow> rows) {
        return rows.stream().sorted(Comparator.comparing(PostRow::id)).toList();
    }

    private static NewPost values(PostRow row) {
        return new NewPost(
                row.title(),
                row.body(),
                row.category(),
                NewPost.Status.valueOf(row.status()),
                row.views(),
                row.rating(),
                row.publishedAt(),
                row.authorId());
    }

    private static void recent(Instant time) {
        if (Duration.between(time, Instant.now()).abs().compareTo(RECENT) > 0) {
            throw new AssertionError(time + " is not now");
        }
    }

    private static void same(Object wanted, Object found) {
        if (!wanted.equals(found)) {
            throw new AssertionError("wanted " + wanted + "\n but was " + found);
        }
    }
}
