package io.ashlar.diff;

import static io.ashlar.schema.Schemas.comment;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.reference;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static io.ashlar.schema.Schemas.withDefault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Check.Condition.Sql;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Schemas;
import io.ashlar.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RiskCheckTest {

    private static final Table POST = table("post", id(), varchar("title", 80));
    private static final Origins ORIGINS =
            new Origins(Map.of("post", "com.acme.Post", "post.slug", "com.acme.Post.slug"));

    @Test
    void namesTheFieldTheDangerAndTheWaysOutOfARequiredColumn() {
        var wanted = table("post", id(), varchar("title", 80), required(varchar("slug", 80)));

        var problems = check(POST, wanted);

        assertThat(problems)
                .containsExactly(new Problem(
                        "required-without-default",
                        "Cannot add post.slug: it is required, and rows may exist",
                        "com.acme.Post.slug",
                        "give it a default with @Default, or add it optional now and require it in a later migration"));
    }

    @Test
    void reportsAllProblemsInOneRound() {
        var wanted = table("post", id(), required(varchar("slug", 80)));
        var changes = SchemaDiff.between(schema(POST), schema(wanted));

        assertThatThrownBy(() -> RiskCheck.of(changes, ORIGINS).orThrow())
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::tag)
                                .containsExactly("required-without-default", "drop-column"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String tag, Table before, Table after) {
        assertThat(check(before, after)).extracting(Problem::tag).contains(tag);
    }

    static Stream<Arguments> refuses() {
        var id = id();
        return Stream.of(
                arguments("drop-column", POST, table("post", id)),
                arguments("change-type", POST, table("post", id, varchar("title", 40))),
                arguments("require-column", POST, table("post", id, required(varchar("title", 80)))),
                arguments("relax-column", table("post", id, required(varchar("title", 80))), POST),
                arguments("change-default", POST, table("post", id, withDefault(varchar("title", 80), "x"))),
                arguments("change-comment", POST, table("post", id, comment(varchar("title", 80), "x"))),
                arguments("change-comment", POST, comment(POST, "x")),
                arguments("unique-on-existing-rows", POST, unique(POST, false, "title")),
                arguments("drop-unique", unique(POST, false, "title"), POST),
                arguments("drop-index", index(POST, false, "title"), POST),
                arguments("foreign-key-on-existing-rows", POST, reference(POST, "title", "post")),
                arguments("drop-foreign-key", reference(POST, "title", "post"), POST),
                arguments("check-on-existing-rows", POST, oneOf(POST, "title", "a")),
                arguments("drop-check", oneOf(POST, "title", "a"), POST),
                arguments("remove-enum-value", oneOf(POST, "title", "a", "b"), oneOf(POST, "title", "a")),
                arguments(
                        "unique-on-existing-rows",
                        POST,
                        unique(
                                table("post", id, varchar("title", 80), withDefault(varchar("slug", 9), "a")),
                                false,
                                "slug")),
                arguments(
                        "check-on-existing-rows",
                        POST,
                        Schemas.check(
                                table("post", id, varchar("title", 80), varchar("slug", 9)),
                                "slug",
                                new Sql("slug is not null"))));
    }

    @ParameterizedTest
    @MethodSource
    void allows(Table before, Table after) {
        assertThat(check(before, after)).isEmpty();
    }

    static Stream<Arguments> allows() {
        var more = table("post", id(), varchar("title", 80), varchar("slug", 80));
        var filled = table("post", id(), varchar("title", 80), required(withDefault(varchar("slug", 80), "a")));
        return Stream.of(
                arguments(POST, more),
                arguments(POST, filled),
                arguments(POST, oneOf(filled, "slug", "a", "b")),
                arguments(POST, unique(more, true, "slug")),
                arguments(POST, unique(more, false, "title", "slug")),
                arguments(POST, reference(more, "slug", "post")),
                arguments(POST, Schemas.check(more, "slug", new Sql("slug <> ''"))),
                arguments(POST, index(POST, false, "title")),
                arguments(oneOf(POST, "title", "a"), oneOf(POST, "title", "a", "b")));
    }

    @Test
    void refusesToDropATable() {
        var changes = SchemaDiff.between(schema(POST), Schema.EMPTY);

        assertThat(RiskCheck.of(changes, ORIGINS).problems())
                .extracting(Problem::tag)
                .containsExactly("drop-table");
    }

    private static List<Problem> check(Table before, Table after) {
        return RiskCheck.of(SchemaDiff.between(schema(before), schema(after)), ORIGINS)
                .problems();
    }
}
