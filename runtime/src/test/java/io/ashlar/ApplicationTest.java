package io.ashlar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.config.ApplicationConfig;
import io.ashlar.config.ApplicationConfig.RegisteredModule;
import io.ashlar.crud.Crud;
import io.ashlar.data.Model;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.query.Find;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {

    @TempDir
    Path folder;

    @Test
    void resolvesServicesByTypeAndByName() throws IOException {
        try (var loader = providing(Blog.class, Mail.class, Unregistered.class);
                Application app = builder(loader)
                        .database(settings(TestDatabases.fresh("h2")))
                        .module("mail")
                        .module("blog")
                        .start()) {
            assertThat(app.modules()).containsExactly("mail", "blog");
            assertThat(app.resolve(Blog.class)).isSameAs(app.resolve("blog"));
            assertThat(app.resolve(Sender.class)).isSameAs(app.resolve("mail"));
            assertThatThrownBy(() -> app.resolve("blgo"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("No module 'blgo'. Did you mean 'blog'? Registered: mail (")
                    .hasMessageEndingWith(", blog (" + Blog.class.getName() + ")");
            assertThatThrownBy(() -> app.resolve(Unregistered.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("No module has a service of type " + Unregistered.class.getName());
            assertThatThrownBy(() -> app.resolve(ModuleService.class))
                    .hasMessageContaining("More than one module has a service of type");
        }
    }

    @Test
    void startsFromTheListOfModulesInTheArtifact() throws IOException {
        write(
                ApplicationConfig.LOCATION,
                new ApplicationConfig("jdbc:h2:mem:unused", null, List.of(RegisteredModule.named("mail"))).toJson());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (var loader = providing(Mail.class)) {
            Thread.currentThread().setContextClassLoader(loader);
            try (Application app = Application.start()) {
                assertThat(app.modules()).containsExactly("mail");
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void givesServicesTheirRecordsAndSharesOnePoolADatabase() throws Exception {
        TestDatabase database = TestDatabases.fresh("h2");
        createTables(database);
        try (var loader = providing(Blog.class, Shop.class);
                Application app = builder(loader)
                        .database(settings(database))
                        .module("blog")
                        .module("shop")
                        .start()) {
            app.resolve(Blog.class).notes().create(new Note(1));
            app.resolve(Shop.class).items().create(new Item(2));

            assertThat(app.resolve(Blog.class).notes().list(Find.all())).hasSize(1);
            assertThat(app.resolve(Shop.class).items().list(Find.all())).hasSize(1);
            assertThatThrownBy(() -> app.resolve(Blog.class).crud(Item.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no model of module 'blog'");
        }
    }

    @Test
    void worksForManyThreadsFromTheFirstCallOn() throws Exception {
        TestDatabase database = TestDatabases.fresh("h2");
        createTables(database);
        try (var loader = providing(Blog.class);
                Application app = builder(loader)
                        .database(settings(database))
                        .module("blog")
                        .start()) {
            var threads = Executors.newFixedThreadPool(8);
            List<Callable<Note>> work = IntStream.range(0, 64)
                    .<Callable<Note>>mapToObj(
                            i -> () -> app.resolve(Blog.class).notes().create(new Note(i)))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            threads.shutdown();

            assertThat(app.resolve(Blog.class)
                            .notes()
                            .listAndCount(Find.take(1))
                            .count())
                    .isEqualTo(64);
        }
    }

    @Test
    void keepsApplicationsOfOneJvmApart() throws Exception {
        TestDatabase one = TestDatabases.fresh("h2");
        TestDatabase two = TestDatabases.fresh("h2");
        createTables(one);
        createTables(two);
        try (var loader = providing(Blog.class);
                Application first =
                        builder(loader).database(settings(one)).module("blog").start();
                Application second =
                        builder(loader).database(settings(two)).module("blog").start()) {
            first.resolve(Blog.class).notes().create(new Note(1));

            assertThat(second.resolve(Blog.class).notes().list(Find.all())).isEmpty();
        }
    }

    @Test
    void endsWithItsCloseWhichMayBeRepeated() throws Exception {
        TestDatabase database = TestDatabases.fresh("h2");
        createTables(database);
        try (var loader = providing(Blog.class)) {
            Application app =
                    builder(loader).database(settings(database)).module("blog").start();
            Blog blog = app.resolve(Blog.class);
            blog.notes().create(new Note(1));

            app.close();
            app.close();

            assertThatThrownBy(() -> app.resolve("blog")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(blog::notes)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void saysThatAServiceMadeWithNewIsNotStarted() {
        assertThatThrownBy(() -> new Blog().notes())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("resolve it from an Application");
    }

    @Test
    void tellsAllThatIsWrongWithTheModulesAtOnce() throws IOException {
        try (var loader = providing(Blog.class, OtherBlog.class, Nameless.class)) {
            assertProblems(
                    () -> builder(loader).module("blog").module("mial").start(),
                    "module-name-twice",
                    "service-without-module",
                    "module-missing");
            assertProblems(
                    () -> builder(loader)
                            .module("")
                            .module("blog")
                            .module("blog")
                            .start(),
                    "module-name",
                    "module-registered-twice");
        }
    }

    @Test
    void asksForTheDependencyOfAMissingModule() throws IOException {
        try (var loader = providing(Mail.class)) {
            assertThatThrownBy(() -> builder(loader).module("mial").start())
                    .isInstanceOf(ProblemsFound.class)
                    .hasMessageContaining("Module 'mial' is registered, but no service of that name is on the path."
                            + " Did you mean 'mail'?")
                    .hasMessageContaining("add the module's artifact to the application's dependencies");
        }
    }

    @Test
    void keepsTheCauseOfAFailingService() throws IOException {
        try (var loader = providing(Failing.class)) {
            assertThatThrownBy(() -> builder(loader).module("failing").start())
                    .isInstanceOf(ProblemsFound.class)
                    .hasMessageContaining("[service-failed]")
                    .hasRootCauseMessage("no such file");
        }
    }

    @Test
    void namesTheServiceThatCannotBeLoaded() throws IOException {
        write("META-INF/services/io.ashlar.ModuleService", "com.acme.Gone\n" + Mail.class.getName() + "\n");
        try (var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThatThrownBy(() -> builder(loader).module("mail").start())
                    .hasMessageContaining("[service-unreadable]")
                    .hasMessageContaining("com.acme.Gone");
        }
    }

    @Test
    void needsADatabaseForModelsOnly() throws IOException {
        try (var loader = providing(Blog.class)) {
            assertProblems(() -> builder(loader).module("blog").start(), "no-database");
        }
    }

    @Test
    void refusesAnOutboxWhereNothingCanChange() throws IOException {
        try (var loader = providing(Telling.class)) {
            assertProblems(() -> builder(loader).module("telling").start(), "outbox-without-models");
        }
    }

    private static void assertProblems(ThrowingCallable call, String... tags) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::tag)
                                .containsExactly(tags));
    }

    private static ApplicationBuilder builder(ClassLoader loader) {
        return Application.builder().classLoader(loader);
    }

    private URLClassLoader providing(Class<?>... services) throws IOException {
        write(
                "META-INF/services/io.ashlar.ModuleService",
                String.join("\n", Arrays.stream(services).map(Class::getName).toList()));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private void write(String location, String text) throws IOException {
        Path file = folder.resolve(location);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static DatabaseSettings settings(TestDatabase database) {
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    private static void createTables(TestDatabase database) throws Exception {
        String columns = "(\"id\" bigint primary key, \"created_at\" timestamp(9) with time zone not null,"
                + " \"updated_at\" timestamp(9) with time zone not null, \"deleted_at\" timestamp(9) with time zone)";
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table \"note\" " + columns);
            statement.execute("create table \"item\" " + columns);
        }
    }

    @Entity
    static class Note extends Model {

        @Id
        long id;

        protected Note() {}

        Note(long id) {
            this.id = id;
        }
    }

    @Entity
    static class Item extends Model {

        @Id
        long id;

        protected Item() {}

        Item(long id) {
            this.id = id;
        }
    }

    @Module(name = "blog", models = Note.class)
    public static final class Blog extends ModuleService {

        Crud<Note, Long> notes() {
            return crud(Note.class);
        }
    }

    @Module(name = "shop", models = Item.class)
    public static final class Shop extends ModuleService {

        Crud<Item, Long> items() {
            return crud(Item.class);
        }
    }

    interface Sender {}

    @Module(name = "mail")
    public static final class Mail extends ModuleService implements Sender {}

    @Module(name = "telling", outbox = true)
    public static final class Telling extends ModuleService {}

    @Module(name = "unregistered")
    public static final class Unregistered extends ModuleService {}

    @Module(name = "blog")
    public static final class OtherBlog extends ModuleService {}

    public static final class Nameless extends ModuleService {}

    @Module(name = "failing")
    public static final class Failing extends ModuleService {

        public Failing() {
            throw new IllegalStateException("no such file");
        }
    }
}
