package io.ashlar.diff;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.reference;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static io.ashlar.schema.Schemas.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.diff.BranchStep.Conflict;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BranchStepTest {

    private static final Table AUTHOR = table("author", id(), varchar("name", 80));
    private static final Table POST = table("post", id(), varchar("title", 80), varchar("body", 200));
    private static final Schema BASE = schema(AUTHOR, POST);

    @Test
    void letsBranchesOfDifferentTablesPass() {
        assertThat(conflicts(
                        schema(table("author", id(), varchar("name", 80), varchar("mail", 80)), POST),
                        schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("body", 300)))))
                .isEmpty();
    }

    @Test
    void letsDifferentColumnsOfOneTablePass() {
        assertThat(conflicts(
                        schema(
                                AUTHOR,
                                unique(
                                        table("post", id(), varchar("title", 80), varchar("body", 200)),
                                        false,
                                        "title")),
                        schema(
                                AUTHOR,
                                table(
                                        "post",
                                        id(),
                                        required(varchar("title", 80)),
                                        varchar("slug", 9),
                                        varchar("body", 9)))))
                .isEmpty();
    }

    @Test
    void tellsOfOneColumnThatBothAlter() {
        assertThat(conflicts(
                        schema(AUTHOR, table("post", id(), required(varchar("title", 80)), varchar("body", 200))),
                        schema(
                                AUTHOR,
                                table("post", id(), withDefault(varchar("title", 80), "-"), varchar("body", 200)))))
                .containsExactly("requires post.title, and right changes the default of post.title");
    }

    @Test
    void tellsOfAColumnThatOneDropsAndTheOtherAlters() {
        assertThat(conflicts(
                        schema(AUTHOR, table("post", id(), varchar("title", 80))),
                        schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("body", 300)))))
                .containsExactly("drops post.body, and right changes the type of post.body");
    }

    @Test
    void tellsOfAColumnThatOneRenamesAndTheOtherAlters() {
        var renamed = SchemaDiff.between(
                BASE,
                schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("text", 200))),
                new Renames(Map.of(), Map.of("post", Map.of("text", "body"))));

        assertThat(conflicts(
                        renamed,
                        SchemaDiff.between(
                                BASE,
                                schema(
                                        AUTHOR,
                                        table("post", id(), varchar("title", 80), required(varchar("body", 200)))))))
                .containsExactly("renames post.body, and right requires post.body");
    }

    @Test
    void tellsOfATableThatOneRenamesAndTheOtherAlters() {
        var renamed = SchemaDiff.between(
                BASE,
                schema(AUTHOR, table("article", id(), varchar("title", 80), varchar("body", 200))),
                new Renames(Map.of("article", "post"), Map.of()));

        assertThat(conflicts(
                        renamed,
                        SchemaDiff.between(
                                BASE,
                                schema(
                                        AUTHOR,
                                        table(
                                                "post",
                                                id(),
                                                varchar("title", 80),
                                                varchar("body", 200),
                                                varchar("slug", 9))))))
                .contains("renames post, and right adds post.slug");
    }

    @Test
    void tellsOfATableThatOneDropsAndTheOtherPointsTo() {
        assertThat(conflicts(
                        schema(POST),
                        schema(
                                AUTHOR,
                                reference(
                                        table(
                                                "post",
                                                id(),
                                                varchar("title", 80),
                                                varchar("body", 200),
                                                varchar("author_id", 255)),
                                        "author_id",
                                        "author"))))
                .containsExactly("drops author, and right uses author");
    }

    @Test
    void tellsOfTheSameThingAddedTwice() {
        assertThat(conflicts(schema(AUTHOR, POST, table("tag", id())), schema(AUTHOR, POST, table("tag", id()))))
                .containsExactly("adds tag, and right adds tag");
        assertThat(conflicts(
                        schema(AUTHOR, index(POST, false, "title")),
                        schema(AUTHOR, index(index(POST, false, "title"), false, "body"))))
                .containsExactly("adds post.ix_post_title, and right adds post.ix_post_title");
    }

    @Test
    void tellsOfAColumnThatOneIndexesAndTheOtherDrops() {
        assertThat(conflicts(
                        schema(AUTHOR, index(POST, false, "title", "body")),
                        schema(AUTHOR, table("post", id(), varchar("title", 80)))))
                .containsExactly("uses post.body, and right drops post.body");
    }

    @Test
    void joinsBothSides() {
        var left = schema(
                table("author", id(), varchar("name", 90)),
                index(
                        table("post", id(), varchar("title", 80), varchar("body", 200), varchar("slug", 9)),
                        false,
                        "slug"));
        var right = schema(AUTHOR, table("post", id(), required(varchar("title", 80))), table("tag", id()));

        assertThat(BranchMerge.of(BASE, left, right))
                .isEqualTo(schema(
                        table("author", id(), varchar("name", 90)),
                        index(table("post", id(), required(varchar("title", 80)), varchar("slug", 9)), false, "slug"),
                        table("tag", id())));
    }

    private static List<String> conflicts(Schema left, Schema right) {
        return conflicts(SchemaDiff.between(BASE, left), SchemaDiff.between(BASE, right));
    }

    private static List<String> conflicts(List<SchemaChange> left, List<SchemaChange> right) {
        return BranchStep.conflicts(List.of(new BranchStep("left", left)), List.of(new BranchStep("right", right)))
                .stream()
                .map(Conflict::what)
                .toList();
    }
}
