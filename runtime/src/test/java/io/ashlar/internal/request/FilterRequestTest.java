package io.ashlar.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.Problem;
import io.ashlar.query.Filter;
import io.ashlar.query.InvalidQuery;
import io.ashlar.query.RelatedId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // null is what callers without it may pass
class FilterRequestTest {

    private static final Filter<Object> DRAFT = equal("status", Blog.Status.DRAFT);

    @Test
    void takesALiteralForEquality() {
        assertThat(filter("{'status': 'DRAFT'}")).isEqualTo(DRAFT);
        assertThat(Requests.<Object>filter(Blog.POST, Map.of("views", 5))).isEqualTo(equal("views", 5));
    }

    @Test
    void takesAListForOneOfSeveral() {
        assertThat(filter("{'views': [1, 2]}")).isEqualTo(new Filter.In<>("views", List.of(1, 2)));
        assertThat(filter("{'views': []}")).isEqualTo(new Filter.In<>("views", List.of()));
    }

    @Test
    void takesSeveralPropertiesForAllOfThem() {
        assertThat(filter("{'status': 'DRAFT', 'views': {'$gt': 10, '$lte': 20}}"))
                .isEqualTo(new Filter.And<>(List.of(
                        DRAFT,
                        new Filter.And<>(List.of(
                                compared("views", Filter.Operator.GREATER, 10),
                                compared("views", Filter.Operator.LESS_OR_EQUAL, 20))))));
    }

    @ParameterizedTest
    @CsvSource({"$eq,EQUAL", "$ne,NOT_EQUAL", "$gt,GREATER", "$gte,GREATER_OR_EQUAL", "$lt,LESS", "$lte,LESS_OR_EQUAL"})
    void compares(String written, Filter.Operator operator) {
        assertThat(filter("{'views': {'" + written + "': 5}}")).isEqualTo(compared("views", operator, 5));
    }

    @ParameterizedTest
    @CsvSource({"$like,LIKE", "$ilike,ILIKE", "$re,MATCHES", "$fulltext,FULLTEXT", "$contains,CONTAINS"})
    void comparesTexts(String written, Filter.TextOperator operator) {
        assertThat(filter("{'title': {'" + written + "': 'a%'}}"))
                .isEqualTo(new Filter.Text<>("title", operator, "a%"));
    }

    @Test
    void leavesRecordsWithoutValueOutOfNotIn() {
        assertThat(filter("{'views': {'$in': [1]}}")).isEqualTo(new Filter.In<>("views", List.of(1)));
        assertThat(filter("{'views': {'$nin': [1]}}"))
                .isEqualTo(new Filter.In<>("views", List.of(1)).not().and(new Filter.IsNull<>("views").not()));
    }

    @Test
    void comparesSeveralValues() {
        assertThat(filter("{'tags': {'$overlap': ['a', 'b']}}"))
                .isEqualTo(new Filter.Elements<>("tags", Filter.ElementOperator.OVERLAPS, List.of("a", "b")));
        assertThat(filter("{'tags': {'$contains': 'a'}}"))
                .isEqualTo(new Filter.Elements<>("tags", Filter.ElementOperator.CONTAINS, List.of("a")));
        assertThat(filter("{'tags': {'$contains': ['a', 'b']}}"))
                .isEqualTo(new Filter.Elements<>("tags", Filter.ElementOperator.CONTAINS, List.of("a", "b")));
        assertThat(filter("{'tags': {'$contained': []}}"))
                .isEqualTo(new Filter.Elements<>("tags", Filter.ElementOperator.CONTAINED, List.of()));
    }

