package io.ashlar.internal.crud;

import io.ashlar.query.ComparableProperty;
import io.ashlar.query.ElementsProperty;
import io.ashlar.query.Filter;
import io.ashlar.query.Property;
import io.ashlar.query.SortableProperty;
import io.ashlar.query.TextProperty;
import io.ashlar.query.ToMany;
import io.ashlar.query.ToOne;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random filters over the models of a {@link Magazine}, all operators and relations among them, with values of {@link Issue}. */
final class Questions {

    private static final ToOne<Article, Writer, Long> WRITER = new ToOne<>(Article.class, "writer");
    private static final ToMany<Article, Topic, Long> TOPICS = new ToMany<>(Article.class, "topics");
    private static final ToMany<Article, Note, Long> NOTES = new ToMany<>(Article.class, "notes");
    private static final ToOne<Writer, Writer, Long> MENTOR = new ToOne<>(Writer.class, "mentor");
    private static final ToMany<Writer, Article, String> WRITTEN = new ToMany<>(Writer.class, "articles");
    private static final ToMany<Topic, Article, String> ABOUT = new ToMany<>(Topic.class, "articles");
    private static final ToOne<Note, Article, String> ON = new ToOne<>(Note.class, "article");
    private static final ToOne<Note, Writer, Long> BY = new ToOne<>(Note.class, "writer");

    private final Issue issue;

    /** Asks about the records of {@code issue}. */
    Questions(Issue issue) {
        this.issue = issue;
    }

    /** Returns filters that lead through up to {@code depth} relations. */
    Arbitrary<Filter<Article>> articles(int depth) {
        Arbitrary<Filter<Article>> plain = Arbitraries.oneOf(
                compared(new TextProperty<>(Article.class, "id"), List.of("p00", "p17", "p44", "p59", "nope")),
                compared(new TextProperty<>(Article.class, "code"), Issue.CODES),
                compared(new ComparableProperty<>(Article.class, "views"), Issue.NUMBERS),
                compared(new ComparableProperty<>(Article.class, "rating"), Issue.NUMBERS),
                compared(new ComparableProperty<>(Article.class, "pages"), Issue.LONGS),
                compared(new ComparableProperty<>(Article.class, "weight"), Issue.DOUBLES),
                compared(new ComparableProperty<>(Article.class, "price"), Issue.DECIMALS),
                compared(new ComparableProperty<>(Article.class, "published"), Issue.INSTANTS),
                compared(new ComparableProperty<>(Article.class, "due"), Issue.DATES),
                compared(new TextProperty<>(Article.class, "place.city"), Issue.CODES),
                equal(new SortableProperty<>(Article.class, "featured"), List.of(true, false)),
                equal(new SortableProperty<>(Article.class, "status"), List.of(Article.Status.values())),
                equal(new SortableProperty<>(Article.class, "ticket"), Issue.UUIDS),
                equal(new TextProperty<>(Article.class, "title"), Issue.TITLES),
                text(new TextProperty<>(Article.class, "title")),
                anyCase(new TextProperty<>(Article.class, "byline")),
                words(new TextProperty<>(Article.class, "summary")),
                elements(new ElementsProperty<>(Article.class, "labels"), Issue.LABELS),
                elements(new ElementsProperty<>(Article.class, "marks"), Issue.LABELS),
                elements(new ElementsProperty<>(Article.class, "scores"), Issue.NUMBERS),
                Arbitraries.of("place", "labels", "marks", "topics", "deletedAt")
                        .map(Filter.IsNull::new),
                search(),
                toOne(WRITER, issue.writers));
        return depth == 0
                ? joined(plain)
                : joined(Arbitraries.oneOf(
                        plain,
                        plain,
                        writers(depth - 1).map(WRITER::matches),
                        toMany(TOPICS, topics(depth - 1)),
                        toMany(NOTES, notes(depth - 1))));
    }

    Arbitrary<Filter<Writer>> writers(int depth) {
        Arbitrary<Filter<Writer>> plain = Arbitraries.oneOf(
                compared(new ComparableProperty<>(Writer.class, "age"), Issue.NUMBERS),
                anyCase(new TextProperty<>(Writer.class, "name")),
                search(),
                Arbitraries.of("mentor", "articles", "deletedAt").map(Filter.IsNull::new),
                toOne(MENTOR, issue.writers));
        return depth == 0
                ? joined(plain)
                : joined(Arbitraries.oneOf(
                        plain, writers(depth - 1).map(MENTOR::matches), toMany(WRITTEN, articles(depth - 1))));
    }

    Arbitrary<Filter<Topic>> topics(int depth) {
        Arbitrary<Filter<Topic>> plain = Arbitraries.oneOf(
                compared(new ComparableProperty<>(Topic.class, "id"), List.of(1L, 2L, 3L)),
                text(new TextProperty<>(Topic.class, "name")),
                Arbitraries.of("deletedAt", "articles").map(Filter.IsNull::new));
        return depth == 0 ? joined(plain) : joined(Arbitraries.oneOf(plain, toMany(ABOUT, articles(depth - 1))));
    }

    Arbitrary<Filter<Note>> notes(int depth) {
        Arbitrary<Filter<Note>> plain = Arbitraries.oneOf(
                compared(new ComparableProperty<>(Note.class, "stars"), Issue.NUMBERS),
                text(new TextProperty<>(Note.class, "text")),
                Arbitraries.of("deletedAt", "writer").map(Filter.IsNull::new),
                toOne(BY, issue.writers));
        return depth == 0
                ? joined(plain)
                : joined(Arbitraries.oneOf(
                        plain,
                        writers(depth - 1).map(BY::matches),
                        articles(depth - 1).map(ON::matches)));
    }

