package io.ashlar.internal.crud;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.query.ComparableProperty;
import io.ashlar.query.ElementsProperty;
import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import io.ashlar.query.ToMany;
import io.ashlar.query.ToOne;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What random questions have found: named, so that it stays found. */
class FoundByPropertiesTest {

    private static final ToOne<Article, Writer, Long> WRITER = new ToOne<>(Article.class, "writer");
    private static final ComparableProperty<Writer, Integer> AGE = new ComparableProperty<>(Writer.class, "age");

    @Databases
    void ordersByRelatedRecordsDoNotSeeSoftlyDeletedOnes(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.on(dialect)) {
            List<Article> articles = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                Writer writer = new Writer(i);
                writer.age = i;
                magazine.writers.create(writer);
                Article article = new Article("p" + i, "code", 0);
                article.writer = writer;
                articles.add(article);
            }
            magazine.articles.create(articles);
            magazine.writers.softDelete(1L);
            Find byAge = Find.take(1).order(WRITER.sort(AGE.asc()));

            assertThat(ids(magazine.articles.list(byAge.unlimited()))).containsExactly("p2", "p3", "p1");
            assertThat(ids(magazine.articles.list(byAge.unlimited().withDeleted())))
                    .containsExactly("p1", "p2", "p3");
            Article last = magazine.articles.list(byAge.skip(1)).get(0);
            List<Article> next = magazine.articles.list(byAge.after(last));
            assertThat(ids(next)).containsExactly("p1");
            assertThat(magazine.articles.list(byAge.after(next.get(0)))).isEmpty();
        }
    }

    @Databases
    void relationsToNoneOfNoValuesStandBesideOtherConditions(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.on(dialect)) {
            magazine.articles.create(new Article("p1", "code", 0));
            ToMany<Article, Note, Long> notes = new ToMany<>(Article.class, "notes");
            ComparableProperty<Note, Integer> stars = new ComparableProperty<>(Note.class, "stars");
            Filter<Article> code = new ComparableProperty<Article, String>(Article.class, "code").equalTo("code");

            assertThat(ids(magazine.articles.list(notes.none(stars.in()).and(code), Find.all())))
                    .containsExactly("p1");
            assertThat(ids(magazine.articles.list(notes.any(stars.in()).or(code), Find.all())))
                    .containsExactly("p1");
            assertThat(magazine.articles.list(notes.any(stars.in()).and(code), Find.all()))
                    .isEmpty();
        }
    }

    @Databases
    void commasInsideElementsDivideNothing(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.on(dialect)) {
            Article article = new Article("p1", "code", 0);
            article.marks = List.of("a,", ",b", "\"]");
            magazine.articles.create(article);
            ElementsProperty<Article, List<String>, String> marks = new ElementsProperty<>(Article.class, "marks");

            assertThat(magazine.articles.list(marks.contains(","), Find.all())).isEmpty();
            assertThat(ids(magazine.articles.list(marks.contains(",b"), Find.all())))
                    .containsExactly("p1");
            assertThat(ids(magazine.articles.list(marks.containsAll(List.of("a,", "\"]")), Find.all())))
                    .containsExactly("p1");
        }
    }

    private static List<String> ids(List<Article> articles) {
        return articles.stream().map(article -> article.id).toList();
    }
}
