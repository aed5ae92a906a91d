package io.ashlar.diff;

import static io.ashlar.schema.Schemas.comment;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.optional;
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
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Schemas;
import io.ashlar.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
                        "give it a default with @Default; or compute it from other columns: -DdataStep writes a file for that,"
                                + " before the column becomes required"));
    }

    @Test
    void refusesToNumberRowsThatExist() {
        var wanted = table(
                "post",
                id(),
                varchar("title", 80),
                new Column("slug", ColumnType.of(Kind.LONG), false).withIdentity(true));

        var problem = check(POST, wanted).get(0);

        assertThat(problem.tag()).isEqualTo("add-identity");
        assertThat(problem.what()).isEqualTo("Cannot number existing rows with post.slug");
        assertThat(problem.where()).isEqualTo("com.acme.Post.slug");
    }

    @Test
    void reportsAllProblemsInOneRound() {
        var wanted = table("post", id(), required(varchar("slug", 80)));
        var changes = SchemaDiff.between(schema(POST), schema(wanted));

        assertThatThrownBy(() -> RiskCheck.of(changes, ORIGINS, Schema.EMPTY)
                        .orThrow(Consent.NONE, loss -> OptionalLong.empty()))
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::tag)
                                .containsExactly("required-without-default", "rename-or-drop"));
    }

    @Test
    void namesTheWaysOutOfALossAndHowMuchItIs() {
        var changes = SchemaDiff.between(schema(POST), schema(table("post", id())));

        var loss = RiskCheck.of(changes, ORIGINS, Schema.EMPTY).losses().get(0);

        assertThat(loss.problem(OptionalLong.of(47)))
                .isEqualTo(new Problem(
                        "drop-column",
                        "No field has column post.title any more: its values would be lost (47 in the configured"
                                + " database)",
                        "com.acme.Post",
                        "renamed: @RenamedFrom(\"title\") on the field. -DdropLater=post.title keeps it, optional, for"
                                + " the version that still uses it; -DallowDestructive=post.title drops it now, with -DdataStep once you"
                                + " have computed others from it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void seesWhatIsLost(String tag, Table before, Table after) {
        var changes = SchemaDiff.between(schema(before), schema(after));

        assertThat(RiskCheck.of(changes, ORIGINS, Schema.EMPTY).losses())
                .extracting(Loss::tag)
                .containsExactly(tag);
    }

    static Stream<Arguments> seesWhatIsLost() {
        var id = id();
        return Stream.of(
                arguments("drop-column", POST, table("post", id)),
                arguments("rename-or-drop", POST, table("post", id, varchar("subtitle", 80))),
                arguments("narrowing-type", POST, table("post", id, varchar("title", 40))),
                arguments(
                        "rounding-type",
                        table("post", id, optional("n", Kind.DOUBLE)),
                        table("post", id, optional("n", Kind.INT))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void asksTheRowsFirst(String tag, Table before, Table after) {
        var changes = SchemaDiff.between(schema(before), schema(after));

        assertThat(RiskCheck.of(changes, ORIGINS, Schema.EMPTY).preflights())
                .extracting(Preflight::tag)
                .containsExactly(tag);
    }

    static Stream<Arguments> asksTheRowsFirst() {
        var id = id();
        return Stream.of(
                arguments("null-in-required", POST, table("post", id, required(varchar("title", 80)))),
                arguments("duplicate-in-unique", POST, unique(POST, false, "title")),
                arguments("points-to-nothing", POST, reference(POST, "title", "post")),
                arguments("breaks-check", POST, oneOf(POST, "title", "a")),
                arguments("does-not-fit", POST, table("post", id, varchar("title", 40))),
                arguments("value-no-longer-allowed", oneOf(POST, "title", "a", "b"), oneOf(POST, "title", "a")),
                arguments(
                        "breaks-check",
                        POST,
                        Schemas.check(
                                table("post", id, varchar("title", 80), varchar("slug", 9)),
                                "slug",
                                new Sql("slug is not null"))));
    }

    @Test
    void refusesAUniqueDefault() {
        var after =
                unique(table("post", id(), varchar("title", 80), withDefault(varchar("slug", 9), "a")), false, "slug");

        assertThat(check(POST, after)).extracting(Problem::tag).containsExactly("unique-default");
    }

    @Test
    void refusesATypeThatNoRuleLeadsTo() {
        var before = table("post", id(), optional("at", Kind.LOCAL_TIME));
        var after = table("post", id(), optional("at", Kind.UUID));

        assertThat(check(before, after)).extracting(Problem::tag).containsExactly("no-conversion");
    }

    @ParameterizedTest
    @MethodSource
    void allows(Table before, Table after) {
        var risks = RiskCheck.of(SchemaDiff.between(schema(before), schema(after)), ORIGINS, schema(after));

        assertThat(risks).isEqualTo(new Risks(List.of(), List.of(), List.of()));
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
                arguments(table("post", id(), required(varchar("title", 80))), POST),
                arguments(unique(POST, false, "title"), POST),
                arguments(POST, comment(POST, "x")),
                arguments(POST, table("post", id(), varchar("title", 81))),
                arguments(POST, reference(more, "slug", "post")),
                arguments(POST, Schemas.check(more, "slug", new Sql("slug <> ''"))),
                arguments(POST, index(POST, false, "title")),
                arguments(oneOf(POST, "title", "a"), oneOf(POST, "title", "a", "b")));
    }

    @Test
    void seesThatATableIsLost() {
        var changes = SchemaDiff.between(schema(POST), Schema.EMPTY);

        assertThat(RiskCheck.of(changes, ORIGINS, Schema.EMPTY).losses())
                .extracting(Loss::tag)
                .containsExactly("drop-table");
    }

    private static List<Problem> check(Table before, Table after) {
        return RiskCheck.of(SchemaDiff.between(schema(before), schema(after)), ORIGINS, schema(after))
                .problems();
    }
}
