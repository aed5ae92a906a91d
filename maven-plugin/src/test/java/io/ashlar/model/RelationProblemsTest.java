package io.ashlar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationProblemsTest {

    @TempDir
    Path folder;

    @Test
    void refusesMappedByOfAnotherKind() {
        var problem =
                problem("@OneToMany(mappedBy = \"author\") List<Post> posts;", "@ManyToMany List<Author> author;");

        assertThat(problem.tag()).isEqualTo("mapped-by-wrong-kind");
        assertThat(problem.what())
                .isEqualTo("Author.posts is @OneToMany, but Post.author, which it is mapped by, is @ManyToMany");
        assertThat(problem.where()).startsWith("com.acme.blog.Author.posts (").endsWith("Author.java:7)");
        assertThat(problem.mend()).isEqualTo("write @ManyToOne at Post.author, or change @OneToMany to fit it");
    }

    @Test
    void refusesMappedByWithoutTheOtherSide() {
        var problem = problem("@OneToMany(mappedBy = \"author\") List<Post> posts;", "String author;");

        assertThat(problem.tag()).isEqualTo("mapped-by-unknown");
        assertThat(problem.what())
                .isEqualTo("Author.posts says mappedBy \"author\", but Post has no such relation. It has: none");
        assertThat(problem.mend()).endsWith("if there is none, add @ManyToOne");
    }

    @Test
    void refusesMappedByOnBothSides() {
        assertThat(problems(
                        "@OneToOne(mappedBy = \"author\") Post first;",
                        "@OneToOne(mappedBy = \"first\") Author author;"))
                .extracting(Problem::tag)
                .containsExactlyInAnyOrder("mapped-by-each-other", "mapped-by-each-other");
    }

    @Test
    void refusesMappedByThatLeadsElsewhere() {
        var problem = problem("@OneToMany(mappedBy = \"parent\") List<Post> posts;", "@ManyToOne Post parent;");

        assertThat(problem.tag()).isEqualTo("mapped-by-leads-elsewhere");
        assertThat(problem.what())
                .isEqualTo("Author.posts is mapped by Post.parent, which leads to Post and not back to Author");
    }

    @Test
    void refusesTwoSidesThatDoNotKnowOfEachOther() {
        var problem = problem("@OneToMany List<Post> posts;", "@ManyToOne Author author;");

        assertThat(problem.tag()).isEqualTo("mapped-by-missing");
        assertThat(problem.what())
                .isEqualTo("Author.posts and Post.author lead to each other, but would be stored as two relations");
        assertThat(problem.mend()).startsWith("write @OneToMany(mappedBy = \"author\");");
    }

    @Test
    void reportsTwoEqualSidesOnce() {
        assertThat(problem("@ManyToMany List<Post> posts;", "@ManyToMany List<Author> authors;")
                        .tag())
                .isEqualTo("mapped-by-missing");
        assertThat(problem("@OneToOne Post first;", "@OneToOne Author owner;").tag())
                .isEqualTo("mapped-by-missing");
    }

    @Test
    void takesTwoRelationsThatSayTheyAreTwo() {
        assertThat(problems(
                        "@OneToMany(mappedBy = \"author\") List<Post> posts; @OneToMany List<Post> pinned;",
                        "@ManyToOne Author author;"))
                .isEmpty();
        assertThat(problems("@OneToMany @JoinTable List<Post> pinned;", "@ManyToOne Author author;"))
                .isEmpty();
        assertThat(problems("@ManyToMany List<Post> liked;", "@ManyToOne Author author;"))
                .isEmpty();
        assertThat(problems(
                        "@ManyToMany @JoinTable List<Post> a;", "@ManyToMany @JoinTable(name = \"b\") List<Author> b;"))
                .isEmpty();
        assertThat(problems("@ManyToMany List<Author> follows; @OneToOne Author mentor;", ""))
                .isEmpty();
    }

    @Test
    void refusesACascadeFromChildToParent() {
        var problem = problem("String name;", "@ManyToOne(cascade = CascadeType.ALL) Author author;");

        assertThat(problem.tag()).isEqualTo("cascade-to-parent");
        assertThat(problem.what())
                .isEqualTo(
                        "Post.author would delete the Author of a deleted Post: a cascade goes from the parent, whose"
                                + " id is stored, to its children");
        assertThat(problem.where()).startsWith("com.acme.blog.Post.author (");
        assertThat(problem.mend()).endsWith("@OneToMany(mappedBy = \"author\", cascade = CascadeType.REMOVE)");
        assertThat(problem("", "@ManyToOne(cascade = {CascadeType.PERSIST, CascadeType.REMOVE}) Author author;")
                        .tag())
                .isEqualTo("cascade-to-parent");
        assertThat(problem("", "@OneToOne(orphanRemoval = true) Author author;").tag())
                .isEqualTo("cascade-to-parent");
    }

    @Test
    void refusesACascadeToWhatOthersShare() {
        assertThat(problem("@ManyToMany(cascade = CascadeType.ALL) List<Post> posts;", "")
                        .tag())
                .isEqualTo("cascade-to-shared");
    }

    @Test
    void takesCascadesToChildren() {
        assertThat(problems(
                        "@OneToMany(mappedBy = \"author\", cascade = CascadeType.ALL, orphanRemoval = true)"
                                + " List<Post> posts;",
                        "@ManyToOne(cascade = {CascadeType.PERSIST, CascadeType.MERGE}) Author author;"))
                .isEmpty();
    }

    @Test
    void takesATreeThatIsDeletedFromItsRoot() {
        assertThat(
                        problems(
                                "",
                                "@ManyToOne Post parent;"
                                        + " @OneToMany(mappedBy = \"parent\", cascade = CascadeType.REMOVE) List<Post> children;"))
                .isEmpty();
    }

    @Test
    void refusesACascadeThatGoesRoundInCircles() {
        var problem = problem(
                "@OneToMany(mappedBy = \"author\", cascade = CascadeType.REMOVE) List<Post> posts; @ManyToOne Post work;",
                "@ManyToOne Author author;"
                        + " @OneToMany(mappedBy = \"work\", cascade = CascadeType.ALL) List<Author> authors;");

        assertThat(problem.tag()).isEqualTo("cascade-cycle");
        assertThat(problem.what())
                .isEqualTo("Deleting a Author would go round in circles: Author.posts -> Post.authors -> Author.posts");
        assertThat(problem.where()).startsWith("com.acme.blog.Author.posts (");
    }

    @Test
    void reportsWhatIsInheritedOnce() {
        var project = project("String name;", "String title;")
                .type("@MappedSuperclass public abstract class Owned extends Model"
                        + " { @Id long id; @ManyToOne(cascade = CascadeType.ALL) Author owner; @Searchable int rank; }")
                .type("@Entity public class Post extends Owned { String title; }");

        assertThat(catchThrowableOfType(ProblemsFound.class, () -> SourceModels.read(project.sources()))
                        .problems())
                .extracting(Problem::tag)
                .containsExactly("searchable-without-text", "cascade-to-parent");
    }

    private Problem problem(String ofAuthor, String ofPost) {
        var problems = problems(ofAuthor, ofPost);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private List<Problem> problems(String ofAuthor, String ofPost) {
        var thrown = catchThrowableOfType(
                ProblemsFound.class,
                () -> SourceModels.read(project(ofAuthor, ofPost).sources()));
        return thrown == null ? List.of() : thrown.problems();
    }

    /** Line 6 is the first of a class: five lines of package and imports come before. */
    private TestProject project(String ofAuthor, String ofPost) {
        return TestProject.blog(folder, "Author.class, Post.class")
                .type("@Entity public class Author extends Model { @Id long id;\n" + ofAuthor + " }")
                .type("@Entity public class Post extends Model { @Id long id;\n" + ofPost + " }");
    }
}
