package io.ashlar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationDependenciesTest {

    @TempDir
    Path root;

    @Test
    void showsTheDependencyThatIsMissing() {
        var workspace = new FixedWorkspace(root).project("app").module("blog", "blog");

        var problems = catchThrowableOfType(
                        ProblemsFound.class, () -> check(workspace, List.of("blog", "com.acme:reviews:1.2"), List.of()))
                .problems();

        assertThat(problems).extracting("tag").containsOnly("not-a-dependency");
        assertThat(problems.get(0).where())
                .isEqualTo(root.resolve("app/pom.xml").toString());
        assertThat(problems.get(0).mend())
                .isEqualTo("add to <dependencies>: <dependency><groupId>com.acme</groupId><artifactId>blog</artifactId>"
                        + "<version>${project.version}</version></dependency>");
        assertThat(problems.get(1).mend()).contains("<artifactId>reviews</artifactId><version>1.2</version>");
    }

    @Test
    void passesWhatTheApplicationDependsOn() {
        var workspace = new FixedWorkspace(root).project("app").module("blog", "blog");
        var dependencies = List.of(new Coordinates("com.acme", "blog", "1.0"));

        assertThatCode(() -> check(workspace, List.of("blog"), dependencies)).doesNotThrowAnyException();
    }

    @Test
    void leavesWrongEntriesToTheRegistry() {
        var workspace = new FixedWorkspace(root).project("app");

        assertThatCode(() -> check(workspace, List.of("nowhere", ""), List.of()))
                .doesNotThrowAnyException();
    }

    private static void check(FixedWorkspace workspace, List<String> resolves, List<Coordinates> dependencies) {
        ApplicationDependencies.check(
                resolves.stream().map(ModuleEntry::of).toList(),
                workspace,
                workspace.projects().get(0),
                dependencies);
    }
}
