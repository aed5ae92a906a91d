package io.ashlar.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import io.ashlar.data.Searchable;
import io.ashlar.data.Sensitive;
import io.ashlar.database.Dialect;
import io.ashlar.internal.persistence.PersistenceUnits;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // JPA sets the fields
class AttributeMarksTest {

    @Entity
    static class Customer {
        @Id
        long id;

        @Searchable
        String firstName;

        @Searchable
        @Lob
        String notes;

        @Sensitive
        String passport;

        @Computed("firstName || '!'")
        String greeting;
    }

    @Entity
    static class Regular extends Customer {
        int visits;

        @Computed("visits * 2")
        int points;
    }

    @Test
    void marksWhatTheDatabaseComputesSoThatNobodyWritesIt() {
        for (Class<?> model : List.of(Customer.class, Regular.class)) {
            var greeting = mapping(model, "greeting");

            assertThat(AttributeMarks.computed(greeting)).isTrue();
            assertThat(greeting.getField().isInsertable()).isFalse();
            assertThat(greeting.getField().isUpdatable()).isFalse();
        }
        assertThat(AttributeMarks.computed(mapping(Regular.class, "points"))).isTrue();
        assertThat(AttributeMarks.computed(mapping(Regular.class, "visits"))).isFalse();
    }

    @Test
    void marksWhatIsSecretAndWhatIsSearched() {
        assertThat(AttributeMarks.sensitive(mapping(Regular.class, "passport"))).isTrue();
        assertThat(AttributeMarks.sensitive(mapping(Regular.class, "notes"))).isFalse();
        assertThat(AttributeMarks.searchable(mapping(Customer.class, "firstName")))
                .isTrue();
        assertThat(AttributeMarks.searchable(mapping(Customer.class, "notes"))).isTrue();
        assertThat(AttributeMarks.searchable(mapping(Customer.class, "passport")))
                .isFalse();
    }

    @Embeddable
    static class Inner {
        @Computed("1")
        int one;
    }

    @Entity
    static class Contradictory {
        @Id
        @Computed("1")
        long id;

        @Default("2")
        @Computed("1")
        int two;

        @ManyToOne
        @Computed("'x'")
        Contradictory other;

        Inner inner;

        @Searchable
        int number;
    }

    @Test
    void refusesMarksThatMeanNothing() {
        var found = catchThrowableOfType(ProblemsFound.class, () -> mapping(Contradictory.class, "two"));

        assertThat(found.problems())
                .extracting(Problem::tag, problem -> problem.where().replaceAll(".*\\$", ""))
                .containsExactlyInAnyOrder(
                        tuple("computed-and-assigned", "Contradictory.id"),
                        tuple("computed-and-assigned", "Contradictory.two"),
                        tuple("computed-without-column", "Contradictory.other"),
                        tuple("computed-without-column", "Inner.one"),
                        tuple("searchable-without-text", "Contradictory.number"));
    }

    private static DatabaseMapping mapping(Class<?> model, String attribute) {
        var models = model == Regular.class ? List.<Class<?>>of(Customer.class, model) : List.<Class<?>>of(model);
        @Nullable
        ClassDescriptor descriptor = PersistenceUnits.describe(
                        "marks", models, Dialect.H2, AttributeMarksTest.class.getClassLoader())
                .getDescriptors()
                .get(model);
        assertThat(descriptor).isNotNull();
        return descriptor.getMappingForAttributeName(attribute);
    }
}
