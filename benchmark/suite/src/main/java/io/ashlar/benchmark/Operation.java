package io.ashlar.benchmark;

import java.util.Arrays;

/** What is measured: one call of a {@link Contender}. */
public enum Operation {
    RETRIEVE("retrieve", "retrieve by id", 0.80, false),
    LIST("list", "list 15 by an indexed property", 0.80, false),
    LIST_AND_COUNT("list-count", "listAndCount 15", 0.90, false),
    LIST_TO_ONE("list-to-one", "list 15 with a to-one relation", 0.80, false),
    LIST_TO_MANY("list-to-many", "list 15 with a to-many relation", 0.80, false),
    CREATE("create", "create one", 0.85, true),
    CREATE_1000("create-1000", "create 1 000", 0.80, true),
    CREATE_10000("create-10000", "create 10 000", 0.90, true),
    UPDATE("update", "update by id", 0.80, true),
    UPDATE_100("update-100", "update 100 by id", 0.80, true),
    UPDATE_FILTER("update-filter", "update 1 000 by filter", 0.95, true),
    SOFT_DELETE("soft-delete", "softDelete 100", 0.95, true),
    DELETE("delete", "delete 100", 0.95, true),
    /** In a process and a database of its own. */
    STREAM("stream", "stream 1 000 000 rows", 0.80, false);

    private final String id;
    private final String label;
    private final double wanted;
    private final boolean writes;

    Operation(String id, String label, double wanted, boolean writes) {
        this.id = id;
        this.label = label;
        this.wanted = wanted;
        this.writes = writes;
    }

    /**
     * Returns the operation that {@code --only} calls so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Operation of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No operation '" + id + "'. Known: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Operation::id).toList())));
    }

    /** Returns its name on the command line and in the results. */
    public String id() {
        return id;
    }

    /** Returns its name in the report. */
    public String label() {
        return label;
    }

    /** Returns the share of plain JDBC's throughput that Ashlar aims at. */
    public double wanted() {
        return wanted;
    }

    /** Returns whether a call takes a millisecond or few, so that it is one of many before the JVM has compiled it. */
    boolean isShort() {
        return switch (this) {
            case CREATE_1000, CREATE_10000, STREAM -> false;
            default -> true;
        };
    }

    /** Returns whether it changes rows. */
    boolean writes() {
        return writes;
    }

    /** Returns a call with arguments of its own, and stores what it needs. */
    Call prepare(Work work) {
        return switch (this) {
            case RETRIEVE -> {
                var id = work.anyPost();
                yield contender -> contender.retrieve(id);
            }
            case LIST -> {
                var category = work.anyCategory();
                yield contender -> contender.list(category);
            }
            case LIST_AND_COUNT -> {
                var category = work.anyCategory();
                yield contender -> contender.listAndCount(category);
            }
            case LIST_TO_ONE -> {
                var category = work.anyCategory();
                yield contender -> contender.listWithAuthors(category);
            }
            case LIST_TO_MANY -> {
                var name = work.anyName();
                yield contender -> contender.listAuthorsWithPosts(name);
            }
            case CREATE -> {
                var post = work.newPosts(1).get(0);
                yield contender -> contender.create(post);
            }
            case CREATE_1000 -> {
                var posts = work.newPosts(1_000);
                yield contender -> contender.create(posts);
            }
            case CREATE_10000 -> {
                var posts = work.newPosts(10_000);
                yield contender -> contender.create(posts);
            }
            case UPDATE -> {
                var change = work.changes(1).get(0);
                yield contender -> contender.update(change);
            }
            case UPDATE_100 -> {
                var changes = work.changes(100);
                yield contender -> contender.update(changes);
            }
            case UPDATE_FILTER -> {
                var categories = work.anyCategories();
                var views = work.number();
                yield contender -> contender.updateViews(categories.first(), categories.last(), views);
            }
            case SOFT_DELETE -> {
                var ids = work.storedToDelete(100);
                yield contender -> contender.softDelete(ids);
            }
            case DELETE -> {
                var ids = work.storedToDelete(100);
                yield contender -> {
                    contender.delete(ids);
                    return ids;
                };
            }
            case STREAM -> throw new IllegalStateException("not one of many calls");
        };
    }

    /** A call with its arguments. */
    @FunctionalInterface
    interface Call {
        Object on(Contender<?, ?> contender);
    }
}
