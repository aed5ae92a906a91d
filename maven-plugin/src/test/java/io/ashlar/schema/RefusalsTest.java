package io.ashlar.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import io.ashlar.data.Indexed;
import io.ashlar.data.Model;
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
import java.time.Instant;
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

    @Entity
    static class WithOptions {
        @Id
        @Ulid
        String id;

        @Column(options = "collate \"C\"")
        String name;
    }

    @Test
    void refusesOptionsOfAColumn() {
        assertThat(problem(WithOptions.class).tag()).isEqualTo("column-options");
    }

    @Entity
    static class WithSecondPrecision {
        @Id
        @Ulid
        String id;

        @Column(secondPrecision = 3)
        Instant at;
    }

    @Test
    void refusesAPrecisionOfSecondsRatherThanOverlookingIt() {
        assertThat(problem(WithSecondPrecision.class).tag()).isEqualTo("second-precision");
    }

    @Entity
    static class ComputedFromNothing {
        @Id
        @Ulid
        String id;

        int price;

        @Computed("pirce * 2")
        int total;
    }

    @Test
    void refusesAnExpressionWithoutAFieldAndNamesThoseThereAre() {
        var problem = problem(ComputedFromNothing.class);

        assertThat(problem.tag()).isEqualTo("computed-from-nothing");
        assertThat(problem.where()).endsWith("ComputedFromNothing.total");
        assertThat(problem.mend()).contains("price");
    }

    @Entity
    static class ComputedFromComputed {
        @Id
        @Ulid
        String id;

        int price;

        @Computed("price * 2")
        int twice;

        @Computed("twice * 2")
        int fourTimes;
    }

    @Test
    void refusesAnExpressionOverWhatIsComputed() {
        var problem = problem(ComputedFromComputed.class);

        assertThat(problem.tag()).isEqualTo("computed-from-computed");
        assertThat(problem.what()).contains("fourTimes", "names twice");
    }

    @Entity
    @Indexed(value = "email", unique = true, where = "stauts = 'ACTIVE'")
    static class ConditionOfNothing {
        @Id
        @Ulid
        String id;

        String email;
        String status;
    }

    @Test
    void refusesAConditionWithoutAField() {
        var problem = problem(ConditionOfNothing.class);

        assertThat(problem.tag()).isEqualTo("condition-of-nothing");
        assertThat(problem.mend()).contains("status");
    }

    @Entity
    @Indexed("emial")
    static class IndexedByNothing {
        @Id
        @Ulid
        String id;

        String email;
    }

    @Test
    void refusesAnIndexOfAFieldThatIsNotThere() {
        assertThat(problem(IndexedByNothing.class).tag()).isEqualTo("unknown-column");
    }

    @Entity
    @Indexed({})
    static class IndexedWithoutField {
        @Id
        @Ulid
        String id;
    }

    @Test
    void refusesAnIndexOfNoField() {
        assertThat(problem(IndexedWithoutField.class).tag()).isEqualTo("index-without-column");
    }

    @Entity
    @Indexed(value = "email desc", unique = true)
    static class UniqueDownwards {
        @Id
        @Ulid
        String id;

        String email;
    }

    @Test
    void refusesADirectionOfAUniqueIndex() {
        assertThat(problem(UniqueDownwards.class).tag()).isEqualTo("unique-with-direction");
    }

    @Entity
    @Indexed(value = "email", unique = true)
    @Indexed(value = "email", unique = true, where = "email <> ''")
    static class TwoOfOneName {
        @Id
        @Ulid
        String id;

        String email;
    }

    @Test
    void refusesTwoIndexesThatWouldHaveOneName() {
        var problem = problem(TwoOfOneName.class);

        assertThat(problem.tag()).isEqualTo("name-used-twice");
        assertThat(problem.what()).contains("uq_two_of_one_name_email");
    }

    @Entity
    static class NamedAsItsConstraint extends Model {
        @Id
        @Ulid
        String id;

        @Column(unique = true)
        String mail;

        @Column(name = "uq_named_as_its_constraint_mail")
        String other;
    }

    @Test
    void refusesAColumnNamedAsAUniqueConstraintThatLeavesRowsOut() {
        assertThat(problem(NamedAsItsConstraint.class).tag()).isEqualTo("name-used-twice");
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
