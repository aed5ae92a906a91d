package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import io.ashlar.schema.models.Chinook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models whose tables others published: from nothing, down and up again, and never a second diff. */
class PublishedModelsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void chinookGoesUpDownAndUp(Dialect dialect) throws Exception {
        var schema = read(Chinook.models());
        var upgrade = new Upgrade(folder, dialect);

        var files = upgrade.generate(schema, FormerNames.NONE, GenerateOptions.NONE);
        upgrade.run(files.get(0));

        var tables = upgrade.introspect();
        assertThat(upgrade.generate(read(Chinook.models()), FormerNames.NONE, GenerateOptions.NONE))
                .isEmpty();
        upgrade.run(files.get(1));
        assertThat(upgrade.introspect()).noneMatch(line -> line.contains("Invoice"));
        upgrade.run(files.get(0));
        assertThat(upgrade.introspect()).isEqualTo(tables);
    }

    private static Schema read(List<Class<?>> models) {
        return EclipseLinkSchemas.of("chinook", models, PublishedModelsTest.class.getClassLoader())
                .read()
                .schema();
    }
}
