package io.ashlar.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Ddl;
import io.ashlar.ddl.Scripts;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.models.CaveatEmptor;
import io.ashlar.schema.models.Shop;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyEnumerated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EclipseLinkSchemasTest {

    private static final Path EXPECTED = Path.of("src/test/resources/schema");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void readsAllThatMakesTables(Dialect dialect) throws Exception {
        var schema = read(Shop.models()).schema();

        var sql = Ddl.of(dialect).script(SchemaDiff.between(Schema.EMPTY, schema));

        var path = EXPECTED.resolve("shop-" + dialect.id() + ".sql");
        if (Boolean.getBoolean("ashlar.accept")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(path, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(path));
        Scripts.run(TestDatabases.fresh(dialect.id()), sql);
    }

    @Test
    void readsTheSameInWhateverOrderTheModelsCome() {
        var models = new ArrayList<>(Shop.models());
        var first = read(models);

        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(models, new Random(seed));
            assertThat(read(models)).isEqualTo(first);
        }
    }

    @Test
    void takesWhatIsSaidOfAMapsValuesForItsValuesOnly() {
        var notes = read(List.of(Diary.class)).schema().table("diary_notes").orElseThrow();

        assertThat(notes.column("notes_key").orElseThrow().type()).isEqualTo(ColumnType.varchar(255));
        assertThat(notes.column("notes").orElseThrow().type()).isEqualTo(ColumnType.of(ColumnType.Kind.TEXT));
    }

    @Test
    void makesNoTableForAnAbstractClassWhoseChildrenHaveOneEach() {
        var schema = read(CaveatEmptor.models()).schema();

        assertThat(schema.tables()).extracting(Table::name).doesNotContain("billing_details", "BillingDetails");
        assertThat(schema.table("USERS").orElseThrow().column("DEFAULT_BILLING_DETAILS_ID"))
                .contains(new Column("DEFAULT_BILLING_DETAILS_ID", ColumnType.of(ColumnType.Kind.LONG), true));
        assertThat(schema.table("ITEM_BUYER").orElseThrow().columns())
                .extracting(Column::name)
                .containsExactlyInAnyOrder("ITEM_ID", "USER_ID");
    }

    @Test
    void ordersAKeyAsItsAttributesAreDeclared() {
        var schema = read(List.of(Room.class, Bed.class, Diary.class)).schema();

        assertThat(schema.table("room").orElseThrow().primaryKey())
                .isEqualTo(new PrimaryKey("pk_room", List.of("room", "area", "floor")));
        assertThat(schema.table("bed").orElseThrow().primaryKey())
                .isEqualTo(new PrimaryKey("pk_bed", List.of("diary_id", "number")));
        assertThat(schema.table("bed").orElseThrow().foreignKeys())
                .extracting(ForeignKey::targetColumns)
                .contains(List.of("room", "area", "floor"));
    }

    @Entity
    @IdClass(Room.Place.class)
    @SuppressWarnings("NullAway") // JPA sets the fields
    static class Room {
        @Id
        Integer room;

        @Id
        Integer area;

        @Id
        Integer floor;

        record Place(Integer room, Integer area, Integer floor) {}
    }

    @Entity
    @IdClass(Bed.Place.class)
    @SuppressWarnings("NullAway") // JPA sets the fields
    static class Bed {
        @Id
        @ManyToOne
        Diary diary;

        @Id
        Integer number;

        @ManyToOne
        Room room;

        static class Place {
            Long diary;
            Integer number;
        }
    }

    @Entity
    @SuppressWarnings("NullAway") // JPA sets the fields
    static class Diary {
        @Id
        Long id;

        @Lob
        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        Map<DayOfWeek, String> notes;
    }

    private static SchemaSource.ModelSchema read(List<Class<?>> models) {
        return EclipseLinkSchemas.of("shop", models, EclipseLinkSchemasTest.class.getClassLoader())
                .read();
    }
}
