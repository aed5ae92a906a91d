package io.ashlar.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.Problem;
import io.ashlar.query.Find;
import io.ashlar.query.InvalidQuery;
import jakarta.data.Sort;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // null is what callers without it may pass
class FindRequestTest {

    @Test
    void findsFifteenUnlessAskedOtherwise() {
        Find find = find("{}");

        assertThat(find.taken()).hasValue(Find.DEFAULT_TAKE);
        assertThat(find.skipped()).isZero();
        assertThat(find.sorts()).isEmpty();
        assertThat(find.selected()).isEmpty();
        assertThat(find.related()).isEmpty();
        assertThat(find.includesDeleted()).isFalse();
    }

    @Test
    void readsAllThatAFindHas() {
        Find find = find("""
                {'skip': 40, 'take': 20, 'withDeleted': true,
                 'select': ['title', 'author.name', 'author.place.city', 'author.place.country.name'],
                 'relations': ['author', 'author.posts', 'author.place.country'],
                 'order': {'author.name': 'ASC', 'createdAt': 'DESC'}}
                """);

        assertThat(find.skipped()).isEqualTo(40);
        assertThat(find.taken()).hasValue(20);
        assertThat(find.includesDeleted()).isTrue();
        assertThat(find.selected())
                .containsExactly("title", "author.name", "author.place.city", "author.place.country.name");
        assertThat(find.related()).containsExactly("author", "author.posts", "author.place.country");
        assertThat(find.sorts()).isEqualTo(List.of(Sort.asc("author.name"), Sort.desc("createdAt")));
    }

    @Test
    void ordersByAListOfObjects() {
        assertThat(find("{'order': [{'views': 'desc'}, {'author': {'place': {'city': 'asc'}}}]}")
                        .sorts())
                .isEqualTo(List.of(Sort.desc("views"), Sort.asc("author.place.city")));
    }

    @Test
    void putsMissingValuesWhereTold() {
        Find find = find("{'order': {'views': 'DESC NULLS LAST', 'author': {'name': 'asc nulls first'}}}");

        assertThat(find.sorts()).isEqualTo(List.of(Sort.desc("views"), Sort.asc("author.name")));
        assertThat(find.missingLast()).containsExactly("views");
        assertThat(find.missingFirst()).containsExactly("author.name");
    }

    @Test
    void refusesAMapThatKeepsNoOrder() {
        Map<String, Object> order = Map.of("views", "ASC", "title", "ASC");

        assertThat(catchThrowableOfType(InvalidQuery.class, () -> Requests.find(Blog.POST, Map.of("order", order)))
                        .problems())
                .extracting(Problem::mend)
                .containsExactly("give a list of maps with one property each, or a LinkedHashMap");
        assertThat(Requests.find(Blog.POST, Map.of("order", new TreeMap<>(order)))
                        .sorts())
                .isEqualTo(List.of(Sort.asc("title"), Sort.asc("views")));
        assertThat(Requests.find(Blog.POST, Map.of("order", Map.of("views", "ASC")))
                        .sorts())
                .isEqualTo(List.of(Sort.asc("views")));
    }

    @Test
    void namesTheNearestOfWhatIsUnknown() {
        assertThat(problem("{'oder': {}}").what()).isEqualTo("There is no 'oder' in a find. Did you mean 'order'?");
        assertThat(problem("{'select': ['titel']}"))
                .isEqualTo(new Problem(
                        "property-unknown",
                        "Post has no property 'titel'. Did you mean 'title'?",
                        "find.select",
                        problem("{'select': ['titel']}").mend()));
        assertThat(problem("{'order': {'author': {'nam': 'ASC'}}}").what())
                .isEqualTo("Author has no property 'nam'. Did you mean 'name'?");
        assertThat(problem("{'relations': ['autor']}").what())
                .isEqualTo("Post has no property 'autor'. Did you mean 'author'?");
        assertThat(problem("{'relations': ['author.postz']}").what())
                .isEqualTo("Author has no property 'postz'. Did you mean 'posts'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'take': 0}",
                "{'take': -1}",
                "{'take': 10001}",
                "{'take': 1.5}",
                "{'take': '5'}",
                "{'take': null}",
                "{'take': 'all'}",
                "{'take': 3000000000}",
                "{'skip': -1}",
                "{'skip': 3000000000}",
                "{'skip': null}",
                "{'withDeleted': 'true'}",
                "{'withDeleted': null}",
                "{'select': 'title'}",
                "{'select': [1]}",
                "{'select': [null]}",
                "{'select': null}",
                "{'select': ['related']}",
                "{'relations': ['title']}",
                "{'relations': ['author.place']}",
                "{'relations': {'author': true}}"
            })
    void refusesWhatIsNoFind(String find) {
        assertThat(problem(find).tag()).isEqualTo("find-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'order': {'title': 'ASC; drop table post'}}",
                "{'order': {'title': 1}}",
                "{'order': {'title': null}}",
                "{'order': 'title'}",
                "{'order': null}",
                "{'order': ['title']}",
                "{'order': {'settings': 'ASC'}}",
                "{'order': {'tags': 'ASC'}}",
                "{'order': {'author': 'ASC'}}",
                "{'order': {'related': {'title': 'ASC'}}}",
                "{'order': [{'title': 'ASC'}, {'title': 'DESC'}]}"
            })
    void refusesWhatIsNoOrder(String find) {
        assertThat(problem(find).tag()).isEqualTo("order-malformed");
    }

    @Test
    void refusesAPathThatNeverEnds() {
        assertThat(problem("{'relations': ['" + "author.posts.".repeat(10) + "author']}")
                        .tag())
                .isEqualTo("path-too-long");
    }

    @Test
    void reportsEverythingAtOnce() {
        assertThat(catchThrowableOfType(
                                InvalidQuery.class, () -> find("{'take': 0, 'skip': -1, 'select': ['titel', 'viws']}"))
                        .problems())
                .hasSize(4);
    }

    @Test
    void refusesNull() {
        assertThatIllegalArgumentException().isThrownBy(() -> Requests.find(Blog.POST, (Map<String, ?>) null));
        assertThatIllegalArgumentException().isThrownBy(() -> Requests.find(Blog.POST, (String) null));
    }

    private static Find find(String json) {
        return Requests.find(Blog.POST, json.replace('\'', '"'));
    }

    private static Problem problem(String json) {
        var thrown = catchThrowableOfType(InvalidQuery.class, () -> find(json));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        return thrown.problems().get(0);
    }
}
