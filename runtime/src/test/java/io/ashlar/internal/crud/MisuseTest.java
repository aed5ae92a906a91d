package io.ashlar.internal.crud;

import static io.ashlar.internal.crud.Blog.AUTHOR;
import static io.ashlar.internal.crud.Blog.ID;
import static io.ashlar.internal.crud.Blog.RANK;
import static io.ashlar.internal.crud.Blog.TITLE;
import static io.ashlar.internal.crud.Blog.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.query.Change;
import io.ashlar.query.Filter;
import io.ashlar.query.FilteredUpdate;
import io.ashlar.query.Find;
import io.ashlar.query.Update;
import jakarta.data.Sort;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** What destroys data elsewhere when it is written by accident; here it is an error, and no row changes. */
@SuppressWarnings("NullAway") // passes null on purpose, as callers without null checks do
class MisuseTest {

    private Blog blog;

    @AfterEach
    void close() {
        if (blog != null) {
            blog.close();
        }
    }

    private void withPosts(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(List.of(new Post("a", "A", 1), new Post("b", "B", 2)));
        blog.statements.reset();
    }

    private void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
        assertThat(blog.statements.seen()).isEmpty();
    }

    @Databases
    void refusesNullInsteadOfTakingItForEverything(String dialect) throws SQLException {
        withPosts(dialect);
        List<String> withNull = Arrays.asList("a", null);

        refused(() -> blog.posts.delete((String) null));
        refused(() -> blog.posts.delete((List<String>) null));
        refused(() -> blog.posts.delete((Filter<Post>) null));
        refused(() -> blog.posts.delete(withNull));
        refused(() -> blog.posts.softDelete((String) null));
        refused(() -> blog.posts.softDelete((Filter<Post>) null));
        refused(() -> blog.posts.softDelete(withNull));
        refused(() -> blog.posts.restore((Filter<Post>) null));
        refused(() -> blog.posts.update((Filter<Post>) null, List.of(VIEWS.set(9))));
        refused(() -> blog.posts.update(VIEWS.equalTo(1), (List<Change<Post>>) null));
        refused(() -> VIEWS.equalTo(null));
        refused(() -> VIEWS.in(1, null));
        refused(() -> AUTHOR.equalToId(null));
        refused(() -> TITLE.like(null));

        assertThat(blog.posts.count()).isEqualTo(2);
    }

    @Databases
    void refusesFiltersThatMatchEverythingByAccident(String dialect) throws SQLException {
        withPosts(dialect);
        Filter<Post> everything = ID.in(List.of()).not();

        refused(() -> blog.posts.delete(everything));
        refused(() -> blog.posts.softDelete(everything));
        refused(() -> blog.posts.restore(everything));
        refused(() -> blog.posts.update(everything, List.of(VIEWS.set(9))));
        refused(() -> blog.posts.delete(everything.or(VIEWS.equalTo(1))));
        refused(() -> Filter.allOf(List.<Filter<Post>>of()));
        refused(() -> blog.posts.filter("{}"));
        refused(() -> blog.posts.filter("{\"title\": null}"));
        refused(() -> Filter.<Post>search(" "));

        assertThat(blog.posts.delete(ID.in(List.of()))).isZero();
        assertThat(blog.posts.count()).isEqualTo(2);
        assertThat(blog.posts.deleteAll()).isEqualTo(2);
    }

    @Databases
    void mergesChangesOfOneRecordOrRefusesThem(String dialect) throws SQLException {
        withPosts(dialect);

        refused(() -> blog.posts.update(List.of(
                new Update<Post, String>("a", List.of(VIEWS.set(5))), new Update<>("a", List.of(VIEWS.set(6))))));
        List<Post> updated = blog.posts.update(List.of(
                new Update<Post, String>("a", List.of(VIEWS.set(5))), new Update<>("a", List.of(TITLE.set("AA")))));

        assertThat(updated).hasSize(2).allSatisfy(post -> {
            assertThat(post.views).isEqualTo(5);
            assertThat(post.title).isEqualTo("AA");
        });
    }

    @Databases
    void refusesUpdatesWhoseFiltersOverlapAndContradictEachOther(String dialect) throws SQLException {
        withPosts(dialect);
        FilteredUpdate<Post> low = new FilteredUpdate<>(VIEWS.lessThan(2), VIEWS.set(10));
        FilteredUpdate<Post> high = new FilteredUpdate<>(VIEWS.greaterThan(0), VIEWS.set(20));

        assertThatThrownBy(() -> blog.posts.update(List.of(low, high)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("some records match two of them");
        assertThat(blog.posts.list(Find.all())).extracting(post -> post.views).containsExactly(1, 2);

        FilteredUpdate<Post> apart = new FilteredUpdate<>(VIEWS.equalTo(2), VIEWS.set(30));
        FilteredUpdate<Post> other = new FilteredUpdate<>(VIEWS.greaterThan(0), RANK.set(5));
        assertThat(blog.posts.update(List.of(low, apart, other))).isEqualTo(4);
        assertThat(blog.posts.list(Find.all()))
                .extracting(post -> post.views + " " + post.rank)
                .containsExactly("10 5", "30 5");
    }

    @Databases
    void refusesTwoUpsertsOfOneRecord(String dialect) throws SQLException {
        withPosts(dialect);

        assertThatThrownBy(() -> blog.posts.upsert(List.of(new Post("a", "One", 7), new Post("a", "Two", 8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two of them have the id a");

        assertThat(blog.posts.retrieve("a").title).isEqualTo("A");
    }

    @Databases
    void refusesNumbersThatDoNotFit(String dialect) throws SQLException {
        withPosts(dialect);

        refused(() -> blog.posts.update("a", List.of(new Change<>("views", 3_000_000_000L))));
        refused(() -> blog.posts.update("a", List.of(new Change<>("views", 1.5))));
        refused(() ->
                blog.posts.list(new Filter.Comparison<>("views", Filter.Operator.EQUAL, 3_000_000_000L), Find.all()));
        refused(() -> blog.posts.filter("{\"views\": 3000000000}"));
        refused(() -> blog.posts.filter("{\"views\": 1.5}"));

        assertThat(blog.posts.retrieve("a").views).isEqualTo(1);
    }

    @Databases
    void refusesToStoreARecordThatWasReadInPart(String dialect) throws SQLException {
        withPosts(dialect);
        Post part = blog.posts.list(Find.take(1).select(TITLE)).get(0);
        blog.statements.reset();

        refused(() -> blog.posts.upsert(part));
        refused(() -> blog.posts.create(part));

        assertThat(blog.posts.retrieve("a").views).isEqualTo(1);
    }

    @Databases
    void namesTheNearestOfWhatIsUnknown(String dialect) throws SQLException {
        withPosts(dialect);

        assertThatThrownBy(() -> blog.posts.list(Find.all().select(List.of("titel"))))
                .hasMessageContaining("Did you mean 'title'?");
        assertThatThrownBy(() -> blog.posts.list(Find.all().relations(List.of("auhtor"))))
                .hasMessageContaining("Did you mean 'author'?");
        assertThatThrownBy(() -> blog.posts.list(Find.all().relations(List.of("title"))))
                .hasMessageContaining("is no relation");
        assertThatThrownBy(() -> blog.posts.filter("{\"veiws\": 1}")).hasMessageContaining("Did you mean 'views'?");
        assertThatThrownBy(() -> blog.posts.filter("{\"auhtor\": {\"name\": \"x\"}}"))
                .hasMessageContaining("Did you mean 'author'?");
        assertThatThrownBy(() -> blog.posts.filter("{\"author\": {\"nmae\": \"x\"}}"))
                .hasMessageContaining("Did you mean 'name'?");
        assertThatThrownBy(() -> blog.posts.find(Map.of("select", List.of("titel"))))
                .hasMessageContaining("Did you mean 'title'?");
        assertThatThrownBy(() -> blog.posts.filter("{\"views\": {\"$gte2\": 1}}"))
                .hasMessageContaining("$gte");
        assertThat(blog.statements.seen()).isEmpty();
    }

    @Databases
    void keepsNamesOfOrdersAndAttributesOutOfSql(String dialect) throws SQLException {
        withPosts(dialect);
        String evil = "title\" desc; drop table \"post\"; --";

        refused(() -> blog.posts.list(Find.all().order(Sort.asc(evil))));
        refused(() -> blog.posts.list(new Filter.IsNull<>(evil), Find.all()));
        refused(() -> blog.posts.update("a", List.of(new Change<>(evil, "x"))));

        assertThat(blog.posts.list(TITLE.equalTo(evil), Find.all())).isEmpty();
        assertThat(blog.posts.count()).isEqualTo(2);
    }

    @Databases
    void takesAHundredThousandIds(String dialect) throws SQLException {
        withPosts(dialect);
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 100_000).mapToObj(i -> "none-" + i).toList());
        ids.add("b");

        assertThat(blog.posts.list(ID.in(ids), Find.all())).hasSize(1);
        assertThat(blog.posts.update(ID.in(ids), List.of(VIEWS.set(7)))).isEqualTo(1);
        assertThat(blog.posts.softDelete(ids).get("post_id")).containsExactly("b");
        blog.posts.delete(ids);

        assertThat(blog.posts.list(Find.all().withDeleted()))
                .extracting(post -> post.id)
                .containsExactly("a");
    }
}
