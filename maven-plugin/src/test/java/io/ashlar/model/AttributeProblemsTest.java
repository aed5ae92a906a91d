package io.ashlar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ashlar's own annotations ask of the attributes they are on. */
class AttributeProblemsTest {

    @TempDir
    Path folder;

    @Test
    void refusesToSearchWhatIsNoText() {
        var problem = problem("@Searchable\nint views;");

        assertThat(problem.tag()).isEqualTo("searchable-without-text");
        assertThat(problem.what()).isEqualTo("Post.views is @Searchable, and is no text");
        assertThat(problem.where()).startsWith("com.acme.blog.Post.views (").endsWith("Post.java:8)");
        assertThat(problem("@Searchable List<String> tags;").tag()).isEqualTo("searchable-without-text");
        assertThat(problem("@Searchable @ManyToOne Post post;").tag()).isEqualTo("searchable-without-text");
        assertThat(problems("@Searchable @Lob String text;")).isEmpty();
    }

    @Test
    void refusesAComputedValueWithAnotherSource() {
        assertThat(problem("@Computed(\"1\") @Version long version;").tag()).isEqualTo("computed-and-assigned");
        assertThat(problem("@Computed(\"1\") @Default(\"2\") long total;").what())
                .isEqualTo("Post.total is both @Computed and @Default");
        assertThat(problems("", "@Computed(\"1\") @Id long id;"))
                .extracting(Problem::what)
                .containsExactly("Post.id is both @Computed and @Id");
    }

    @Test
    void refusesAComputedValueWithoutAColumnOfItsOwn() {
        assertThat(problem("@Computed(\"1\") @ManyToOne Post parent;").tag()).isEqualTo("computed-without-column");
        assertThat(problem("@Computed(\"1\") List<String> tags;").tag()).isEqualTo("computed-without-column");
    }

    @Test
    void refusesToSetWhatIsComputed() {
        var problem = problem("@Computed(\"price * 2\") int total; int price;\nvoid setTotal(int total) {}");

        assertThat(problem.tag()).isEqualTo("computed-with-setter");
        assertThat(problem.what()).isEqualTo("Post.total is @Computed, and setTotal sets what is never stored");
        assertThat(problem.where()).startsWith("com.acme.blog.Post.setTotal (").endsWith("Post.java:8)");
        assertThat(problems("@Computed(\"price * 2\") int total; int price; int getTotal() { return total; }"))
                .isEmpty();
    }

    @Test
    void takesWhatIsSensitiveAnywhere() {
        assertThat(problems("@Sensitive String secret; @Sensitive @ManyToOne Post post; @Sensitive List<String> more;"))
                .isEmpty();
    }

    @Test
    void refusesAnIndexOnWhatIsNotThere() {
        var problems = problems(indexed("@Indexed({\"status\", \"creatdAt desc\"}) @Indexed(\"children\")"));

        assertThat(problems).extracting(Problem::tag).containsOnly("unknown-column");
        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly(
                        "@Indexed on Post names 'creatdAt', which is no field of it. Did you mean 'createdAt'?",
                        "@Indexed on Post names 'children', which is no field of it.");
    }

    @Test
    void takesAnIndexOnFieldsRelationsAndColumns() {
        assertThat(problems(indexed("""
                        @Indexed({"status", "createdAt desc"}) @Indexed("created_at") @Indexed("parent")
                        @Indexed(value = "parent_id", unique = true) @Indexed("place.city") @Indexed("place_city")
                        @Indexed("ttl")"""))).isEmpty();
    }

    private TestProject indexed(String indexes) {
        return TestProject.blog(folder, "Post.class")
                .type("@Embeddable public class Place { String city; }")
                .type(indexes + "\n@Entity public class Post extends Model { @Id long id; String status; Place place;"
                        + " @Column(name = \"ttl\") String title; @ManyToOne Post parent;"
                        + " @OneToMany(mappedBy = \"parent\") List<Post> children; }");
    }

    private Problem problem(String attribute) {
        var problems = problems(attribute);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private List<Problem> problems(String attribute) {
        return problems(attribute, "@Id long id;");
    }

    /** Line 6 is that of the class: five lines of package and imports come before. */
    private List<Problem> problems(String attribute, String id) {
        return problems(TestProject.blog(folder, "Post.class")
                .type("@Entity public class Post extends Model { " + id + "\n" + attribute + " }"));
    }

    private static List<Problem> problems(TestProject project) {
        var thrown = catchThrowableOfType(ProblemsFound.class, () -> SourceModels.read(project.sources()));
        return thrown == null ? List.of() : thrown.problems();
    }
}