    /** Returns some of {@code each}, alone, negated, and together. */
    private static <T> Arbitrary<Filter<T>> joined(Arbitrary<Filter<T>> each) {
        Arbitrary<Filter<T>> maybeNot = Combinators.combine(each, Arbitraries.of(false, false, true))
                .as((filter, not) -> not ? filter.not() : filter);
        Arbitrary<Filter<T>> several = Combinators.combine(
                        maybeNot.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
                .as((filters, and) -> and ? Filter.<T>allOf(filters) : Filter.<T>anyOf(filters));
        return Arbitraries.frequencyOf(
                Tuple.of(3, maybeNot),
                Tuple.of(2, several),
                Tuple.of(1, several.map(Filter::not)),
                Tuple.of(1, Combinators.combine(several, several).as(Filter::and)),
                Tuple.of(1, Combinators.combine(several, several).as(Filter::or)));
    }

    private static <T, V> Arbitrary<Filter<T>> equal(SortableProperty<T, V> property, List<V> pool) {
        Arbitrary<V> value = Arbitraries.of(pool);
        return Arbitraries.oneOf(
                value.map(property::equalTo),
                value.map(property::notEqualTo),
                value.list().ofMaxSize(3).map((List<V> values) -> property.in(values)),
                value.list().ofMaxSize(3).map(property::notIn),
                nulls(property));
    }

    private static <T, V extends Comparable<? super V>> Arbitrary<Filter<T>> compared(
            ComparableProperty<T, V> property, List<V> pool) {
        Arbitrary<V> value = Arbitraries.of(pool);
        return Arbitraries.oneOf(
                equal(property, pool),
                value.map(property::greaterThan),
                value.map(property::greaterThanOrEqualTo),
                value.map(property::lessThan),
                value.map(property::lessThanOrEqualTo),
                Combinators.combine(value, value).as(property::between));
    }

    private static <T> Arbitrary<Filter<T>> nulls(Property<T, ?> property) {
        return Arbitraries.of(true, false).map(isNull -> isNull ? property.isNull() : property.isNotNull());
    }

    private static <T> Arbitrary<Filter<T>> text(TextProperty<T> property) {
        Arbitrary<String> part = Arbitraries.of(
                        "a", "b", "x", "%", "_", "\\", "'", "\"", "日", "ü", " ", "\n", "$1", "[x]", "")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
        Arbitrary<String> pattern = Arbitraries.of(
                        "%", "_", "a", "b", "x", "\\%", "\\_", "\\\\", "'", "\"", "日", "ü", " ", "\n", "[x]")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(
                part.map(property::contains),
                part.map(property::startsWith),
                part.map(property::endsWith),
                pattern.map(property::like),
                Arbitraries.of("^a", "b$", "[ab]x", "a.b", "x|y", "\\d+", "a{2}")
                        .map(property::matches),
                nulls(property));
    }

    /** Asks what does not depend on case, of letters on whose case all databases agree. */
    private static <T> Arbitrary<Filter<T>> anyCase(TextProperty<T> property) {
        Arbitrary<String> part = Arbitraries.of("a", "A", "d", "B", "o", "O", "%", "_", "");
        Arbitrary<String> pattern =
                Arbitraries.of("%", "_", "a", "A", "d", "B").list().ofMaxSize(4).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(
                equal(property, Issue.BYLINES),
                part.map(property::containsIgnoreCase),
                pattern.map(property::likeIgnoreCase),
                part.map(property::contains));
    }

    private static <T> Arbitrary<Filter<T>> words(TextProperty<T> property) {
        return Arbitraries.of("red", "Stone", " BLUE  red", "green", "none").map(property::fulltext);
    }

    private static <T> Arbitrary<Filter<T>> search() {
        return Arbitraries.of("a", "B", "%", "_", "\\", "'", "ad", "日", "ü", "\"", "say")
                .map(Filter::search);
    }

    private static <T, E> Arbitrary<Filter<T>> elements(ElementsProperty<T, List<E>, E> property, List<E> pool) {
        Arbitrary<E> element = Arbitraries.of(pool);
        Arbitrary<List<E>> some = element.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                element.map(property::contains),
                some.map(property::containsAll),
                some.map(property::overlaps),
                element.list().ofMaxSize(4).map((Collection<E> values) -> property.containedIn(values)));
    }

    private static <T, R> Arbitrary<Filter<T>> toOne(ToOne<T, R, Long> relation, List<R> pool) {
        Arbitrary<Long> id = Arbitraries.longs().between(1, 9);
        return Arbitraries.oneOf(
                id.map(relation::equalToId),
                Arbitraries.of(pool).map(relation::notEqualTo),
                id.list().ofMaxSize(3).map((List<Long> ids) -> relation.inIds(ids)),
                Arbitraries.of(true, false).map(isNull -> isNull ? relation.isNull() : relation.isNotNull()));
    }

    private static <T, R> Arbitrary<Filter<T>> toMany(ToMany<T, R, ?> relation, Arbitrary<Filter<R>> inner) {
        return Arbitraries.oneOf(
                inner.map(relation::any),
                inner.map(relation::none),
                Arbitraries.of(true, false).map(empty -> empty ? relation.isEmpty() : relation.isNotEmpty()));
    }
}
