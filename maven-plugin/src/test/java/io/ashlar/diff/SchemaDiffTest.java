package io.ashlar.diff;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.reference;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.diff.SchemaChange.RenameColumn;
import io.ashlar.diff.SchemaChange.RenamePrimaryKey;
import io.ashlar.diff.SchemaChange.RenameTable;
import io.ashlar.diff.SchemaChange.RenameUnique;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Unique;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

    @Test
    void addsTheColumnOnlyTheEntityHas() {
        var stored = schema(table("post", id()));
        var wanted = schema(table("post", id(), varchar("slug", 80)));

        var changes = SchemaDiff.between(stored, wanted);

        assertThat(changes).containsExactly(new AddColumn("post", varchar("slug", 80)));
    }

    @Test
    void findsNothingBetweenEqualSchemas() {
        var one = schema(unique(table("post", id(), varchar("slug", 80)), true, "slug"));
        var other = schema(unique(table("post", id(), varchar("slug", 80)), true, "slug"));

        assertThat(SchemaDiff.between(one, other)).isEmpty();
    }

    @Test
    void createsForeignKeysAfterAllTablesSoThatCyclesWork() {
        var a = reference(table("a", id(), varchar("b_id", 255)), "b_id", "b");
        var b = reference(table("b", id(), varchar("a_id", 255)), "a_id", "a");

        var changes = SchemaDiff.between(Schema.EMPTY, schema(a, b));

        assertThat(changes)
                .containsExactly(
                        new CreateTable(a),
                        new CreateTable(b),
                        new AddForeignKey("a", a.foreignKeys().get(0)),
                        new AddForeignKey("b", b.foreignKeys().get(0)));
    }

    @Test
    void addsColumnThenUniqueThenIndexThenForeignKey() {
        var before = table("post", id());
        var after = reference(
                index(unique(table("post", id(), varchar("author_id", 255)), false, "author_id"), false, "author_id"),
                "author_id",
                "author");

        var changes = SchemaDiff.between(schema(before), schema(after));

        assertThat(changes)
                .containsExactly(
                        new AddColumn("post", varchar("author_id", 255)),
                        new AddUnique("post", after.uniques().get(0)),
                        new AddIndex("post", after.indexes().get(0)),
                        new AddForeignKey("post", after.foreignKeys().get(0)));
    }

    @Test
    void dropsForeignKeysBeforeTables() {
        var child = reference(table("comment", id(), varchar("post_id", 255)), "post_id", "post");
        var parent = table("post", id());

        var changes = SchemaDiff.between(schema(child, parent), Schema.EMPTY);

        assertThat(changes)
                .containsExactly(
                        new DropForeignKey("comment", child.foreignKeys().get(0)),
                        new DropTable(child),
                        new DropTable(parent));
    }

    @Test
    void neverGuessesThatAColumnWasRenamed() {
        var stored = schema(table("post", id(), varchar("name", 80)));
        var wanted = schema(table("post", id(), varchar("full_name", 80)));

        var changes = SchemaDiff.between(stored, wanted);

        assertThat(changes)
                .containsExactly(
                        new AddColumn("post", varchar("full_name", 80)), new DropColumn("post", varchar("name", 80)));
    }

    @Test
    void renamesWhatIsDeclaredAndTheConstraintsThatAreNamedAfterIt() {
        var stored = schema(unique(table("post", id(), varchar("name", 80)), false, "name"));
        var wanted = schema(unique(table("article", id(), varchar("full_name", 80)), false, "full_name"));
        var renames = new Renames(Map.of("article", "post"), Map.of("article", Map.of("full_name", "name")));

        var changes = SchemaDiff.between(stored, wanted, renames);

        assertThat(changes)
                .containsExactly(
                        new RenameTable("post", "article"),
                        new RenameColumn("article", "name", "full_name"),
                        new RenamePrimaryKey(
                                "article",
                                new PrimaryKey("pk_post", List.of("id")),
                                new PrimaryKey("pk_article", List.of("id"))),
                        new RenameUnique(
                                "article",
                                new Unique("uq_post_name", List.of("full_name"), false),
                                new Unique("uq_article_full_name", List.of("full_name"), false)));
    }

    @Test
    void makesAForeignKeyAnewWhoseColumnsGetAnotherType() {
        var before = reference(table("post", id(), varchar("parent_id", 255)), "parent_id", "post");
        var longer = new Column("id", ColumnType.varchar(300), false);
        var after = reference(table("post", longer, varchar("parent_id", 300)), "parent_id", "post");

        var changes = SchemaDiff.between(schema(before), schema(after));

        assertThat(changes)
                .containsExactly(
                        new DropForeignKey("post", before.foreignKeys().get(0)),
                        new ChangeType("post", id(), longer),
                        new ChangeType("post", varchar("parent_id", 255), varchar("parent_id", 300)),
                        new AddForeignKey("post", after.foreignKeys().get(0)));
    }

    @Test
    void tellsATypeFromARequirement() {
        var before = varchar("title", 80);
        var after = required(varchar("title", 120));

        var changes = SchemaDiff.between(schema(table("post", id(), before)), schema(table("post", id(), after)));

        assertThat(changes)
                .containsExactly(
                        new ChangeType("post", before, varchar("title", 120)),
                        new RequireColumn("post", varchar("title", 120), after));
    }

    @Test
    void takesAnotherOrderOfColumnsOrConstantsForNoChange() {
        var stored = schema(oneOf(table("post", id(), varchar("a", 9), varchar("b", 9)), "a", "X", "Y"));
        var wanted = schema(oneOf(table("post", id(), varchar("b", 9), varchar("a", 9)), "a", "Y", "X"));

        assertThat(SchemaDiff.between(stored, wanted)).isEmpty();
    }

    @Test
    void seesThatAnEnumGainedAConstant() {
        var stored = oneOf(table("post", id(), varchar("status", 9)), "status", "DRAFT");
        var wanted = oneOf(table("post", id(), varchar("status", 9)), "status", "DRAFT", "OUT");

        var changes = SchemaDiff.between(schema(stored), schema(wanted));

        assertThat(changes)
                .containsExactly(new ChangeCheck(
                        "post", stored.checks().get(0), wanted.checks().get(0)));
        assertThat(((ChangeCheck) changes.get(0)).widens()).isTrue();
    }
}
