package io.ashlar.internal.crud;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Related records with values from small pools, so that many are equal, missing, or unpleasant; the same for the same seed.
 * Only the ends that own the relations are filled in, until {@link #linked}.
 */
final class Issue {

    static final List<String> CODES = List.of("0", "a", "a1", "ab", "b", "b2", "z", "zz");
    static final List<String> TITLES = List.of(
            "",
            "a",
            "ab",
            "aab",
            "xax",
            "b ",
            " b",
            "100%",
            "a%b",
            "a_b",
            "axb",
            "%_\\",
            "a\\b",
            "ab\\",
            "it's",
            "say \"hi\"",
            "日本語",
            "ü",
            "line\nbreak",
            "[x]",
            "$1");
    static final List<String> BYLINES = List.of("Ada", "ada", "ADA", "Bob", "bOb", "Cyd", "AB", "a", "B");
    static final List<String> SUMMARIES = List.of("red", "red stone", "Stone blue", "green red blue", "GREEN");
    static final List<Integer> NUMBERS = List.of(-1, 0, 1, 2, 3, Integer.MAX_VALUE);
    static final List<Long> LONGS = List.of(-1L, 0L, 7L, Long.MAX_VALUE);
    static final List<Double> DOUBLES = List.of(-1.5, 0.0, 0.1, 1e10);
    static final List<BigDecimal> DECIMALS = List.of(
            new BigDecimal("-0.01"), new BigDecimal("1.1"), new BigDecimal("1.11"), new BigDecimal("99999999.99"));
    static final List<Instant> INSTANTS = List.of(
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("2024-03-31T01:30:00Z"),
            Instant.parse("2024-03-31T01:30:00.000001Z"),
            Instant.parse("2024-10-27T01:30:00.5Z"));
    static final List<LocalDate> DATES =
            List.of(LocalDate.of(1, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31));
    static final List<UUID> UUIDS = List.of(new UUID(0, 1), new UUID(-1, 1), new UUID(5, -5));
    static final List<String> LABELS = List.of("red", "a,", ",b", ",", "\"", "\\", "it's", "ü", "%", "", "]");

    final List<Writer> writers = new ArrayList<>();
    final List<Topic> topics = new ArrayList<>();
    final List<Article> articles = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<Long> deletedWriters;
    final List<Long> deletedTopics;
    final List<String> deletedArticles;
    final List<Long> deletedNotes;
    private final Random random;

    Issue(long seed) {
        random = new Random(seed);
        for (int i = 1; i <= 8; i++) {
            writers.add(writer(i));
        }
        for (int i = 1; i <= 5; i++) {
            topics.add(new Topic(i, maybe(() -> from(TITLES))));
        }
        for (int i = 0; i < 60; i++) {
            articles.add(article("p%02d".formatted(i)));
        }
        for (int i = 1; i <= 90; i++) {
            notes.add(note(i));
        }
        deletedWriters = List.of(3L, 6L);
        deletedTopics = List.of(2L);
        deletedArticles = articles.stream()
                .map(article -> article.id)
                .filter(id -> id.endsWith("4"))
                .toList();
        deletedNotes =
                notes.stream().map(note -> note.id).filter(id -> id % 7 == 0).toList();
    }

    /** Fills in the other ends too, and returns this. */
    Issue linked() {
        for (Article article : articles) {
            article.topics.forEach(topic -> topic.articles.add(article));
            if (article.writer != null) {
                article.writer.articles.add(article);
            }
        }
        for (Note note : notes) {
            if (note.article != null) {
                note.article.notes.add(note);
            }
        }
        return this;
    }

    private Writer writer(long id) {
        Writer writer = new Writer(id);
        writer.name = maybe(() -> from(BYLINES));
        writer.age = maybe(() -> from(NUMBERS));
        writer.mentor = writers.isEmpty() ? null : maybe(() -> from(writers));
        return writer;
    }

    private Article article(String id) {
        Article article = new Article(id, from(CODES), from(NUMBERS));
        article.title = maybe(() -> from(TITLES));
        article.byline = maybe(() -> from(BYLINES));
        article.summary = maybe(() -> from(SUMMARIES));
        article.rating = maybe(() -> from(NUMBERS));
        article.pages = maybe(() -> from(LONGS));
        article.weight = maybe(() -> from(DOUBLES));
        article.price = maybe(() -> from(DECIMALS));
        article.featured = maybe(random::nextBoolean);
        article.status = maybe(() -> from(Arrays.asList(Article.Status.values())));
        article.published = maybe(() -> from(INSTANTS));
        article.due = maybe(() -> from(DATES));
        article.ticket = maybe(() -> from(UUIDS));
        article.place = maybe(() -> new Place(from(CODES), from(TITLES)));
        article.labels = some(LABELS);
        article.marks = maybe(() -> some(LABELS));
        article.scores = maybe(() -> some(NUMBERS));
        article.topics = some(topics);
        article.writer = maybe(() -> from(writers));
        return article;
    }

    private Note note(long id) {
        Note note = new Note(id);
        note.text = maybe(() -> from(TITLES));
        note.stars = maybe(() -> from(NUMBERS));
        note.writer = maybe(() -> from(writers));
        note.article = maybe(() -> from(articles.subList(0, 40)));
        return note;
    }

    private <V> V from(List<V> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    private <V> List<V> some(List<V> pool) {
        LinkedHashSet<V> some = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(from(pool));
        }
        return new ArrayList<>(some);
    }

    private <V> @Nullable V maybe(Supplier<V> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }
}
