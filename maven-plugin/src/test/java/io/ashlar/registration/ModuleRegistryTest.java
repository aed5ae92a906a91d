package io.ashlar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleRegistryTest {

    @TempDir
    Path root;

    private FixedWorkspace workspace;

    @BeforeEach
    void anApplication() {
        workspace = new FixedWorkspace(root).module("blog", "blog").module("parts/media", "media");
    }

    @Test
    void takesTheNameFromTheManifestOfADirectory() {
        var registry = registry("blog", "parts/media");

        assertThat(registry.modules()).extracting(RegisteredModule::name).containsExactly("blog", "media");
        assertThat(registry.modules().get(0).origin())
                .isEqualTo(new Origin.InBuild(workspace.projects().get(0)));
    }

    @Test
    void takesTheNameFromTheManifestInAnArtifact() {
        workspace.artifact("com.acme:reviews:1.2", "reviews");

        var module = registry("com.acme:reviews:1.2").modules().get(0);

        assertThat(module.name()).isEqualTo("reviews");
        assertThat(module.origin().version()).isEqualTo("1.2");
    }

    @Test
    void takesWhatAnEarlierBuildLeftOfADirectoryThatThisBuildLeavesOut() {
        workspace.directory("shipping").built("shipping", "shipping");

        var module = registry("shipping").modules().get(0);

        assertThat(module.name()).isEqualTo("shipping");
        assertThat(module.origin()).isInstanceOf(Origin.OutOfBuild.class);
    }

    @Test
    void selectsInTheOrderOfThePom() {
        var registry = registry("blog", "parts/media");

        assertThat(registry.select("migrate", ModuleRegistry.names("media, blog")))
                .extracting(RegisteredModule::name)
                .containsExactly("blog", "media");
        assertThat(registry.select("migrate", List.of())).hasSize(2);
    }

    @Test
    void suggestsTheRegisteredNameThatIsNear() {
        var registry = registry("blog", "parts/media");

        var problem = problem(() -> registry.select("generate migrations for", List.of("blgo")));

        assertThat(problem.tag()).isEqualTo("unknown-module");
        assertThat(problem.what())
                .isEqualTo("Cannot generate migrations for unknown module 'blgo'. Did you mean 'blog'?"
                        + " Registered: blog, media");
        assertThat(problem.where()).isEqualTo("<modules> of modules-maven-plugin in " + root.resolve("pom.xml"));
        assertThat(problem.mend())
                .contains("use the registered name")
                .contains("<module><resolve>")
                .contains("<modules> of modules-maven-plugin");
    }

    @Test
    void namesTheDirectoryOfAModuleThatIsBuiltButNotRegistered() {
        var registry = registry("blog");

        var problem = problem(() -> registry.select("generate migrations for", List.of("media")));

        assertThat(problem.what()).isEqualTo("Cannot generate migrations for unknown module 'media'. Registered: blog");
        assertThat(problem.mend())
                .isEqualTo("register it: add <module><resolve>parts/media</resolve></module> to <modules> of"
                        + " modules-maven-plugin in " + root.resolve("pom.xml"));
        assertThat(registry.unregistered()).containsOnly(Map.entry("media", "parts/media"));
    }

    @Test
    void namesTheMissingStepWhenNothingIsRegistered() {
        var registry = registry();

        assertThat(problem(() -> registry.select("generate migrations for", List.of("blog"))))
                .extracting(Problem::what, Problem::mend)
                .containsExactly(
                        "Cannot generate migrations for unknown module 'blog'. Registered: none",
                        "register it: add <module><resolve>blog</resolve></module> to <modules> of"
                                + " modules-maven-plugin in " + root.resolve("pom.xml"));
        assertThat(problem(() -> registry.select("generate migrations for", List.of())))
                .satisfies(problem -> assertThat(problem.tag()).isEqualTo("no-modules-registered"))
                .satisfies(problem -> assertThat(problem.mend())
                        .contains("<module><resolve>blog</resolve></module>"
                                + " <module><resolve>parts/media</resolve></module>"));
    }

    @Test
    void refusesAResolveThatIsNeitherDirectoryNorCoordinates() {
        var problem = problem(() -> registry("blgo"));

        assertThat(problem.tag()).isEqualTo("unknown-resolve");
        assertThat(problem.what())
                .isEqualTo("'blgo' is neither a directory nor group:artifact:version. Did you mean 'blog'?");
        assertThat(problem.where()).isEqualTo("<resolve>blgo</resolve> in " + root.resolve("pom.xml"));
    }

    @Test
    void refusesAnArtifactThatNoRepositoryHas() {
        var problem = problem(() -> registry("com.acme:gone:1.0"));

        assertThat(problem.tag()).isEqualTo("unresolvable-module");
        assertThat(problem.what()).contains("com.acme:gone:1.0").contains("no repository has it");
    }

    @Test
    void refusesWhatIsNoModule() {
        workspace.project("plain").directory("shipping").artifact("com.acme:library:1.0");

        assertThat(problems(() -> registry("plain", "com.acme:library:1.0", "shipping", "")))
                .extracting(Problem::tag)
                .containsExactly("no-module", "no-module", "not-built", "missing-resolve");
    }

    @Test
    void refusesADirectoryWithoutAPom() {
        assertThat(problem(() -> registry("parts")).tag()).isEqualTo("no-project");
    }

    @Test
    void refusesTheSameResolveTwice() {
        var problem = problem(() -> registry("blog", "parts/media", "blog"));

        assertThat(problem.tag()).isEqualTo("duplicate-resolve");
        assertThat(problem.what()).isEqualTo("'blog' is registered 2 times");
    }

    @Test
    void refusesTwoModulesOfOneName() {
        workspace.module("weblog", "blog");

        var problem = problem(() -> registry("blog", "weblog"));

        assertThat(problem.tag()).isEqualTo("duplicate-module-name");
        assertThat(problem.what()).isEqualTo("Two modules are called 'blog': blog and weblog");
    }

    @Test
    void refusesAnEmptyAndAnInvalidName() {
        workspace.module("nameless", "").module("loud", "Loud");

        assertThat(problems(() -> registry("nameless", "loud")))
                .extracting(Problem::tag)
                .containsExactly("empty-module-name", "invalid-module-name");
    }

    @Test
    void refusesSeveralModulesInOneArtifact() {
        workspace.artifact("com.acme:both:1.0", "one", "two");

        var problem = problem(() -> registry("com.acme:both:1.0"));

        assertThat(problem.tag()).isEqualTo("several-modules");
        assertThat(problem.what()).isEqualTo("'com.acme:both:1.0' holds several modules: one, two");
    }

    private ModuleRegistry registry(String... resolves) {
        return ModuleRegistry.of(Arrays.stream(resolves).map(ModuleEntry::of).toList(), workspace);
    }

    private static Problem problem(Runnable attempt) {
        var problems = problems(attempt);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<Problem> problems(Runnable attempt) {
        return catchThrowableOfType(ProblemsFound.class, attempt::run).problems();
    }
}
