package io.ashlar.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Ddl;
import io.ashlar.ddl.Scripts;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.models.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    private static SchemaSource.ModelSchema read(List<Class<?>> models) {
        return EclipseLinkSchemas.of("shop", models, EclipseLinkSchemasTest.class.getClassLoader())
                .read();
    }
}
