package io.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.ashlar.Module;
import io.ashlar.ModuleService;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ModuleExtensionTest {

    @Test
    void givesEachTestAServiceOfItsOwn() {
        var results = run(TwoTests.class);

        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(TwoTests.SERVICES).hasSize(2);
    }

    @Test
    void worksInNestedClasses() {
        assertThat(run(WithNested.class).testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void skipsTheTestsOfAModuleWithModelsUntilItHasAMigration() {
        var skipped = run(BeforeTheFirstMigration.class).containerEvents().skipped();

        assertThat(skipped.stream().map(event -> event.getRequiredPayload(String.class)))
                .containsExactly("Module 'notes' has no h2 migration yet, so its tests have no tables."
                        + " Write it: mvn modules:db-generate -Dmodule=notes");
    }

    @Test
    void refusesAServiceThatIsOfNoModule() {
        assertThat(failure(OfNoModule.class)).contains("[service-without-module] Nameless is no service of a module");
    }

    @Test
    void refusesAModuleThatThePluginHasNotBuilt() {
        assertThat(failure(NotBuilt.class)).contains("[module-not-built] Module 'unbuilt'", "mvn process-classes");
    }

    private static String failure(Class<?> testClass) {
        return run(testClass).allEvents().failed().stream()
                .map(Event::getPayload)
                .map(String::valueOf)
                .toList()
                .toString();
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    @ModuleTest(GreetingsModuleService.class)
    static class TwoTests {

        static final Set<ModuleService> SERVICES = new HashSet<>();

        @Test
        void one(GreetingsModuleService service) {
            SERVICES.add(service);
        }

        @Test
        void other(GreetingsModuleService service) {
            SERVICES.add(service);
        }
    }

    @ModuleTest(GreetingsModuleService.class)
    static class WithNested {

        @Nested
        class Inner {

            @Test
            void greets(GreetingsModuleService service) {
                assertThat(service.greet("Ada")).isEqualTo("Hello, Ada");
            }
        }
    }

    @ModuleTest(NotesModuleService.class)
    static class BeforeTheFirstMigration {

        @Test
        void isSkipped(NotesModuleService service) {
            throw new AssertionError("should not run: " + service);
        }
    }

    @ModuleTest(Nameless.class)
    static class OfNoModule {

        @Test
        void fails() {}
    }

    static class Nameless extends ModuleService {}

    @ModuleTest(Unbuilt.class)
    static class NotBuilt {

        @Test
        void fails() {}
    }

    @Module(name = "unbuilt")
    static class Unbuilt extends ModuleService {}
}
