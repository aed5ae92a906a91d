package io.ashlar.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.migrate.MigrationOptions.Interrupted;
import io.ashlar.problem.ProblemsFound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockParametersTest {

    @ParameterizedTest
    @CsvSource({"500ms, 500", "5s, 5000", "5, 5000", "2m, 120000", "0, 0"})
    void understandsDurations(String text, long millis) {
        assertThat(new LockParameters(text, 3, "Done").options().lockTimeout()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void understandsTheAnswerAboutInterruptedStatements() {
        assertThat(new LockParameters("5s", 3, "again").options().interrupted()).isEqualTo(Interrupted.AGAIN);
    }

    @ParameterizedTest
    @CsvSource({"soon, 3, ask", "5s, 0, ask", "5s, 3, perhaps"})
    void refusesWhatItDoesNotUnderstand(String timeout, int attempts, String interrupted) {
        var found = catchThrowableOfType(
                ProblemsFound.class, () -> new LockParameters(timeout, attempts, interrupted).options());

        assertThat(found.problems().get(0).tag()).isEqualTo("not-understood");
    }
}