    @Test
    void asksForMissingValuesInSoManyWordsOnly() {
        Filter<Object> missing = new Filter.IsNull<>("title");

        assertThat(filter("{'title': {'$exists': false}}")).isEqualTo(missing);
        assertThat(filter("{'title': {'$eq': null}}")).isEqualTo(missing);
        assertThat(filter("{'title': {'$exists': true}}")).isEqualTo(missing.not());
        assertThat(filter("{'title': {'$ne': null}}")).isEqualTo(missing.not());
        assertThat(filter("{'settings': {'$eq': null}}")).isEqualTo(new Filter.IsNull<>("settings"));
        assertThat(filter("{'author': {'$eq': null}}")).isEqualTo(new Filter.IsNull<>("author"));
        assertThat(filter("{'author': {'place': {'$exists': false}}}"))
                .isEqualTo(related("author", new Filter.IsNull<>("place")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title': null}",
                "{'title': {'$like': null}}",
                "{'title': [null]}",
                "{'title': {'$nin': ['a', null]}}",
                "{'author': null}",
                "{'author': [null]}",
                "{'author': {'name': null}}",
                "{'$not': {'title': null}}",
                "{'title': {'$not': null}}",
                "{'related': {'$eq': null}}",
                "{'tags': {'$overlap': [null]}}"
            })
    void refusesANullThatMayBeAnAccident(String filter) {
        var problem = problem(filter);

        assertThat(problem.tag()).isEqualTo("value-missing");
        assertThat(problem.mend()).contains("{\"$exists\": false}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'title': {}}",
                "{'author': {}}",
                "{'$not': {}}",
                "{'$or': [{}]}",
                "{'$and': []}",
                "{'author': {'place': {}}}",
                "{'views': {'$nin': []}}",
                "{'author': {'$nin': []}}",
                "{'tags': {'$overlap': []}}",
                "{'title': {'$fulltext': ' '}}",
                "{'q': ' '}"
            })
    void refusesWhatWouldMatchAllByAccident(String filter) {
        assertThat(problem(filter).tag()).isIn("filter-empty", "filter-malformed");
    }

    @Test
    void connectsFilters() {
        Filter<Object> popular = compared("views", Filter.Operator.GREATER, 10);

        assertThat(filter("{'$or': [{'status': 'DRAFT'}, {'views': {'$gt': 10}}]}"))
                .isEqualTo(new Filter.Or<>(List.of(DRAFT, popular)));
        assertThat(filter("{'$and': [{'status': 'DRAFT'}, {'views': {'$gt': 10}}]}"))
                .isEqualTo(new Filter.And<>(List.of(DRAFT, popular)));
        assertThat(filter("{'$not': {'status': 'DRAFT'}}")).isEqualTo(DRAFT.not());
    }

    @Test
    void connectsConditionsOfOneProperty() {
        assertThat(filter("{'views': {'$or': [1, {'$gt': 10}]}}"))
                .isEqualTo(new Filter.Or<>(List.of(equal("views", 1), compared("views", Filter.Operator.GREATER, 10))));
        assertThat(filter("{'views': {'$not': {'$gt': 10}}}"))
                .isEqualTo(compared("views", Filter.Operator.GREATER, 10).not());
    }

    @Test
    void goesAlongRelations() {
        assertThat(filter("{'author': {'name': {'$ilike': 'a%'}}}"))
                .isEqualTo(related("author", new Filter.Text<>("name", Filter.TextOperator.ILIKE, "a%")));
        assertThat(filter("{'author': {'posts': {'status': 'DRAFT'}}}"))
                .isEqualTo(related("author", related("posts", DRAFT)));
        assertThat(filter("{'author': {'$or': [{'name': 'a'}, {'name': 'b'}]}}"))
                .isEqualTo(related("author", new Filter.Or<>(List.of(equal("name", "a"), equal("name", "b")))));
    }

    @Test
    void relatesById() {
        RelatedId seven = new RelatedId(7L);

        assertThat(filter("{'author': 7}")).isEqualTo(equal("author", seven));
        assertThat(filter("{'author': {'$ne': 7}}")).isEqualTo(compared("author", Filter.Operator.NOT_EQUAL, seven));
        assertThat(filter("{'author': [7]}")).isEqualTo(new Filter.In<>("author", List.of(seven)));
        assertThat(filter("{'author': {'$nin': [7]}}"))
                .isEqualTo(new Filter.In<>("author", List.of(seven)).not().and(new Filter.IsNull<>("author").not()));
        assertThat(filter("{'author': {'$ne': 7, 'name': 'a'}}"))
                .isEqualTo(new Filter.And<>(List.of(
                        compared("author", Filter.Operator.NOT_EQUAL, seven), related("author", equal("name", "a")))));
    }

    @Test
    void takesAnyOfMany() {
        assertThat(filter("{'related': 'post_1'}")).isEqualTo(related("related", equal("id", "post_1")));
        assertThat(filter("{'related': ['a', 'b']}"))
                .isEqualTo(related("related", new Filter.In<>("id", List.of("a", "b"))));
        assertThat(filter("{'related': {'$exists': false}}")).isEqualTo(new Filter.Related<>("related", null, true));
        assertThat(filter("{'related': {'$exists': true}}")).isEqualTo(new Filter.Related<>("related", null, false));
    }

    @Test
    void refusesAnotherThanOneOfMany() {
        assertThat(problem("{'related': {'$ne': 'a'}}").tag()).isEqualTo("operator-misplaced");
    }

    @Test
    void refusesTheIdOfAModelThatHasSeveral() {
        var problem = problem("{'author': {'seat': 1}}");

        assertThat(problem.tag()).isEqualTo("id-of-several");
        assertThat(filter("{'author': {'seat': {'row': 1, 'number': 2}}}"))
                .isEqualTo(related(
                        "author", related("seat", new Filter.And<>(List.of(equal("row", 1), equal("number", 2))))));
    }

    @Test
    void goesIntoEmbeddedValues() {
        Filter<Object> bonn = related("author", equal("place.city", "Bonn"));

        assertThat(filter("{'author': {'place': {'city': 'Bonn'}}}")).isEqualTo(bonn);
        assertThat(filter("{'author': {'place.city': 'Bonn'}}")).isEqualTo(bonn);
        assertThat(filter("{'author': {'place': {'country': {'name': 'Chad'}}}}"))
                .isEqualTo(related("author", related("place.country", equal("name", "Chad"))));
        assertThat(problem("{'author': {'place': 'Bonn'}}").tag()).isEqualTo("filter-malformed");
    }

    @Test
    void searches() {
        assertThat(filter("{'q': '50%'}")).isEqualTo(new Filter.Search<>("50%"));
        assertThat(problem("{'author': {'q': 'a'}}").mend()).contains("@Searchable");
    }

    @Test
    void namesTheNearestOfAnUnknownProperty() {
        var problem = problem("{'author': {'nmae': 'a'}}");

        assertThat(problem)
                .isEqualTo(new Problem(
                        "property-unknown",
                        "Author has no property 'nmae'. Did you mean 'name'?",
                        "filter.author.nmae",
                        "write one of: id, name, place, posts, seat"));
        assertThat(problem("{'author': {'place': {'citty': 'a'}}}").what())
                .isEqualTo("Author has no property 'place.citty'. Did you mean 'city'?");
    }

    @Test
    void namesTheNearestOfAnUnknownOperator() {
        assertThat(problem("{'views': {'$gtt': 1}}"))
                .isEqualTo(new Problem(
                        "operator-unknown",
                        "Post.views has a value, and knows no operator '$gtt'. Did you mean '$gt'?",
                        "filter.views.$gtt",
                        "write one of: $and, $or, $not, $eq, $ne, $in, $nin, $gt, $gte, $lt, $lte, $exists"));
        assertThat(problem("{'$ort': [{'views': 1}]}").what())
                .isEqualTo("There is no operator '$ort'. Did you mean '$or'?");
        assertThat(problem("{'$gt': 1}").mend()).isEqualTo("write {\"<property>\": {\"$gt\": ...}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status': {'$gt': 'DRAFT'}}",
                "{'views': {'$like': '1%'}}",
                "{'tags': {'$like': '1%'}}",
                "{'title': {'$overlap': ['a']}}",
                "{'settings': {'$contains': 'a'}}"
            })
    void refusesAnOperatorThatThePropertyDoesNotTake(String filter) {
        assertThat(problem(filter).tag()).isEqualTo("operator-unsuited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'settings': 'a'}", "{'settings': {'$eq': 'a'}}", "{'tags': 'a'}", "{'tags': ['a']}"})
    void refusesToCompareAsAWholeWhatTheDatabaseDoesNot(String filter) {
        assertThat(problem(filter).what()).contains("cannot be compared as a whole");
    }

    @Test
    void saysHowToGoAlongARelation() {
        assertThat(problem("{'author.name': 'a'}").mend()).isEqualTo("write {\"author\": {\"name\": ...}}");
    }

    @Test
    void reportsEverythingAtOnce() {
        var thrown = refusal("{'titel': 'a', 'views': {'$gtt': 1, '$lt': 'x'}, 'author': {'id': 1.5}}");

        assertThat(thrown.problems())
                .extracting(Problem::where)
                .containsExactly("filter.titel", "filter.views.$gtt", "filter.views.$lt", "filter.author.id");
    }

    @Test
    void keepsSensitiveValuesOutOfMessages() {
        assertThat(refusal("{'pin': 'hunter2'}")).hasMessageNotContaining("hunter2");
        assertThat(refusal("{'pin': [1, 'hunter2']}")).hasMessageNotContaining("hunter2");
        assertThat(refusal("{'secret': {'hunter2': 1}}")).hasMessageNotContaining("hunter2");
        assertThat(refusal("{'secret': 4711}")).hasMessageNotContaining("4711");
        assertThat(refusal("{'secret': {'$like': ['hunter2']}}")).hasMessageNotContaining("hunter2");
        assertThat(refusal("{'secret': hunter2}"))
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void showsOtherValuesInOneShortLine() {
        var problem = problem("{'views': 'a\\n" + "b".repeat(1_000) + "'}");

        assertThat(problem.what())
                .startsWith("Post.views cannot be compared with 'a?bbb")
                .doesNotContain("\n")
                .hasSizeLessThan(200);
    }

    @Test
    void loosesNothingOfAJsonNumber() {
        assertThat(filter("{'any': 0.12345678901234567890123456789}"))
                .isEqualTo(equal("any", new BigDecimal("0.12345678901234567890123456789")));
        assertThat(filter("{'total': 9007199254740993}")).isEqualTo(equal("total", 9007199254740993L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "[]", "null", "3", "{'a': 1} {}", "{'views': 1, 'views': 2}", "{'views': 1"})
    void refusesWhatIsNoJsonObject(String json) {
        var thrown = refusal(json);

        assertThat(thrown.problems()).extracting(Problem::tag).containsExactly("json-malformed");
    }

    @Test
    void saysWhereAJsonEnds() {
        assertThat(problem("{'views': 1,\n 'views': 2}").what())
                .isEqualTo("An object of the JSON names a property twice at line 2, column 9");
    }

    @Test
    void refusesNull() {
        assertThatIllegalArgumentException().isThrownBy(() -> Requests.filter(Blog.POST, (String) null));
        assertThatIllegalArgumentException().isThrownBy(() -> Requests.filter(Blog.POST, (Map<String, ?>) null));
    }

    @Test
    void takesAHundredThousandIds() {
        List<String> ids =
                IntStream.range(0, 100_000).mapToObj(i -> "post_" + i).toList();

        assertThat(Requests.<Object>filter(Blog.POST, Map.of("id", ids)))
                .isEqualTo(new Filter.In<>("id", List.copyOf(ids)));
    }

    @Test
    void refusesWhatIsDeeperThanAnybodyNeeds() {
        String deep = "{'$not': ".repeat(40) + "{'views': 1}" + "}".repeat(40);
        Map<String, Object> circular = new HashMap<>();
        circular.put("$not", circular);

        assertThat(refusal(deep).problems()).extracting(Problem::tag).containsExactly("json-malformed");
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> Requests.filter(Blog.POST, circular)))
                .hasMessageContaining("deeper than 32 levels");
    }

    @Test
    void refusesWhatIsLargerThanAnybodyNeeds() {
        var many = Collections.nCopies(1_001, Map.of("views", 1));
        var values = Collections.nCopies(200_001, 1);

        assertThat(catchThrowableOfType(InvalidQuery.class, () -> Requests.filter(Blog.POST, Map.of("$or", many))))
                .hasMessageContaining("more than 1000 properties");
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> Requests.filter(Blog.POST, Map.of("views", values))))
                .hasMessageContaining("more than 200000 values");
        assertThat(refusal("{'title': {'$re': '" + "a".repeat(1_001) + "'}}")).hasMessageContaining("1000 characters");
    }

    @Test
    void stopsAtTheProblemThatNobodyWouldRead() {
        var values = Collections.nCopies(1_000, "x");

        assertThat(catchThrowableOfType(InvalidQuery.class, () -> Requests.filter(Blog.POST, Map.of("views", values)))
                        .problems())
                .hasSize(20);
    }

    private static Filter<Object> equal(String attribute, Object value) {
        return compared(attribute, Filter.Operator.EQUAL, value);
    }

    private static Filter<Object> compared(String attribute, Filter.Operator operator, Object value) {
        return new Filter.Comparison<>(attribute, operator, value);
    }

    private static Filter<Object> related(String relation, Filter<Object> filter) {
        return new Filter.Related<>(relation, filter, false);
    }

    private static Filter<Object> filter(String json) {
        return Requests.filter(Blog.POST, json.replace('\'', '"'));
    }

    private static InvalidQuery refusal(String json) {
        var thrown = catchThrowableOfType(InvalidQuery.class, () -> filter(json));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private static Problem problem(String json) {
        assertThat(refusal(json).problems()).hasSize(1);
        return refusal(json).problems().get(0);
    }
}
