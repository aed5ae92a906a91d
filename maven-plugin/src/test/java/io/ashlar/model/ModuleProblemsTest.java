package io.ashlar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line 6 is the first of every declaration: five lines of package and imports come before. */
class ModuleProblemsTest {

    private static final String POST = "@Entity public class Post extends Model { @Id @Ulid private String id; }";

    @TempDir
    Path folder;

    @Test
    void refusesAnEmptyName() {
        var problem = only(named(" "));

        assertThat(problem.tag()).isEqualTo("empty-module-name");
        assertThat(problem.where()).isEqualTo(place("BlogService", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blog", "my_blog", "-blog", "blog-", "my--blog", "1blog", "../blog", "blög"})
    void refusesANameThatIsNone(String name) {
        var problem = only(named(name));

        assertThat(problem.tag()).isEqualTo("invalid-module-name");
        assertThat(problem.what()).startsWith("'" + name + "' is no name for a module");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blog", "my-blog", "blog2", "a"})
    void takesANameThatIsOne(String name) {
        assertThat(SourceModels.read(named(name).sources())
                        .module()
                        .orElseThrow()
                        .name())
                .isEqualTo(name);
    }

    @Test
    void refusesAProvidedServiceWithoutModule() {
        var project = TestProject.in(folder)
                .moduleInfo("provides io.ashlar.ModuleService with com.acme.blog.BlogService;")
                .type("public class BlogService extends BlogServiceBase {}");

        var problem = only(project);

        assertThat(problem.tag()).isEqualTo("service-without-module");
        assertThat(problem.where()).isEqualTo(place("BlogService", 6));
        assertThat(problem.mend()).contains("@Module(name = ");
    }

    @Test
    void refusesAServiceWithoutModuleThoughNothingProvidesIt() {
        var extendsBase = TestProject.in(folder).type("public class BlogService extends BlogServiceBase {}");
        assertThat(only(extendsBase).tag()).isEqualTo("service-without-module");

        var extendsService = TestProject.in(folder).type("public class BlogService extends ModuleService {}");
        assertThat(only(extendsService).tag()).isEqualTo("service-without-module");
    }

    @Test
    void refusesTwoServices() {
        var project = TestProject.blog(folder, "Post.class")
                .type(POST)
                .type("@io.ashlar.Module(name = \"other\") public class OtherService extends ModuleService {}");

        var problem = only(project);

        assertThat(problem.tag()).isEqualTo("two-services");
        assertThat(problem.what()).contains("BlogService and OtherService");
        assertThat(problem.where()).isEqualTo(place("BlogService", 7) + ", " + place("OtherService", 6));
    }

    @Test
    void refusesAServiceThatModuleInfoDoesNotProvide() {
        var project = TestProject.blog(folder, "Post.class").type(POST).moduleInfo("");

        var problem = only(project);

        assertThat(problem.tag()).isEqualTo("service-not-provided");
        assertThat(problem.where()).isEqualTo(project.file("module-info.java").toString());
        assertThat(problem.mend()).isEqualTo("add: provides io.ashlar.ModuleService with com.acme.blog.BlogService;");
    }

    @Test
    void refusesAServiceWithoutModuleInfo() throws IOException {
        var project = TestProject.blog(folder, "Post.class").type(POST);
        Files.delete(project.file("module-info.java"));

        var problem = only(project);

        assertThat(problem.tag()).isEqualTo("module-info-missing");
        assertThat(problem.where()).isEqualTo(place("BlogService", 7));
    }

    @Test
    void refusesAModuleInfoThatProvidesAnotherClass() {
        var project = TestProject.blog(folder, "Post.class")
                .type(POST)
                .moduleInfo("provides io.ashlar.ModuleService with com.acme.blog.Post;");

        assertThat(tags(project)).containsExactly("service-without-module", "service-provided-wrongly");
    }

    @Test
    void takesAModuleInfoThatImportsWhatItNames() {
        var project = TestProject.blog(folder, "Post.class").type(POST).file("module-info.java", """
                        import io.ashlar.ModuleService;
                        import com.acme.blog.BlogService;
                        /** Blog. */
                        @Deprecated
                        module com.acme.blog {
                            requires transitive io.ashlar.runtime;
                            requires not.there;
                            provides ModuleService with BlogService;
                        }
                        """);

        assertThat(SourceModels.read(project.sources()).moduleInfo())
                .contains(new ModuleInfo(
                        project.file("module-info.java"), "com.acme.blog", List.of("com.acme.blog.BlogService")));
    }

    @Test
    void refusesAModelThatIsNoEntity() {
        var project = TestProject.blog(folder, "Post.class, String.class").type(POST);

        var problem = only(project);

        assertThat(problem.tag()).isEqualTo("model-not-an-entity");
        assertThat(problem.what()).contains("java.lang.String");
        assertThat(problem.where()).isEqualTo(place("BlogService", 7));
    }

    @Test
    void refusesAModelThatIsListedTwice() {
        assertThat(only(TestProject.blog(folder, "Post.class, Post.class").type(POST))
                        .tag())
                .isEqualTo("model-listed-twice");
    }

    @Test
    void refusesAnEntityThatIsNotListed() {
        var project = TestProject.blog(folder, "Post.class")
                .type(POST)
                .type("@Entity\n@Table(name = \"tags\")\npublic class Tag extends Model { @Id private long id; }");

        var problem = only(project);

        assertThat(problem.tag()).isEqualTo("entity-not-listed");
        assertThat(problem.where()).isEqualTo(place("Tag", 8));
        assertThat(problem.mend()).startsWith("add Tag.class to models");
    }

    @Test
    void refusesModelsWithoutTheBaseClass() {
        var project = TestProject.blog(folder, "Post.class")
                .type(POST)
                .type("@io.ashlar.Module(name = \"blog\", models = Post.class)"
                        + " public class BlogService extends ModuleService {}");

        var problem = only(project);

        assertThat(problem.tag()).isEqualTo("service-without-base");
        assertThat(problem.mend()).isEqualTo("write: class BlogService extends BlogServiceBase");
    }

    @Test
    void refusesTheBaseClassWithoutModels() {
        assertThat(only(TestProject.blog(folder, "")).tag()).isEqualTo("base-without-models");
    }

    @Test
    void refusesMethodsOfTheSameName() {
        var project = TestProject.blog(folder, "Post.class, Inner.Post.class")
                .type(POST)
                .type("public class Inner { @Entity public static class Post extends Model { @Id long id; } }");

        var problems = problems(project);

        assertThat(problems).extracting(Problem::tag).containsExactly("method-names-clash", "attribute-classes-clash");
        var problem = problems.get(0);
        assertThat(problem.what())
                .startsWith(
                        "com.acme.blog.Post and com.acme.blog.Inner.Post would both get retrievePost, existsPost, createPosts");
        assertThat(problem.where()).startsWith("com.acme.blog.Inner.Post (");
    }

    @Test
    void refusesMethodsOfTheSameNameThoughTheEntitiesAreCalledDifferently() {
        var project = TestProject.blog(folder, "Post.class, AndCountPost.class")
                .type(POST)
                .type("@Entity public class AndCountPost extends Model { @Id long id; }");

        assertThat(only(project).what()).endsWith("would both get listAndCountPosts");
    }

    @Test
    void refusesAMethodThatDeletesAllOfOneAndSomeOfAnother() {
        var project = TestProject.blog(folder, "Post.class, AllPost.class")
                .type(POST)
                .type("@Entity public class AllPost extends Model { @Id long id; }");

        assertThat(only(project).what()).endsWith("would both get deleteAllPosts");
    }

    @Test
    void refusesAttributeClassesOfTheSameName() {
        var project = TestProject.blog(folder, "Post.class, Inner.Post.class")
                .type(POST)
                .type("public class Inner {"
                        + " @Entity(name = \"InnerPost\") public static class Post extends Model { @Id long id; } }");

        assertThat(only(project).tag()).isEqualTo("attribute-classes-clash");
    }

    @Test
    void reportsEverythingAtOnce() {
        var project = TestProject.in(folder)
                .moduleInfo("")
                .type("@io.ashlar.Module(name = \"Blog\", models = Post.class)"
                        + " public class BlogService extends ModuleService {}")
                .type("@Entity public class Post { Date createdAt; }");

        assertThat(tags(project))
                .containsExactly(
                        "invalid-module-name",
                        "service-not-provided",
                        "service-without-base",
                        "entity-not-a-model",
                        "entity-without-id");
    }

    private TestProject named(String name) {
        return TestProject.blog(folder, "Post.class")
                .type(POST)
                .type("@io.ashlar.Module(name = \"" + name + "\", models = Post.class)\n"
                        + "public class BlogService extends BlogServiceBase {}");
    }

    private String place(String type, int line) {
        return "com.acme.blog." + type + " (" + TestProject.in(folder).file("com/acme/blog/" + type + ".java") + ":"
                + line + ")";
    }

    private static Problem only(TestProject project) {
        var problems = problems(project);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<String> tags(TestProject project) {
        return problems(project).stream().map(Problem::tag).toList();
    }

    private static List<Problem> problems(TestProject project) {
        var thrown = catchThrowableOfType(ProblemsFound.class, () -> SourceModels.read(project.sources()));
        assertThat(thrown).isNotNull();
        return thrown.problems();
    }
}
