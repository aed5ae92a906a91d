package io.ashlar.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.data.Default;
import io.ashlar.data.Ulid;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model says and no table can hold is a problem, never skipped. */
@SuppressWarnings("NullAway") // JPA sets the fields
class RefusalsTest {

    @Entity
    static class WithoutId {
        String name;
    }

    @Test
    void refusesAnEntityWithoutId() {
        var problem = problem(WithoutId.class);

        assertThat(problem.tag()).isEqualTo("entity-without-id");
        assertThat(problem.what()).contains("WithoutId");
        assertThat(problem.mend()).contains("@Id");
    }

    @Entity
    static class ToStranger {
        @Id
        String id;

        @ManyToOne
        Stranger stranger;
    }

    @Entity
    static class Stranger {
        @Id
        String id;
    }

    @Test
    void refusesARelationToAModelOfNobody() {
        var problem = problem(ToStranger.class);

        assertThat(problem.tag()).isEqualTo("model-cannot-be-mapped");
        assertThat(problem.what()).contains("ToStranger", "Stranger");
        assertThat(problem.mend()).contains("@Module");
    }

    @Entity
    static class OwnSql {
        @Id
        String id;

        @Column(columnDefinition = "citext")
        String name;
    }

    @Test
    void refusesSqlOfOneDatabase() {
        assertThat(problem(OwnSql.class))
                .extracting(Problem::tag, Problem::where)
                .containsExactly("column-definition", OwnSql.class.getName() + ".name");
    }

    @Entity
    static class OwnKeySql {
        @Id
        String id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(foreignKeyDefinition = "foreign key (x) references y"))
        OwnKeySql other;
    }

    @Test
    void refusesAForeignKeyInSql() {
        assertThat(problem(OwnKeySql.class).tag()).isEqualTo("foreign-key-definition");
    }

    @Entity
    @Table(schema = "other")
    static class Elsewhere {
        @Id
        String id;
    }

    @Test
    void refusesATableInAnotherSchema() {
        assertThat(problem(Elsewhere.class).tag()).isEqualTo("table-with-schema");
    }

    @Entity
    static class Automatic {
        @Id
        @GeneratedValue
        Long id;
    }

    @Test
    void refusesAnIdThatEveryDatabaseMakesOtherwise() {
        var problem = problem(Automatic.class);

        assertThat(problem.tag()).isEqualTo("generated-value");
        assertThat(problem.mend()).contains("@Ulid", "IDENTITY", "SEQUENCE");
    }

    @Entity
    static class FromTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Test
    void refusesAnIdFromATable() {
        assertThat(problem(FromTable.class).tag()).isEqualTo("generated-value");
    }

    @Entity
    @Table(indexes = @Index(columnList = "nmae"))
    static class Misspelt {
        @Id
        String id;

        String name;
    }

    @Test
    void refusesAnIndexOnNoColumnAndNamesThoseThereAre() {
        var problem = problem(Misspelt.class);

        assertThat(problem.tag()).isEqualTo("unknown-column");
        assertThat(problem.mend()).contains("id, name");
    }

    @Entity
    static class WrongDefault {
        @Id
        String id;

        @Default("many")
        int count;
    }

    @Test
    void refusesADefaultOfAnotherType() {
        assertThat(problem(WrongDefault.class))
                .extracting(Problem::tag, Problem::where)
                .containsExactly("default-of-other-type", WrongDefault.class.getName() + ".count");
    }

    @Entity
    static class LongName {
        @Id
        String id;

        @Column(name = "a_name_that_is_so_long_that_postgresql_would_cut_it_without_a_word")
        String name;
    }

    @Test
    void refusesANameThatPostgresqlWouldCut() {
        assertThat(problem(LongName.class).tag()).isEqualTo("name-too-long");
    }

    @Entity
    static class DifferInCase {
        @Id
        String id;

        @Column(name = "Name")
        String one;

        @Column(name = "name")
        String other;
    }

    @Test
    void refusesNamesThatDifferInCaseOnly() {
        assertThat(problem(DifferInCase.class).tag()).isEqualTo("names-differ-in-case");
    }

    @Entity
    @Table(indexes = @Index(columnList = "body"))
    static class IndexedText {
        @Id
        @Ulid
        String id;

        @Lob
        String body;
    }

    @Test
    void refusesAnIndexOnLargeText() {
        assertThat(problem(IndexedText.class).tag()).isEqualTo("index-on-large-value");
    }

    @Entity
    static class TooWide {
        @Id
        String id;

        @Column(unique = true, length = 1000)
        String url;
    }

    @Test
    void refusesAnIndexThatMariadbCannotHold() {
        assertThat(problem(TooWide.class).tag()).isEqualTo("index-too-long");
    }

    @Entity
    static class ToName {
        @Id
        String id;

        @ManyToOne
        @JoinColumn(referencedColumnName = "name")
        Misnamed target;
    }

    @Entity
    static class Misnamed {
        @Id
        String id;

        String name;
    }

    @Test
    void refusesARelationToAColumnThatIsNotUnique() {
        assertThat(problem(ToName.class, Misnamed.class).tag()).isEqualTo("foreign-key-to-non-unique");
    }

    private static Problem problem(Class<?>... models) {
        var found = catchThrowableOfType(
                ProblemsFound.class,
                () -> EclipseLinkSchemas.of("shop", List.of(models), RefusalsTest.class.getClassLoader())
                        .read());
        assertThat(found.problems()).hasSize(1);
        return found.problems().get(0);
    }
}
