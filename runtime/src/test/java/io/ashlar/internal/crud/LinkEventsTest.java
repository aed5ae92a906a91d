package io.ashlar.internal.crud;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.event.Action;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.transaction.Unit;
import io.ashlar.query.Find;
import io.ashlar.query.TextProperty;
import io.ashlar.query.ToMany;
import io.ashlar.query.Update;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** Which records are told to have won or lost links, on both sides of a relation. */
@SuppressWarnings("NullAway.Init") // each test starts it
class LinkEventsTest {

    private static final ToMany<Article, Topic, Long> TOPICS = new ToMany<>(Article.class, "topics");
    private static final ToMany<Article, Note, Long> NOTES = new ToMany<>(Article.class, "notes");
    private static final ToMany<Topic, Article, String> ARTICLES = new ToMany<>(Topic.class, "articles");
    private static final TextProperty<Article> CODE = new TextProperty<>(Article.class, "code");

    private final Told told = new Told();
    private Magazine magazine;

    /** Writes down what is told of links and updates, in its order. */
    private static final class Told implements EventLog {

        private final List<String> events = new ArrayList<>();

        @Override
        public boolean wants(String model, Action action) {
            return true;
        }

        @Override
        public boolean durable() {
            return false;
        }

        @Override
        public void record(Unit unit, String model, Action action, List<?> ids) {
            if (!ids.isEmpty() && action != Action.CREATED) {
                events.add(model + " " + action.word() + " " + ids);
            }
        }
    }

    private void start(String dialect) throws SQLException {
        magazine = Magazine.telling(dialect, told);
        magazine.topics.create(List.of(new Topic(1, "One"), new Topic(2, "Two"), new Topic(3, "Three")));
        magazine.articles.create(List.of(article("a", 1L, 2L), article("b")));
        magazine.notes.create(List.of(new Note(1), new Note(2)));
    }

    @AfterEach
    void close() {
        magazine.close();
    }

    @Databases
    void areThoseOfNewRecords(String dialect) throws SQLException {
        start(dialect);

        assertTold("Article attached [a, a]", "Topic attached [1, 2]");
    }

    @Databases
    void areWhatAnUpdateAddsAndRemoves(String dialect) throws SQLException {
        start(dialect);
        told.events.clear();

        magazine.articles.update("a", List.of(TOPICS.setIds(2L, 3L)));
        assertTold(
                "Article detached [a]",
                "Topic detached [1]",
                "Article attached [a]",
                "Topic attached [3]",
                "Article updated [a]");

        magazine.articles.update("a", List.of(TOPICS.setIds(3L, 2L)));
        assertTold("Article updated [a]");

        magazine.articles.update(CODE.equalTo("a"), List.of(TOPICS.set(List.of())));
        assertTold("Article detached [a, a]", "Topic detached [2, 3]", "Article updated [a]");

        magazine.articles.update(List.of(
                new Update<>("a", List.of(TOPICS.setIds(1L))), new Update<>("b", List.of(TOPICS.setIds(1L, 2L)))));
        assertTold("Article attached [a, b, b]", "Topic attached [1, 1, 2]", "Article updated [a, b]");
    }

    @Databases
    void areToldFromTheOtherSideToo(String dialect) throws SQLException {
        start(dialect);
        told.events.clear();

        magazine.topics.update(1L, List.of(ARTICLES.setIds("b")));

        assertTold(
                "Topic detached [1]",
                "Article detached [a]",
                "Topic attached [1]",
                "Article attached [b]",
                "Topic updated [1]");
        assertThat(magazine.articles.retrieve("b").topics)
                .extracting(topic -> topic.id)
                .containsExactly(1L);
    }

    @Databases
    void areChildrenThatGetAnotherParent(String dialect) throws SQLException {
        start(dialect);
        told.events.clear();

        magazine.articles.update("a", List.of(NOTES.setIds(1L, 2L)));
        assertTold("Article attached [a, a]", "Note attached [1, 2]", "Article updated [a]");

        magazine.articles.update("b", List.of(NOTES.setIds(2L)));
        assertTold(
                "Article detached [a]",
                "Note detached [2]",
                "Article attached [b]",
                "Note attached [2]",
                "Article updated [b]");

        Article fresh = article("c");
        fresh.notes.add(magazine.notes.retrieve(2L));
        magazine.articles.create(fresh);
        assertTold("Article detached [b]", "Note detached [2]", "Article attached [c]", "Note attached [2]");
        assertThat(magazine.notes.retrieve(2L).article)
                .extracting(article -> article.id)
                .isEqualTo("c");
    }

    @Databases
    void areWhatUpsertWithReplaceAddsAndRemoves(String dialect) throws SQLException {
        start(dialect);
        told.events.clear();
        List<Article> articles = List.of(article("a", 2L, 3L), article("b", 1L), article("c", 1L));

        magazine.articles.upsertWithReplace(articles, List.of(TOPICS));

        assertTold(
                "Article attached [c]",
                "Topic attached [1]",
                "Article updated [a, b]",
                "Article detached [a]",
                "Topic detached [1]",
                "Article attached [a, b]",
                "Topic attached [3, 1]");
        assertThat(magazine.articles.list(Find.all()))
                .extracting(article ->
                        article.topics.stream().map(topic -> topic.id).sorted().toList())
                .containsExactly(List.of(2L, 3L), List.of(1L), List.of(1L));
    }

    @Databases
    void costThreeStatementsHoweverManyRecordsAreReplaced(String dialect) throws SQLException {
        start(dialect);
        for (int size : List.of(3, 40)) {
            List<Article> articles = IntStream.range(0, size)
                    .mapToObj(i -> article("many" + i, 1L, 2L))
                    .toList();
            magazine.articles.upsertWithReplace(articles, List.of(TOPICS));
            List<Article> again = IntStream.range(0, size)
                    .mapToObj(i -> article("many" + i, 2L, 3L))
                    .toList();
            magazine.statements.reset();

            magazine.articles.upsertWithReplace(again, List.of(TOPICS));

            assertThat(magazine.statements.seen())
                    .filteredOn(sql -> sql.contains("article_topic"))
                    .as("what was linked before, a delete, an insert")
                    .hasSize(3);
        }
    }

    private Article article(String id, Long... topics) {
        Article article = new Article(id, id, 0);
        for (Long topic : topics) {
            article.topics.add(magazine.topics.retrieve(topic));
        }
        return article;
    }

    private void assertTold(String... events) {
        assertThat(told.events).containsExactly(events);
        told.events.clear();
    }
}
