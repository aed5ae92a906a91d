package io.ashlar.diff;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropComputed;
import io.ashlar.diff.SchemaChange.DropIndex;
import io.ashlar.diff.SchemaChange.DropUnique;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputedColumnsTest {

    private static final Column PRICE = optional("price", Kind.INT);

    @Test
    void computesAnewWhatHasAnotherExpressionAndBringsItsIndexesBack() {
        var before = unique(index(table("item", id(), PRICE, computed("price * 2")), false, "total"), false, "total");
        var after = unique(index(table("item", id(), PRICE, computed("price * 3")), false, "total"), false, "total");

        var changes = SchemaDiff.between(schema(before), schema(after));

        assertThat(changes)
                .containsExactly(
                        new DropUnique("item", before.uniques().get(0)),
                        new DropIndex("item", before.indexes().get(0)),
                        new DropComputed("item", computed("price * 2")),
                        new AddColumn("item", computed("price * 3")),
                        new AddUnique("item", after.uniques().get(0)),
                        new AddIndex("item", after.indexes().get(0)));
        assertThat(changes).noneMatch(SchemaChange::losesData);
    }

    @Test
    void computesAnewWhatIsComputedFromAColumnOfAnotherType() {
        var wide = optional("price", Kind.LONG);

        var changes = SchemaDiff.between(
                schema(table("item", id(), PRICE, computed("price * 2"))),
                schema(table("item", id(), wide, computed("price * 2"))));

        assertThat(changes)
                .containsExactly(
                        new DropComputed("item", computed("price * 2")),
                        new ChangeType("item", PRICE, wide),
                        new AddColumn("item", computed("price * 2")));
    }

    @Test
    void dropsAComputedColumnWithoutALoss() {
        var changes = SchemaDiff.between(
                schema(table("item", id(), PRICE, computed("price * 2"))), schema(table("item", id(), PRICE)));

        assertThat(changes).containsExactly(new DropComputed("item", computed("price * 2")));
    }

    @Test
    void losesWhatWasWrittenWhenItIsComputedFromNowOn() {
        var written = new Column("total", ColumnType.of(Kind.LONG), true);

        var changes = SchemaDiff.between(
                schema(table("item", id(), PRICE, written)), schema(table("item", id(), PRICE, computed("price * 2"))));

        assertThat(changes)
                .containsExactly(new DropColumn("item", written), new AddColumn("item", computed("price * 2")));
        assertThat(changes).anyMatch(SchemaChange::losesData);
    }

    private static Column computed(String sql) {
        return new Column(
                "total", ColumnType.of(Kind.LONG), true, null, false, null, new Expression(sql, List.of("price")));
    }
}
