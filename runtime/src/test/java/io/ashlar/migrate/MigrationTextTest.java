package io.ashlar.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationTextTest {

    @ParameterizedTest
    @EnumSource
    void saysOnWhichLineAStatementBeginsAfterItsComments(Dialect dialect) {
        var sql = "-- c\n-- d\n\ndrop table a;\n\n-- e\n/* f\n*/ drop table b;\ndrop table c;";

        var text = MigrationText.of(dialect, Path.of("V1__x.sql"), sql, null);

        assertThat(text.statements())
                .containsExactly(
                        new MigrationText.Statement(4, "drop table a", true),
                        new MigrationText.Statement(8, "drop table b", true),
                        new MigrationText.Statement(9, "drop table c", true));
    }
}
