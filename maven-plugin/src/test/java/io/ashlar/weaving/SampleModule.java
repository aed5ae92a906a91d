package io.ashlar.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A module compiled by javac as Maven would, on the module path. */
final class SampleModule {

    static final String MODULE_INFO = """
            module com.acme.blog {
                requires transitive io.ashlar.runtime;
                exports com.acme.blog;
                provides io.ashlar.ModuleService with com.acme.blog.BlogModuleService;
            }
            """;
    static final String SERVICE = """
            package com.acme.blog;
            @io.ashlar.Module(name = "blog", models = {Post.class, Author.class})
            public class BlogModuleService extends io.ashlar.ModuleService {}
            """;
    static final String POST = """
            package com.acme.blog;
            import jakarta.persistence.*;
            @Entity
            public class Post extends io.ashlar.data.Model {
                @Id private String id;
                private String title;
                @ManyToOne(fetch = FetchType.LAZY) private Author author;
                @Embedded private com.acme.blog.parts.Address address;
                public Author getAuthor() { return author; }
            }
            """;
    static final String AUTHOR = """
            package com.acme.blog;
            import jakarta.persistence.*;
            @Entity
            public class Author extends io.ashlar.data.Model {
                @Id private String id;
                private String name;
            }
            """;
    static final String ADDRESS = """
            package com.acme.blog.parts;
            import jakarta.persistence.*;
            @Embeddable
            public class Address {
                private String street;
            }
            """;

    private final Path directory;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private SampleModule(Path directory) {
        this.directory = directory;
    }

    /** Returns a module without sources. */
    static SampleModule empty(Path directory) {
        return new SampleModule(directory);
    }

    /** Returns the module {@code blog} with its models {@code Post} and {@code Author}. */
    static SampleModule blog(Path directory) {
        return empty(directory)
                .source("module-info.java", MODULE_INFO)
                .source("com/acme/blog/BlogModuleService.java", SERVICE)
                .source("com/acme/blog/Post.java", POST)
                .source("com/acme/blog/Author.java", AUTHOR)
                .source("com/acme/blog/parts/Address.java", ADDRESS);
    }

    SampleModule source(String file, String text) {
        sources.put(file, text);
        return this;
    }

    SampleModule without(String file) {
        sources.remove(file);
        return this;
    }

    /** Compiles all sources anew. */
    SampleModule compiled() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", classes().toString(), "-proc:none", "--release", "17"));
        arguments.addAll(
                sources.containsKey("module-info.java")
                        ? List.of("-p", modulePath())
                        : List.of("-cp", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = directory.resolve("src").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        var messages = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(result).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        return this;
    }

    Optional<Weaving.Result> weave() {
        return new Weaving(
                        classes(),
                        List.of(classes()),
                        List.of(resources()),
                        directory.resolve("woven"),
                        getClass().getClassLoader())
                .weave();
    }

    Path resources() {
        return directory.resolve("resources");
    }

    Path classes() {
        return directory.resolve("classes");
    }

    /** Runs a class of the module in a JVM of its own, on the module path, and returns what it prints. */
    String run(String main) throws IOException, InterruptedException {
        return start("-p", modulePath() + File.pathSeparator + classes(), "-m", main);
    }

    /** Runs a class of the module in a JVM of its own, on the class path, and returns what it prints. */
    String runOnClassPath(String main) throws IOException, InterruptedException {
        return start("-cp", modulePath() + File.pathSeparator + classes(), main);
    }

    private static String start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Returns the part of this JVM's class path that a module needs: the runtime and what it requires. */
    private static String modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Stream.of(
                                "runtime",
                                "persistence",
                                "ow2/asm",
                                "jakarta",
                                "flyway",
                                "hikari",
                                "jackson",
                                "slf4j-api",
                                "jspecify")
                        .anyMatch(part -> entry.toLowerCase(Locale.ROOT)
                                .replace('\\', '/')
                                .contains(part)))
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElseThrow();
    }
}
