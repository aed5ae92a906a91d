package io.ashlar.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ashlar.model.SourceModels;
import io.ashlar.model.SourceSet;
import io.ashlar.model.TestProject;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceGeneratorTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private Path generated;
    private TestProject blog;

    @BeforeEach
    void startABlog() {
        generated = folder.resolve("generated");
        blog = TestProject.blog(folder, "Post.class, Author.class")
                .type("""
                        @Entity public class Post extends Model {
                            public enum Status { DRAFT, PUBLISHED }
                            @Id @Ulid(prefix = "post") private String id;
                            private String title;
                            private int views;
                            private Status status;
                            private List<String> words;
                            @ManyToOne private Author author;
                        }
                        """)
                .type("""
                        @Entity public class Author extends Model {
                            @Id private long number;
                            @OneToMany(mappedBy = "author") private List<Post> posts;
                            @Embedded private Place place;
                            private String place_zip;
                            @ElementCollection private Set<Integer> ranks;
                        }
                        """)
                .type("@Embeddable public class Place { String city; int zip; @ManyToOne Post talkOfTown; }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BlogServiceBase", "_Post", "_Author"})
    void generatesWhatIsCheckedIn(String name) throws IOException {
        ServiceGenerator.generate(blog.sources(), generated);

        assertThat(generated.resolve("com/acme/blog/" + name + ".java")).hasContent(expected("blog/" + name + ".java"));
    }

    @Test
    void generatesCodeThatCompilesWithoutAWarning() {
        ServiceGenerator.generate(blog.sources(), generated);

        assertThat(complaints(blog)).isEmpty();
    }

    @Test
    void generatesTheMethodsTheModelKnows() {
        var posts = SourceModels.read(blog.sources()).module().orElseThrow().entities();

        ServiceGenerator.generate(blog.sources(), generated);

        var methods = Pattern.compile("public (?:final )?[\\w<>, ]+ (\\w+)\\(")
                .matcher(read("com/acme/blog/BlogServiceBase.java"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(posts.stream()
                        .flatMap(entity -> entity.methods().stream())
                        .toList());
    }

    @Test
    void generatesTheSameBytesEachTime() {
        ServiceGenerator.generate(blog.sources(), generated);
        ServiceGenerator.generate(blog.sources(), folder.resolve("again"));

        assertThat(contents(folder.resolve("again")))
                .isEqualTo(contents(generated))
                .hasSize(4);
    }

    @Test
    void doesNothingWhenNothingHasChanged() throws IOException {
        ServiceGenerator.generate(blog.sources(), generated);
        age();

        var again = ServiceGenerator.generate(blog.sources(), generated);

        assertThat(again.skipped()).isTrue();
        assertThat(again.written()).isEmpty();
        assertThat(times()).containsOnly(LONG_AGO);
    }

    @Test
    void writesOnlyWhatIsDifferent() throws IOException {
        ServiceGenerator.generate(blog.sources(), generated);
        age();
        blog.type("@Entity public class Author extends Model { @Id private long number; String name;"
                + " @OneToMany(mappedBy = \"author\") private List<Post> posts; }");

        var again = ServiceGenerator.generate(blog.sources(), generated);

        assertThat(again.skipped()).isFalse();
        assertThat(again.written()).containsExactly(generated.resolve("com/acme/blog/_Author.java"));
        assertThat(Files.getLastModifiedTime(generated.resolve("com/acme/blog/_Post.java")))
                .isEqualTo(LONG_AGO);
    }

    @Test
    void deletesWhatIsGeneratedNoMoreAndNothingElse() throws IOException {
        ServiceGenerator.generate(blog.sources(), generated);
        Files.writeString(generated.resolve("com/acme/blog/Foreign.java"), "package com.acme.blog; class Foreign {}");
        Files.delete(blog.file("com/acme/blog/Author.java"));
        blog.type("@Entity public class Post extends Model { @Id @Ulid private String id; }")
                .type("@io.ashlar.Module(name = \"blog\", models = Post.class)"
                        + " public class BlogService extends BlogServiceBase {}");

        var again = ServiceGenerator.generate(blog.sources(), generated);

        assertThat(again.deleted()).containsExactly(generated.resolve("com/acme/blog/_Author.java"));
        assertThat(contents(generated))
                .containsOnlyKeys(
                        ".generated",
                        "com/acme/blog/BlogServiceBase.java",
                        "com/acme/blog/Foreign.java",
                        "com/acme/blog/_Post.java");
    }

    @Test
    void restoresWhatWasChangedByHand() throws IOException {
        ServiceGenerator.generate(blog.sources(), generated);
        var before = contents(generated);
        Files.writeString(generated.resolve("com/acme/blog/_Post.java"), "// mine");
        Files.delete(generated.resolve("com/acme/blog/_Author.java"));

        ServiceGenerator.generate(blog.sources(), generated);

        assertThat(contents(generated)).isEqualTo(before);
    }

    @Test
    void leavesAllAsItWasWhenThereIsAProblem() {
        ServiceGenerator.generate(blog.sources(), generated);
        var before = contents(generated);
        blog.type("@Entity public class Post extends Model { String title }");

        assertThatExceptionOfType(ProblemsFound.class)
                .isThrownBy(() -> ServiceGenerator.generate(blog.sources(), generated));

        assertThat(contents(generated)).isEqualTo(before);
    }

    @Test
    void doesNotReadWhatItGeneratedItself() {
        ServiceGenerator.generate(blog.sources(), generated);
        var sources = blog.sources();
        var withGenerated = new SourceSet(
                Stream.concat(sources.sourceRoots().stream(), Stream.of(generated))
                        .toList(),
                sources.classPath(),
                17,
                StandardCharsets.UTF_8);

        assertThat(ServiceGenerator.generate(withGenerated, generated).skipped())
                .isTrue();
    }

    @Test
    void generatesNothingForAModuleWithoutModels() {
        var mailer = TestProject.in(folder.resolve("mailer"))
                .moduleInfo("provides io.ashlar.ModuleService with com.acme.blog.Mailer;")
                .type("@io.ashlar.Module(name = \"mailer\") public class Mailer extends ModuleService {}");

        var generation = ServiceGenerator.generate(mailer.sources(), generated);

        assertThat(generation).isEqualTo(new Generation(false, List.of(), List.of()));
    }

    @Test
    void writesNamesThatClashWithThoseOfJavaOrAshlarQualified() {
        var names = TestProject.blog(folder.resolve("names"), "List.class, Filter.class, Object.class, Implement.class")
                .file("com/acme/blog/List.java", """
                        package com.acme.blog;
                        @jakarta.persistence.Entity
                        public class List extends io.ashlar.data.Model {
                            @jakarta.persistence.Id private String id;
                            private java.util.List<String> words;
                            @jakarta.persistence.ManyToOne private Object object;
                        }
                        """)
                .type(
                        "com.acme.blog",
                        "@Entity public class Filter extends Model { @Id UUID id; java.util.List<String> l; }")
                .type("@Entity public class Object extends Model { @Id long id; Long String; int string; }")
                .type("""
                        @Entity public class Implement extends Model {
                            private String id;
                            @Id public String getId() { return id; }
                            public void setId(String id) { this.id = id; }
                            public String getDefault() { return id; }
                            public void setDefault(String value) {}
                        }
                        """);

        ServiceGenerator.generate(names.sources(), generated);

        assertThat(complaints(names)).isEmpty();
        assertThat(read("com/acme/blog/_Implement.java")).contains("default_ =", "DEFAULT = \"default\"");
    }

    private String complaints(TestProject project) {
        return Compiled.complaints(project.sources(), generated, folder.resolve("classes"));
    }

    private String read(String file) {
        try {
            return Files.readString(generated.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expected(String file) throws IOException {
        try (InputStream content = ServiceGeneratorTest.class.getResourceAsStream(file)) {
            return content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> contents(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(),
                            ServiceGeneratorTest::content,
                            (one, two) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void age() throws IOException {
        for (String file : contents(generated).keySet()) {
            Files.setLastModifiedTime(generated.resolve(file), LONG_AGO);
        }
    }

    private List<FileTime> times() throws IOException {
        var times = new ArrayList<FileTime>();
        for (String file : contents(generated).keySet()) {
            times.add(Files.getLastModifiedTime(generated.resolve(file)));
        }
        return times;
    }
}
