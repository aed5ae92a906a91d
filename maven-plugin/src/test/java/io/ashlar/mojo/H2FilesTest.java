package io.ashlar.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2FilesTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/shop, jdbc:h2:file:/top/data/shop",
        "jdbc:h2:./data/shop;MODE=STRICT, jdbc:h2:file:/top/data/shop;MODE=STRICT",
        "jdbc:h2:file:../shop, jdbc:h2:file:/shop",
        "jdbc:h2:mem:shop, jdbc:h2:mem:shop",
        "jdbc:h2:/data/shop, jdbc:h2:/data/shop",
        "jdbc:postgresql://localhost/shop, jdbc:postgresql://localhost/shop"
    })
    void startsRelativeFilesFromTheTopLevelProject(String configured, String used) {
        assertThat(H2Files.absolute(new DatabaseSettings(configured, "me", "secret"), Path.of("/top")))
                .isEqualTo(new DatabaseSettings(used, "me", "secret"));
    }
}
