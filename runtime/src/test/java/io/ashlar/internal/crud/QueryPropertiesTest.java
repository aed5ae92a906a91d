package io.ashlar.internal.crud;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is asked, each database gives what a plain evaluation in memory gives. {@code junit-platform.properties} says
 * how many cases are tried; {@code -Djqwik.tries.default=20000} tries more.
 */
class QueryPropertiesTest {

    private static final long SEED = 20;
    private static final Issue ISSUE = new Issue(SEED).linked();
    private static final Questions QUESTIONS = new Questions(ISSUE);
    private static final InMemory MEMORY = new InMemory(QueryPropertiesTest::isDeleted);
    private static final Map<String, Magazine> MAGAZINES = new LinkedHashMap<>();

    @BeforeContainer
    static void fill() throws SQLException {
        for (String dialect : List.of("h2", "postgresql", "mariadb")) {
            MAGAZINES.put(dialect, Magazine.of(dialect, new Issue(SEED)));
        }
    }

    @AfterContainer
    static void close() {
        MAGAZINES.values().forEach(Magazine::close);
        MAGAZINES.clear();
    }

    @Property
    void listsAndCountsWhatMatches(@ForAll("questions") Filter<Article> filter) {
        List<String> expected = ids(MEMORY.all(ISSUE.articles, filter, Find.all()));
        MAGAZINES.forEach((dialect, magazine) -> {
            assertThat(ids(magazine.articles.list(filter, Find.all())))
                    .as(dialect)
                    .isEqualTo(expected);
            assertThat(magazine.articles.count(filter)).as(dialect).isEqualTo(expected.size());
            assertThat(magazine.articles.exists(filter)).as(dialect).isEqualTo(!expected.isEmpty());
        });
    }

    @Property
    void listsPagesInOrder(@ForAll("flat") Filter<Article> filter, @ForAll("finds") Find find) {
        List<String> expected = ids(MEMORY.page(ISSUE.articles, filter, find));
        int count = MEMORY.all(ISSUE.articles, filter, find).size();
        MAGAZINES.forEach((dialect, magazine) -> {
            var page = magazine.articles.listAndCount(filter, find);
            assertThat(ids(page.items())).as(asked(dialect, find)).isEqualTo(expected);
            assertThat(page.count()).as(asked(dialect, find)).isEqualTo(count);
        });
    }

    @Property
    void walksThroughAllPagesByTheLastRecord(@ForAll("orders") Find order, @ForAll("takes") int take) {
        List<String> expected = ids(MEMORY.all(ISSUE.articles, null, order));
        MAGAZINES.forEach((dialect, magazine) -> {
            List<Article> walked = new ArrayList<>();
            Find next = Pages.paged(order, take);
            for (List<Article> page = magazine.articles.list(next); !page.isEmpty(); ) {
                walked.addAll(page);
                assertThat(walked.size()).as(asked(dialect, order)).isLessThanOrEqualTo(expected.size());
                page = magazine.articles.list(next.after(page.get(page.size() - 1)));
            }
            assertThat(ids(walked)).as(asked(dialect, order)).isEqualTo(expected);
        });
    }

    @Provide
    Arbitrary<Filter<Article>> questions() {
        return QUESTIONS.articles(2);
    }

    @Provide
    Arbitrary<Filter<Article>> flat() {
        return QUESTIONS.articles(0);
    }

    @Provide
    Arbitrary<Find> finds() {
        return Pages.finds();
    }

    @Provide
    Arbitrary<Find> orders() {
        return Pages.orders();
    }

    @Provide
    Arbitrary<Integer> takes() {
        return Arbitraries.integers().between(1, 25);
    }

    private static boolean isDeleted(Object record) {
        if (record instanceof Article article) {
            return ISSUE.deletedArticles.contains(article.id);
        }
        if (record instanceof Writer writer) {
            return ISSUE.deletedWriters.contains(writer.id);
        }
        return record instanceof Topic topic
                ? ISSUE.deletedTopics.contains(topic.id)
                : ISSUE.deletedNotes.contains(((Note) record).id);
    }

    private static String asked(String dialect, Find find) {
        return dialect + ", order " + find.sorts() + ", nulls first " + find.missingFirst() + ", last "
                + find.missingLast() + ", skip " + find.skipped() + ", take " + find.taken()
                + (find.includesDeleted() ? ", with deleted" : "");
    }

    private static List<String> ids(List<Article> articles) {
        return articles.stream().map(article -> article.id).toList();
    }
}
