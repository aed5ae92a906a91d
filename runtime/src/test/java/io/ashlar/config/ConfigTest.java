package io.ashlar.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.config.ApplicationConfig.RegisteredModule;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    @TempDir
    Path folder;

    @Test
    void writesAnApplicationWithoutWhatIsNotSaid() {
        var config = new ApplicationConfig("jdbc:h2:file:./data/shop", null, List.of(RegisteredModule.named("blog")));

        assertThat(config.toJson()).isEqualTo("""
                        {
                          "url" : "jdbc:h2:file:./data/shop",
                          "modules" : [
                            {
                              "name" : "blog",
                              "options" : { }
                            }
                          ]
                        }
                        """);
    }

    @Test
    void readsTheApplicationItWroteWithTheOptionsInOrder() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("zone", "Europe/Vienna");
        options.put("apiUrl", "https://example.org");
        var config = new ApplicationConfig(
                "jdbc:postgresql://localhost/shop",
                "shop",
                List.of(new RegisteredModule("reviews", options, "jdbc:mariadb://localhost/reviews", "reviews")));

        var read = ApplicationConfig.fromJson(config.toJson(), "application.json");

        assertThat(read).isEqualTo(config);
        assertThat(read.modules().get(0).options().keySet()).containsExactly("zone", "apiUrl");
    }

    @Test
    void writesAndReadsAManifest() {
        var manifest = new ModuleManifest(
                "blog", "com.acme.blog", "com.acme.blog.BlogModuleService", List.of("com.acme.blog.Post"));

        assertThat(manifest.toJson()).isEqualTo("""
                        {
                          "name" : "blog",
                          "javaModule" : "com.acme.blog",
                          "service" : "com.acme.blog.BlogModuleService",
                          "models" : [
                            "com.acme.blog.Post"
                          ]
                        }
                        """);
        assertThat(ModuleManifest.fromJson(manifest.toJson(), "module.json")).isEqualTo(manifest);
    }

    @Test
    void namesTheFileItCannotRead() {
        assertThatThrownBy(() -> ModuleManifest.fromJson("{", "blog/module.json"))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("[config-unreadable]")
                .hasMessageContaining("where: blog/module.json");
        assertThatThrownBy(() -> ModuleManifest.fromJson("{\"name\" : \"blog\"}", "blog/module.json"))
                .hasMessageContaining("[config-unreadable]");
        assertThatThrownBy(() -> ApplicationConfig.fromJson(
                        "{\"url\" : \"jdbc:h2:mem:a\", \"modules\" : [], \"urls\" : 1}", "application.json"))
                .hasMessageContaining("[config-unreadable]")
                .hasMessageContaining("urls");
    }

    @Test
    void saysHowToGetTheMissingApplicationConfig() throws IOException {
        try (var loader = loader(folder)) {
            assertThatThrownBy(() -> ApplicationConfig.load(loader))
                    .isInstanceOf(ProblemsFound.class)
                    .hasMessageContaining("[no-application-config]")
                    .hasMessageContaining("modules:config");
        }
    }

    @Test
    void loadsTheOneApplicationConfigAndRefusesTwo() throws IOException {
        var config = new ApplicationConfig("jdbc:h2:mem:shop", null, List.of());
        var one = written(folder.resolve("one"), config);
        var two = written(folder.resolve("two"), config);

        try (var loader = loader(one)) {
            assertThat(ApplicationConfig.load(loader)).isEqualTo(config);
        }
        try (var loader = loader(one, two)) {
            assertThatThrownBy(() -> ApplicationConfig.load(loader))
                    .hasMessageContaining("[several-application-configs]");
        }
    }

    @Test
    void knowsAModulesNameWhenItSeesOne() {
        assertThat(List.of("blog", "blog-2", "a")).allMatch(ModuleManifest::isName);
        assertThat(List.of("", "Blog", "2blog", "blog-", "a--b", "a_b", "a/b")).noneMatch(ModuleManifest::isName);
    }

    private static Path written(Path root, ApplicationConfig config) throws IOException {
        Path file = root.resolve(ApplicationConfig.LOCATION);
        Files.createDirectories(file.getParent());
        Files.writeString(file, config.toJson());
        return root;
    }

    private static URLClassLoader loader(Path... roots) throws IOException {
        URL[] urls = new URL[roots.length];
        for (int i = 0; i < roots.length; i++) {
            urls[i] = roots[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }
}
