package io.ashlar.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.config.ModuleManifest;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeavingTest {

    private static final Set<String> READERS =
            Set.of("org.eclipse.persistence.core", "io.ashlar.runtime", "tools.jackson.databind");

    @TempDir
    Path directory;

    @Test
    void weavesEntitiesAndEmbeddables() throws IOException {
        var module = SampleModule.blog(directory).compiled();

        var result = module.weave().orElseThrow();

        assertThat(result.woven()).isEqualTo(3);
        assertThat(Stream.of("com/acme/blog/Post", "com/acme/blog/Author", "com/acme/blog/parts/Address"))
                .allSatisfy(name -> assertThat(Objects.requireNonNull(
                                        CompiledClasses.in(module.classes()).facts(name))
                                .interfaces())
                        .contains(EntityWeaver.WOVEN));
    }

    @Test
    void acceptsEveryKindOfField() throws IOException {
        var module = SampleModule.blog(directory)
                .source("com/acme/blog/Author.java", """
                        package com.acme.blog;
                        import io.ashlar.data.Json;
                        import jakarta.persistence.*;
                        import java.time.Duration;
                        import java.util.*;
                        @Entity
                        public class Author extends io.ashlar.data.Model {
                            public record Place(String street) {}
                            public enum Status { DRAFT }
                            @Embeddable public record Geo(double lat, double lon) {}
                            @Id private String id;
                            private Duration duration;
                            private List<String> tags;
                            private Map<String, Object> map;
                            private UUID uuid;
                            @Json private Place place;
                            @Json private Map<String, Place> places;
                            @Enumerated(EnumType.STRING) private Status status;
                            @Embedded private Geo geo;
                            @ElementCollection private List<String> names;
                            @OneToMany(mappedBy = "author") private List<Post> posts;
                        }
                        """)
                .compiled();

        assertThat(module.weave().orElseThrow().manifest().name()).isEqualTo("blog");
    }

    @Test
    void opensThePackagesOfModelsAndReadsWhatWovenClassesUse() throws IOException {
        var module = SampleModule.blog(directory).compiled();

        module.weave();

        var descriptor = descriptor(module);
        assertThat(descriptor.requires())
                .filteredOn(requires -> requires.modifiers().contains(Requires.Modifier.SYNTHETIC))
                .extracting(Requires::name)
                .containsExactlyInAnyOrder("org.eclipse.persistence.core", "java.desktop");
        assertThat(descriptor.opens())
                .extracting(ModuleDescriptor.Opens::source)
                .containsExactlyInAnyOrder("com.acme.blog", "com.acme.blog.parts");
        assertThat(descriptor.opens())
                .extracting(ModuleDescriptor.Opens::targets)
                .containsOnly(READERS);
    }

    @Test
    void addsItsReadersToPackagesThatTheUserOpensToOthers() throws IOException {
        var module = SampleModule.blog(directory)
                .source(
                        "module-info.java",
                        SampleModule.MODULE_INFO.replace(
                                "exports",
                                "opens com.acme.blog to jakarta.persistence; opens com.acme.blog.parts; exports"))
                .compiled();

        module.weave();

        assertThat(descriptor(module).opens())
                .filteredOn(opens -> opens.source().equals("com.acme.blog"))
                .singleElement()
                .satisfies(opens ->
                        assertThat(opens.targets()).containsAll(READERS).contains("jakarta.persistence"));
        assertThat(descriptor(module).opens())
                .filteredOn(opens -> opens.source().equals("com.acme.blog.parts"))
                .singleElement()
                .satisfies(opens -> assertThat(opens.isQualified()).isFalse());
    }

    @Test
    void writesServicesAndManifest() throws IOException {
        var module = SampleModule.blog(directory).compiled();

        var result = module.weave().orElseThrow();

        var manifest = new ModuleManifest(
                "blog",
                "com.acme.blog",
                "com.acme.blog.BlogModuleService",
                List.of("com.acme.blog.Post", "com.acme.blog.Author"));
        assertThat(result.manifest()).isEqualTo(manifest);
        assertThat(module.classes().resolve("META-INF/modules/blog/module.json"))
                .hasContent(manifest.toJson());
        assertThat(module.classes().resolve("META-INF/services/io.ashlar.ModuleService"))
                .hasContent("com.acme.blog.BlogModuleService\n");
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        var module = SampleModule.blog(directory).compiled();
        module.weave();
        var before = files(module.classes());

        var result = module.weave().orElseThrow();

        assertThat(result.woven()).isZero();
        assertThat(files(module.classes())).isEqualTo(before);
    }

    @Test
    void weavesAgainWhatWasCompiledAgain() throws IOException {
        var module = SampleModule.blog(directory).compiled();
        module.weave();
        var once = contents(module.classes());
        module.compiled();

        var result = module.weave().orElseThrow();

        assertThat(result.woven()).isEqualTo(3);
        assertThat(contents(module.classes())).isEqualTo(once);
    }

    @Test
    void weavesOnlyTheClassThatWasCompiledAgain() throws IOException {
        var module = SampleModule.blog(directory).compiled();
        Path author = module.classes().resolve("com/acme/blog/Author.class");
        byte[] unwoven = Files.readAllBytes(author);
        module.weave();
        byte[] woven = Files.readAllBytes(author);
        Files.write(author, unwoven);

        var result = module.weave().orElseThrow();

        assertThat(result.woven()).isEqualTo(1);
        assertThat(author).hasBinaryContent(woven);
    }

    @Test
    void dropsTheManifestOfAnEarlierName() throws IOException {
        var module = SampleModule.blog(directory).compiled();
        module.weave();

        module.source("com/acme/blog/BlogModuleService.java", SampleModule.SERVICE.replace("\"blog\"", "\"weblog\""))
                .compiled()
                .weave();

        assertThat(module.classes().resolve("META-INF/modules/weblog/module.json"))
                .exists();
        assertThat(module.classes().resolve("META-INF/modules/blog/module.json"))
                .doesNotExist();
    }

    @Test
    void dropsMigrationsThatTheUserDeleted() throws IOException {
        var module = SampleModule.blog(directory).compiled();
        Path db = Path.of("META-INF/modules/blog/db/h2");
        Path kept = Files.createDirectories(module.classes().resolve(db)).resolve("V1__kept.sql");
        Path deleted = module.classes().resolve(db).resolve("V2__deleted.sql");
        Files.writeString(kept, "");
        Files.writeString(deleted, "");
        Files.createFile(Files.createDirectories(module.resources().resolve(db)).resolve("V1__kept.sql"));

        module.weave();

        assertThat(kept).exists();
        assertThat(deleted).doesNotExist();
    }

    @Test
    void leavesModuleInfoOfAModuleWithoutModelsAsItIs() throws IOException {
        var module = withoutModels().compiled();
        byte[] before = Files.readAllBytes(module.classes().resolve("module-info.class"));

        var result = module.weave().orElseThrow();

        assertThat(result.woven()).isZero();
        assertThat(module.classes().resolve("module-info.class")).hasBinaryContent(before);
        assertThat(module.classes().resolve("META-INF/modules/blog/module.json"))
                .exists();
        assertThat(module.classes().resolve("META-INF/services/io.ashlar.ModuleService"))
                .exists();
    }

    @Test
    void passesOverAProjectThatIsNoModule() throws IOException {
        var application = SampleModule.empty(directory)
                .source("com/acme/Main.java", "package com.acme; class Main {}")
                .compiled();

        assertThat(application.weave()).isEmpty();
        assertThat(SampleModule.empty(directory.resolve("nothing")).weave()).isEmpty();
    }

    @Test
    void loadsAndIsFoundOnTheModulePathAndOnTheClassPath() throws IOException, InterruptedException {
        var module = SampleModule.blog(directory)
                .source(
                        "module-info.java",
                        SampleModule.MODULE_INFO.replace("exports", "uses io.ashlar.ModuleService; exports"))
                .source("com/acme/blog/Main.java", """
                        package com.acme.blog;
                        public class Main {
                            public static void main(String[] args) {
                                java.util.ServiceLoader.load(io.ashlar.ModuleService.class)
                                        .forEach(service -> System.out.println(service.getClass().getName()));
                                System.out.println(new Post().getAuthor());
                                for (Class<?> type : Post.class.getInterfaces()) {
                                    System.out.println(type.getSimpleName());
                                }
                            }
                        }
                        """)
                .compiled();
        module.weave();

        assertThat(module.run("com.acme.blog/com.acme.blog.Main").lines())
                .startsWith("com.acme.blog.BlogModuleService", "null")
                .contains("PersistenceWeaved", "PersistenceWeavedLazy");
        assertThat(module.runOnClassPath("com.acme.blog.Main").lines())
                .startsWith("com.acme.blog.BlogModuleService", "null");
    }

    @Test
    void refusesAServiceThatIsNotProvided() throws IOException {
        var module = withoutModels().source("module-info.java", "module com.acme.blog { requires io.ashlar.runtime; }");

        var problem = problem(module.compiled());

        assertThat(problem.tag()).isEqualTo("no-provides");
        assertThat(problem.mend())
                .isEqualTo("add: provides io.ashlar.ModuleService with com.acme.blog.BlogModuleService;");
    }

    @Test
    void refusesAModuleWithoutModuleInfo() throws IOException {
        assertThat(problem(withoutModels().without("module-info.java").compiled())
                        .tag())
                .isEqualTo("no-module-info");
    }

    @Test
    void refusesTwoServices() throws IOException {
        var module = withoutModels().source("com/acme/blog/OtherService.java", """
                        package com.acme.blog;
                        @io.ashlar.Module(name = "other")
                        public class OtherService extends io.ashlar.ModuleService {}
                        """);

        var problem = problem(module.compiled());

        assertThat(problem.tag()).isEqualTo("several-services");
        assertThat(problem.what()).contains("com.acme.blog.BlogModuleService, com.acme.blog.OtherService");
    }

    @Test
    void refusesAServiceWithoutModule() throws IOException {
        var module = withoutModels()
                .source(
                        "com/acme/blog/BlogModuleService.java",
                        "package com.acme.blog; public class BlogModuleService extends io.ashlar.ModuleService {}");

        assertThat(problem(module.compiled()).tag()).isEqualTo("service-without-module");
    }

    @Test
    void refusesAnEmptyAndAnInvalidName() throws IOException {
        var service = "com/acme/blog/BlogModuleService.java";
        var nameless = withoutModels();

        assertThat(problem(nameless.source(service, service("")).compiled()).tag())
                .isEqualTo("empty-module-name");
        assertThat(problem(nameless.source(service, service("Blog")).compiled()).tag())
                .isEqualTo("invalid-module-name");
    }

    @Test
    void saysWhatEclipseLinkDoesNotAccept() throws IOException {
        var module = SampleModule.blog(directory)
                .source("com/acme/blog/Author.java", SampleModule.AUTHOR.replace("@Id ", ""));

        var problem = problem(module.compiled());

        assertThat(problem.tag()).isEqualTo("models-not-understood");
        assertThat(problem.what()).contains("com.acme.blog.Author").contains("primary key");
        assertThat(module.classes().resolve("META-INF")).doesNotExist();
    }

    private SampleModule withoutModels() {
        return SampleModule.empty(directory)
                .source("module-info.java", SampleModule.MODULE_INFO)
                .source("com/acme/blog/BlogModuleService.java", service("blog"));
    }

    private static String service(String name) {
        return "package com.acme.blog; @io.ashlar.Module(name = \"" + name
                + "\") public class BlogModuleService extends io.ashlar.ModuleService {}";
    }

    private static ModuleDescriptor descriptor(SampleModule module) throws IOException {
        try (var in = Files.newInputStream(module.classes().resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    private static Problem problem(SampleModule module) {
        var problems = catchThrowableOfType(ProblemsFound.class, module::weave).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    /** Returns times and sizes of all files. */
    private static Map<Path, String> files(Path root) throws IOException {
        var files = new TreeMap<Path, String>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return files;
    }

    private static Map<Path, String> contents(Path root) throws IOException {
        var contents = new TreeMap<Path, String>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                contents.put(file, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
