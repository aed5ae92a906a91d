package io.ashlar.benchmark;

import java.util.List;
import java.util.function.Consumer;

/**
 * One way to store posts and their authors, written as its users would write it for production.
 *
 * <p>All give the same answers: posts and authors with all their columns, none softly deleted, by ascending id, 15 at the
 * most where a method says so. Every call is a transaction of its own. Safe for use by many threads.
 *
 * @param <P> its posts
 * @param <A> its authors
 */
public interface Contender<P, A> extends AutoCloseable {

    /** How many records a list holds. */
    int PAGE = 15;

    /** Returns the post with this id, which exists. */
    P retrieve(String id);

    /** Returns the first 15 posts of a category. */
    List<P> list(String category);

    /** Returns the first 15 posts of a category, and how many it has. */
    Page<P> listAndCount(String category);

    /** Returns the first 15 posts of a category, each with its author. */
    List<P> listWithAuthors(String category);

    /** Returns the first 15 authors of a name, each with all of their posts. */
    List<A> listAuthorsWithPosts(String name);

    /** Stores a post and returns it, with its id and times. */
    P create(NewPost post);

    /** Stores posts and returns them in the same order. */
    List<P> create(List<NewPost> posts);

    /** Changes title and views of a post and returns it as it is now. */
    P update(PostChange change);

    /** Changes title and views of posts and returns them as they are now, in any order. */
    List<P> update(List<PostChange> changes);

    /** Changes the views of all posts in the categories from the first to the last and returns how many those are. */
    long updateViews(String firstCategory, String lastCategory, int views);

    /** Marks posts as deleted and returns the ids of those that were not yet, in any order. */
    List<String> softDelete(List<String> ids);

    /** Deletes posts for good. */
    void delete(List<String> ids);

    /** Gives all posts to {@code reader}, one after the other, in memory that does not grow with them. */
    void stream(Consumer<? super P> reader);

    /** Returns how often a post was viewed. */
    int views(P post);

    /** Returns the columns of a post; not measured. */
    PostRow row(P post);

    /** Returns the columns of an author; not measured. */
    AuthorRow authorRow(A author);

    /** Returns the author that was read with a post; not measured. */
    A author(P post);

    /** Returns the posts that were read with an author; not measured. */
    List<P> posts(A author);

    /** Closes its connections. */
    @Override
    void close();
}
