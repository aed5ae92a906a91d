package io.ashlar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line 6 is the first of every declaration: five lines of package and imports come before. */
class EntityProblemsTest {

    @TempDir
    Path folder;

    @Test
    void refusesAnEntityWithoutId() {
        var problem = problem("@Entity public class Post extends Model { String id; }");

        assertThat(problem.tag()).isEqualTo("entity-without-id");
        assertThat(problem.what()).isEqualTo("Post has no id");
        assertThat(problem.where()).isEqualTo(place("Post", 6));
    }

    @Test
    void refusesAnEntityThatIsNoModel() {
        var problem = problem("@Entity\n@Table(name = \"posts\")\npublic class Post { @Id String id; }");

        assertThat(problem.tag()).isEqualTo("entity-not-a-model");
        assertThat(problem.where()).isEqualTo(place("Post", 8));
        assertThat(problem.mend()).isEqualTo("write: class Post extends io.ashlar.data.Model");
    }

    @Test
    void refusesATimeThatModelHas() {
        var problem = problem("""
                @Entity public class Post extends Model {
                    @Id String id;
                    @Column(name = "made")
                    private Date createdAt;
                }
                """);

        assertThat(problem.tag()).isEqualTo("model-attribute-redeclared");
        assertThat(problem.what()).startsWith("Post declares createdAt");
        assertThat(problem.where()).isEqualTo(place("Post.createdAt", 9));
    }

    @Test
    void refusesATimeThatModelHasInASuperclassToo() {
        var project = TestProject.blog(folder, "Post.class")
                .type("@MappedSuperclass public abstract class Base extends Model { java.time.Instant deletedAt; }")
                .type("@Entity public class Post extends Base { @Id String id; }");

        assertThat(problem(project).what()).startsWith("Base declares deletedAt");
    }

    @Test
    void refusesATimeThatModelHasAsAProperty() {
        var problem = problem("""
                @Entity public class Post extends Model {
                    @Id public String getId() { return ""; }
                    public void setId(String id) {}
                    public java.time.Instant getUpdatedAt() { return null; }
                    public void setUpdatedAt(java.time.Instant time) {}
                }
                """);

        assertThat(problem.tag()).isEqualTo("model-attribute-redeclared");
        assertThat(problem.where()).isEqualTo(place("Post.getUpdatedAt", 9));
    }

    @Test
    void refusesAUlidThatIsNoText() {
        var problem = problem("@Entity public class Post extends Model {\n@Id @Ulid\nprivate UUID id; }");

        assertThat(problem.tag()).isEqualTo("ulid-not-text");
        assertThat(problem.where()).isEqualTo(place("Post.id", 8));
    }

    @Test
    void refusesAUlidThatIsNoId() {
        assertThat(problem("@Entity public class Post extends Model { @Id long id; @Ulid String code; }")
                        .tag())
                .isEqualTo("ulid-not-id");
    }

    @Test
    void refusesAUlidThatIsGeneratedByTheDatabaseToo() {
        assertThat(problem("@Entity public class Post extends Model { @Id @Ulid @GeneratedValue String id; }")
                        .tag())
                .isEqualTo("ulid-generated-twice");
    }

    @Test
    void refusesSeveralIdsWithoutAClassForThem() {
        var problem = problem("@Entity public class Post extends Model { @Id String blog; @Id int number; }");

        assertThat(problem.tag()).isEqualTo("id-class-missing");
        assertThat(problem.what()).contains("blog, number");
    }

    @Test
    void refusesARelationForAnId() {
        assertThat(problem("@Entity public class Post extends Model { @Id @OneToOne Post original; }")
                        .tag())
                .isEqualTo("id-is-relation");
    }

    @Test
    void refusesARelationToWhatIsNoEntity() {
        var problem = problem("@Entity public class Post extends Model { @Id long id;\n@ManyToOne String author; }");

        assertThat(problem.tag()).isEqualTo("relation-to-no-entity");
        assertThat(problem.where()).isEqualTo(place("Post.author", 7));
    }

    @Test
    void refusesARelationThatIsNotMarked() {
        assertThat(problem("@Entity public class Post extends Model { @Id long id; Post parent; }")
                        .tag())
                .isEqualTo("relation-unmarked");
        assertThat(problem("@Entity public class Post extends Model { @Id long id; List<Post> children; }")
                        .tag())
                .isEqualTo("relation-unmarked");
    }

    @Test
    void refusesMappedByWithoutSuchARelation() {
        var problem = problem("""
                @Entity public class Post extends Model {
                    @Id long id;
                    @ManyToOne Post parent;
                    String title;
                    @OneToMany(mappedBy = "parnt") List<Post> children;
                }
                """);

        assertThat(problem.tag()).isEqualTo("mapped-by-unknown");
        assertThat(problem.what())
                .isEqualTo("Post.children says mappedBy \"parnt\", but Post has no such relation."
                        + " It has: parent, children");
        assertThat(problem.where()).isEqualTo(place("Post.children", 10));
    }

    @Test
    void refusesARelationOutOfTheModule() {
        var project = TestProject.blog(folder, "Post.class")
                .type("@Entity public class Post extends Model { @Id long id; @ManyToOne Author author; }")
                .type("@Entity public class Author extends Model { @Id long id; }");

        assertThat(catchThrowableOfType(ProblemsFound.class, () -> SourceModels.read(project.sources()))
                        .problems())
                .extracting(Problem::tag)
                .containsExactly("entity-not-listed", "relation-leaves-module");
    }

    @Test
    void refusesAnAttributeThatGeneratedCodeCannotName() {
        var problem = problem(
                "@Entity public class Post extends Model { @Id long id; private Status status; private enum Status { A } }");

        assertThat(problem.tag()).isEqualTo("attribute-type-hidden");
    }

    @Test
    void refusesAnEntityThatTheServiceCannotUse() {
        var project = TestProject.blog(folder, "com.acme.blog.model.Post.class")
                .type("com.acme.blog.model", "@Entity class Post extends Model { @Id long id; }");

        var thrown = catchThrowableOfType(ProblemsFound.class, () -> SourceModels.read(project.sources()));

        assertThat(thrown.problems()).extracting(Problem::tag).containsExactly("sources-do-not-compile");
        assertThat(thrown.getMessage()).contains("is not public");
    }

    @Test
    void refusesAnEntityWithTypeParameters() {
        assertThat(problem("@Entity public class Post<T> extends Model { @Id long id; }")
                        .tag())
                .isEqualTo("entity-generic");
    }

    @Test
    void refusesNamesThatCannotBecomePartOfMethods() {
        assertThat(problem("@Entity(name = \"my post\") public class Post extends Model { @Id long id; }")
                        .what())
                .startsWith("'my post', given to Post,");
        assertThat(problem("@Entity @Plural(\"po-sts\") public class Post extends Model { @Id long id; }")
                        .mend())
                .startsWith("change @Plural");
    }

    private Problem problem(String entity) {
        return problem(TestProject.blog(folder, "Post.class").type(entity));
    }

    private static Problem problem(TestProject project) {
        var thrown = catchThrowableOfType(ProblemsFound.class, () -> SourceModels.read(project.sources()));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        return thrown.problems().get(0);
    }

    private String place(String name, int line) {
        return "com.acme.blog." + name + " (" + TestProject.in(folder).file("com/acme/blog/Post.java") + ":" + line
                + ")";
    }
}
