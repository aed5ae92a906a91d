package io.ashlar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.config.ModuleManifest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleTableTest {

    @Test
    void alignsItsColumns() {
        var table = new ModuleTable();

        table.add(module("blog", "com.acme.blog.Post", "com.acme.blog.Author"), "1 applied");
        table.add(module("order-history"), "-");

        assertThat(table.lines())
                .containsExactly(
                        "NAME           VERSION  SERVICE           MODELS        MIGRATIONS",
                        "blog           1.2      com.acme.Service  Post, Author  1 applied",
                        "order-history  1.2      com.acme.Service  -             -");
    }

    private static RegisteredModule module(String name, String... models) {
        return new RegisteredModule(
                ModuleEntry.of("com.acme:" + name + ":1.2"),
                new Origin.Fetched(new Coordinates("com.acme", name, "1.2"), Path.of(name + ".jar")),
                new ModuleManifest(name, "com.acme", "com.acme.Service", List.of(models)));
    }
}
