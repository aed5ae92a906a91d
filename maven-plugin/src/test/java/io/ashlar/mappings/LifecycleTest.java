package io.ashlar.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.crud.Crud;
import io.ashlar.data.Model;
import io.ashlar.database.Dialect;
import io.ashlar.query.Change;
import io.ashlar.query.Find;
import io.ashlar.query.TextProperty;
import io.ashlar.query.Update;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model's own methods are called for each record, however many are written together. */
class LifecycleTest {

    private static final TextProperty<Page> TITLE = new TextProperty<>(Page.class, "title");

    private static Stores stores;

    @BeforeAll
    static void start() throws SQLException {
        stores = new Stores(Page.class);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Entity
    public static class Page extends Model {

        static final List<String> CALLS = new ArrayList<>();

        @Id
        String id;

        String title;

        String slug;

        int edits;

        transient int loads;

        Page() {}

        Page(String id, String title) {
            this.id = id;
            this.title = title;
        }

        @PrePersist
        void begin() {
            slug = title.toLowerCase(java.util.Locale.ROOT);
            CALLS.add("begin " + id);
        }

        @PostPersist
        void begun() {
            CALLS.add("begun " + id);
        }

        @PreUpdate
        void edit() {
            slug = title.toLowerCase(java.util.Locale.ROOT);
            edits++;
            CALLS.add("edit " + id);
        }

        @PostUpdate
        void edited() {
            CALLS.add("edited " + id);
        }

        @PostLoad
        void loaded() {
            loads++;
        }
    }

    private static List<String> calls(Runnable work) {
        Page.CALLS.clear();
        work.run();
        return List.copyOf(Page.CALLS);
    }

    private static List<Page> pages(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Page(kind + i, "Title " + i))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void ofRecordsThatAreCreatedTogether(Dialect dialect) {
        Crud<Page, String> pages = stores.on(dialect).of(Page.class);

        var calls = calls(() -> pages.create(pages("new", 3)));

        assertThat(calls)
                .containsExactly("begin new0", "begin new1", "begin new2", "begun new0", "begun new1", "begun new2");
        assertThat(pages.retrieve("new2").slug).isEqualTo("title 2");
        assertThat(pages.list(Find.all()))
                .allSatisfy(page -> assertThat(page.loads).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource
    void ofRecordsThatAreUpdatedTogether(Dialect dialect) {
        Crud<Page, String> pages = stores.on(dialect).of(Page.class);
        pages.create(pages("old", 3));
        List<Update<Page, String>> updates = IntStream.range(0, 3)
                .mapToObj(i -> new Update<Page, String>("old" + i, List.<Change<Page>>of(TITLE.set("NEW " + i))))
                .toList();

        List<Page> updated = new ArrayList<>();
        var calls = calls(() -> updated.addAll(pages.update(updates)));

        assertThat(calls)
                .containsExactly("edit old0", "edited old0", "edit old1", "edited old1", "edit old2", "edited old2");
        assertThat(updated).extracting(page -> page.slug + page.edits).containsExactly("new 01", "new 11", "new 21");
        assertThat(pages.retrieve("old1").slug).isEqualTo("new 1");
    }

    @ParameterizedTest
    @EnumSource
    void ofRecordsThatAnUpsertCreatesAndReplaces(Dialect dialect) {
        Crud<Page, String> pages = stores.on(dialect).of(Page.class);
        pages.create(pages("mixed", 1));

        var calls = calls(() -> pages.upsert(pages("mixed", 2)));

        assertThat(calls).containsExactly("begin mixed1", "begun mixed1", "edit mixed0", "edited mixed0");
    }

    @ParameterizedTest
    @EnumSource
    void butNotWhereOneStatementChangesWhatMatches(Dialect dialect) {
        Crud<Page, String> pages = stores.on(dialect).of(Page.class);
        pages.create(pages("match", 2));

        var calls = calls(() -> {
            pages.update(
                    TITLE.startsWith("Title").and(new TextProperty<Page>(Page.class, "id").startsWith("match")),
                    List.of(TITLE.set("Changed")));
            pages.softDelete(List.of("match0", "match1"));
            pages.delete(List.of("match0", "match1"));
        });

        assertThat(calls).isEmpty();
        assertThat(pages.exists("match0")).isFalse();
    }
}
