package io.ashlar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceModelsTest {

    @TempDir
    Path folder;

    @Test
    void readsNameServiceAndEntitiesThoughTheBaseClassIsNotGeneratedYet() {
        var project = TestProject.blog(folder, "Post.class, Author.class")
                .type(
                        "@Entity public class Post extends Model { @Id @Ulid private String id; @ManyToOne Author author; }")
                .type("@Entity public class Author extends Model { @Id private long number; }");

        var model = SourceModels.read(project.sources());

        var module = model.module().orElseThrow();
        assertThat(module.name()).isEqualTo("blog");
        assertThat(module.service()).isEqualTo(ClassName.of("com.acme.blog", "BlogService"));
        assertThat(module.base()).isEqualTo(ClassName.of("com.acme.blog", "BlogServiceBase"));
        assertThat(module.entities())
                .extracting(
                        EntityModel::singular,
                        EntityModel::plural,
                        entity -> java(entity.id().type()))
                .containsExactly(
                        tuple("Post", "Posts", "java.lang.String"), tuple("Author", "Authors", "java.lang.Long"));
        assertThat(model.moduleInfo())
                .contains(new ModuleInfo(
                        project.file("module-info.java"), "com.acme.blog", List.of("com.acme.blog.BlogService")));
    }

    @Test
    void findsNoModuleWhereThereIsNone() {
        var project = TestProject.in(folder).type("public class Main { public static void main(String[] args) {} }");

        assertThat(SourceModels.read(project.sources()).module()).isEmpty();
        assertThat(SourceModels.read(TestProject.in(folder.resolve("empty")).sources())
                        .module())
                .isEmpty();
    }

    @Test
    void readsAModuleWithoutModels() {
        var project = TestProject.in(folder)
                .moduleInfo("provides io.ashlar.ModuleService with com.acme.blog.Mailer;")
                .type("@io.ashlar.Module(name = Mailer.NAME) public class Mailer extends ModuleService"
                        + " { static final String NAME = \"mail\" + \"er\"; }");

        assertThat(SourceModels.read(project.sources()).module())
                .contains(new ModuleModel("mailer", ClassName.of("com.acme.blog", "Mailer"), List.of()));
    }

    @Test
    void putsOwnAttributesFirstAndThenInheritedOnes() {
        var project = TestProject.blog(folder, "Post.class")
                .type("@MappedSuperclass public abstract class Named<K> extends Model { @Id K id; String name; }")
                .type("@Entity public class Post extends Named<Long> { int views; }");

        assertThat(kinds(project, "Post"))
                .containsExactly(
                        "views: int COMPARABLE",
                        "id: java.lang.Long COMPARABLE",
                        "name: java.lang.String TEXT",
                        "createdAt: java.time.Instant COMPARABLE",
                        "updatedAt: java.time.Instant COMPARABLE",
                        "deletedAt: java.time.Instant COMPARABLE");
    }

    @Test
    void saysWhatCanBeAskedOfEachType() {
        var project = TestProject.blog(folder, "Post.class, Tag.class")
                .type("@Entity public class Tag extends Model { @Id UUID id; }")
                .type("@Embeddable public class Point { int x; }")
                .type("@Converter public abstract class Urls implements AttributeConverter<List<String>, String> {}")
                .type("""
                        @Entity public class Post extends Model {
                            enum Status { DRAFT }
                            static final int LIMIT = 1;
                            @Id @Ulid String id;
                            @Lob String body;
                            Boolean hot;
                            char letter;
                            Status status;
                            java.math.BigDecimal price;
                            java.time.Duration length;
                            byte[] image;
                            List<String> words;
                            @Json ArrayList<Integer> ranks;
                            static class Words extends AbstractList<String> {
                                @Override public String get(int index) { return ""; }
                                @Override public int size() { return 1; }
                            }
                            Words own;
                            List<Point> points;
                            @ElementCollection Set<Point> places;
                            @Convert(converter = Urls.class) List<String> urls;
                            @Json Map<String, List<? extends Number>> settings;
                            @ElementCollection Set<String> aliases;
                            @ElementCollection Map<String, String> byKey;
                            @ManyToMany List<Tag> tags;
                            @OneToOne Tag first;
                            @ManyToMany Map<String, Tag> byName;
                            @Transient String scratch;
                            transient String more;
                        }
                        """);

        assertThat(kinds(project, "Post"))
                .containsSubsequence(
                        "id: java.lang.String TEXT",
                        "body: java.lang.String TEXT",
                        "hot: java.lang.Boolean SORTABLE",
                        "letter: char SORTABLE",
                        "status: com.acme.blog.Post.Status SORTABLE",
                        "price: java.math.BigDecimal COMPARABLE",
                        "length: java.time.Duration COMPARABLE",
                        "image: byte[] PLAIN",
                        "words: java.util.List<java.lang.String> ELEMENTS java.lang.String",
                        "ranks: java.util.ArrayList<java.lang.Integer> ELEMENTS java.lang.Integer",
                        "own: com.acme.blog.Post.Words ELEMENTS java.lang.String",
                        "points: java.util.List<com.acme.blog.Point> PLAIN",
                        "places: java.util.Set<com.acme.blog.Point> PLAIN",
                        "urls: java.util.List<java.lang.String> PLAIN",
                        "settings: java.util.Map<java.lang.String, java.util.List<? extends java.lang.Number>> PLAIN",
                        "aliases: java.util.Set<java.lang.String> ELEMENTS java.lang.String",
                        "byKey: java.util.Map<java.lang.String, java.lang.String> PLAIN",
                        "tags: java.util.List<com.acme.blog.Tag> TO_MANY com.acme.blog.Tag",
                        "first: com.acme.blog.Tag TO_ONE com.acme.blog.Tag",
                        "byName: java.util.Map<java.lang.String, com.acme.blog.Tag> TO_MANY com.acme.blog.Tag",
                        "createdAt: java.time.Instant COMPARABLE")
                .hasSize(23);
    }

    @Test
    void readsPropertiesWhereTheIdIsOnAGetter() {
        var project = TestProject.blog(folder, "Post.class").type("""
                        @Entity public class Post extends Model {
                            private String key;
                            private String notStored;
                            @Access(AccessType.FIELD) private String stored;
                            @Id public String getId() { return key; }
                            public void setId(String id) { key = id; }
                            public boolean isHot() { return true; }
                            public void setHot(boolean hot) {}
                            public String getURL() { return ""; }
                            public void setURL(String url) {}
                            public String getDerived() { return ""; }
                        }
                        """);

        assertThat(kinds(project, "Post"))
                .containsExactly(
                        "stored: java.lang.String TEXT",
                        "id: java.lang.String TEXT",
                        "hot: boolean SORTABLE",
                        "URL: java.lang.String TEXT",
                        "createdAt: java.time.Instant COMPARABLE",
                        "updatedAt: java.time.Instant COMPARABLE",
                        "deletedAt: java.time.Instant COMPARABLE");
    }

    @Test
    void readsCompositeIdsAndEmbeddedValues() {
        var project = TestProject.blog(folder, "Line.class, Place.class")
                .type("public record LineId(String order, int number) {}")
                .type("@Entity @IdClass(LineId.class) public class Line extends Model"
                        + " { @Id String order; @Id int number; }")
                .type("@Embeddable public record Point(double x, double y) {}")
                .type("@Embeddable public class PlaceId { String country; int number; }")
                .type("@Entity public class Place extends Model { @EmbeddedId PlaceId id; Point position; }");

        assertThat(entity(project, "Line").id())
                .isEqualTo(
                        new IdModel(JavaType.of(ClassName.of("com.acme.blog", "LineId")), List.of("order", "number")));
        assertThat(entity(project, "Place").id())
                .isEqualTo(new IdModel(JavaType.of(ClassName.of("com.acme.blog", "PlaceId")), List.of("id")));
        assertThat(kinds(project, "Place"))
                .startsWith(
                        "id: com.acme.blog.PlaceId PLAIN",
                        "id.country: java.lang.String TEXT",
                        "id.number: int COMPARABLE",
                        "position: com.acme.blog.Point PLAIN",
                        "position.x: double COMPARABLE",
                        "position.y: double COMPARABLE");
    }

    @Test
    void readsNestedEntitiesInheritanceAndJpaNames() {
        var project = TestProject.blog(folder, "Media.class, Media.Video.class").type("""
                        @Entity(name = "Medium") public abstract class Media extends Model {
                            @Id @Ulid private String id;
                            @Entity public static class Video extends Media { int seconds; }
                        }
                        """);

        var entities =
                SourceModels.read(project.sources()).module().orElseThrow().entities();

        assertThat(entities)
                .extracting(one -> one.type().binary(), EntityModel::singular, EntityModel::plural)
                .containsExactly(
                        tuple("com.acme.blog.Media", "Medium", "Media"),
                        tuple("com.acme.blog.Media$Video", "Video", "Videos"));
        assertThat(kinds(project, "Video")).startsWith("seconds: int COMPARABLE", "id: java.lang.String TEXT");
    }

    @Test
    void readsSourcesThatUseWhatIsGeneratedFromThem() {
        var project = TestProject.blog(folder, "Post.class")
                .type("@Entity public class Post extends Model { @Id @Ulid String id; String title; }")
                .file("com/acme/blog/Titles.java", """
                        package com.acme.blog;
                        import static com.acme.blog._Post.title;
                        import static com.acme.blog._Post.*;
                        import com.acme.blog._Post;
                        import com.acme.generated.*;
                        class Titles {
                            @Deprecated(since = _Post.TITLE) Object attribute = title;
                            BlogServiceBase service;
                            java.util.List<_Post> list;
                        }
                        """);

        assertThat(entity(project, "Post").attributes()).hasSize(5);
    }

    @Test
    void reportsASyntaxErrorAsJavacDoes() {
        var project = TestProject.blog(folder, "Post.class")
                .type("@Entity public class Post extends Model { @Id @Ulid String id; }")
                .file("com/acme/blog/Other.java", "package com.acme.blog;\n\nclass Other {\n    int x\n}\n");

        var problem = problem(project);

        var file = project.file("com/acme/blog/Other.java");
        assertThat(problem.tag()).isEqualTo("sources-do-not-compile");
        assertThat(problem.what()).endsWith("\n" + file + ":4: error: ';' expected\n    int x\n         ^\n1 error");
        assertThat(problem.where()).isEqualTo(file + ":4");
    }

    @Test
    void reportsASyntaxErrorInModuleInfo() {
        var project = TestProject.blog(folder, "").moduleInfo("provides with;");

        assertThat(problem(project).what()).contains("module-info.java:4: error:");
    }

    @Test
    void reportsATypeOfAnAttributeThatIsNotFoundAsJavacDoes() {
        var project = TestProject.blog(folder, "Post.class")
                .type("@Entity public class Post extends Model {\n@Id @Ulid String id;\nStrin title;\n_Post self;\n}");

        var problem = problem(project);

        assertThat(problem.what())
                .contains("Post.java:8: error: cannot find symbol\nStrin title;\n^")
                .contains("class Strin")
                .endsWith("1 error");
        assertThat(problem.where()).endsWith("Post.java:8");
    }

    @Test
    void reportsAModelThatIsNotFoundAsJavacDoes() {
        assertThat(problem(TestProject.blog(folder, "Pst.class")).what())
                .contains("BlogService.java:6: error: cannot find symbol")
                .contains("class Pst");
    }

    @Test
    void reportsAnAnnotationThatIsWrittenWronglyAsJavacDoes() {
        var project = TestProject.blog(folder, "Post.class")
                .type("@Entity public class Post extends Model {\n@Id @Ulid(prefx = \"post\") String id;\n}");

        assertThat(problem(project).what()).contains("Post.java:7: error:").contains("prefx");
    }

    private EntityModel entity(TestProject project, String name) {
        return SourceModels.read(project.sources()).module().orElseThrow().entities().stream()
                .filter(entity -> entity.type().simple().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds(TestProject project, String entity) {
        return entity(project, entity).attributes().stream()
                .map(one -> one.path() + ": " + java(one.type()) + " " + one.kind()
                        + (one.target().equals(one.type()) && one.kind() != AttributeKind.TO_ONE
                                ? ""
                                : " " + java(one.target())))
                .toList();
    }

    private static String java(JavaType type) {
        return type.in(ClassName::qualified);
    }

    private static Problem problem(TestProject project) {
        var thrown = catchThrowableOfType(ProblemsFound.class, () -> SourceModels.read(project.sources()));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        return thrown.problems().get(0);
    }
}
