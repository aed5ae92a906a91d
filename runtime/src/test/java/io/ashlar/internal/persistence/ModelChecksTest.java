package io.ashlar.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.data.Model;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelChecksTest {

    static class Plain {}

    @Entity
    static class WithoutId extends Model {}

    @Entity
    static class TimeAgain extends Model {
        @Id
        long id;

        @Nullable
        Instant createdAt;
    }

    @Entity
    @Table(check = @CheckConstraint(constraint = "id > 0"))
    static class Unnamed {
        @Id
        long id;
    }

    @Entity
    static class Zoned {
        @Id
        long id;

        @Nullable
        ZonedDateTime when;
    }

    @Test
    void namesAllThatIsWrongWithTheModels() {
        assertThat(tags(Plain.class, WithoutId.class, TimeAgain.class, Unnamed.class))
                .containsExactly(
                        "model-is-no-entity", "entity-without-id", "time-declared-again", "check-without-name");
    }

    @Test
    void refusesATypeWithoutAFormInADatabase() {
        assertThat(tags(Zoned.class)).containsExactly("unsupported-type");
    }

    private static List<String> tags(Class<?>... models) {
        var found = catchThrowableOfType(
                ProblemsFound.class,
                () -> PersistenceUnits.describe(
                        "checks", List.of(models), Dialect.H2, ModelChecksTest.class.getClassLoader()));
        return found.problems().stream().map(Problem::tag).toList();
    }
}
