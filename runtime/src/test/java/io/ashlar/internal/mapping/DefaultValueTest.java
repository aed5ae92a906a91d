package io.ashlar.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.data.Default;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultValueTest {

    enum Status {
        DRAFT
    }

    @Entity
    static class Post {

        @Id
        long id;

        @Default("many")
        Integer count;

        @Default("31.12.2026")
        LocalDate due;

        @Default("DRAFTED")
        Status status;

        @Default("")
        Character mark;

        @Default("x")
        byte[] picture;
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "due", "status", "mark", "picture"})
    void refusesATextThatIsNoneOfTheTypesValues(String field) throws NoSuchFieldException {
        var type = Objects.requireNonNull(AttributeType.of(Post.class, field));
        var text =
                Post.class.getDeclaredField(field).getAnnotation(Default.class).value();

        var found = catchThrowableOfType(ProblemsFound.class, () -> DefaultValue.parse(text, type));

        var problem = found.problems().get(0);
        assertThat(problem.tag()).isEqualTo("default-of-another-type");
        assertThat(problem.what())
                .contains("@Default(\"" + text + "\")", field, type.raw().getSimpleName());
    }

    @Test
    void readsTheFormOfTheType() {
        assertThat(parsed("1", "count")).isEqualTo(1);
        assertThat(parsed("2026-12-31", "due")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(parsed("DRAFT", "status")).isEqualTo(Status.DRAFT);
    }

    private static Object parsed(String text, String field) {
        return DefaultValue.parse(text, Objects.requireNonNull(AttributeType.of(Post.class, field)));
    }
}
