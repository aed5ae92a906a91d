package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.Application;
import io.ashlar.Module;
import io.ashlar.ModuleService;
import io.ashlar.crud.Crud;
import io.ashlar.data.Ulid;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.event.Action;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.query.ToMany;
import io.ashlar.query.Update;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.OutboxSchema;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An outbox, from the annotation to an event that was stored in it. */
@SuppressWarnings("NullAway") // JPA sets the fields
class OutboxToEventsTest {

    @TempDir
    Path folder;

    @Entity
    static class Ticket {
        @Id
        @Ulid
        String id;

        @ManyToMany
        @JoinTable(name = "ticket_label")
        List<Label> labels = new ArrayList<>();
    }

    @Entity
    static class Label {
        @Id
        long id;
    }

    @Entity
    @Table(name = "help_desk_outbox")
    static class Letter {
        @Id
        @Ulid
        String id;
    }

    @Module(
            name = "help-desk",
            models = {Ticket.class, Label.class},
            outbox = true)
    public static final class Desk extends ModuleService {

        void tell(String id) {
            changed(Ticket.class, Action.CREATED, List.of(id));
        }

        /** Creates a ticket with one label and gives it another. */
        String label() {
            Label first = new Label();
            first.id = 1;
            Label second = new Label();
            second.id = 2;
            this.<Label, Long>crud(Label.class).create(List.of(first, second));
            Ticket ticket = new Ticket();
            ticket.labels.add(first);
            Crud<Ticket, String> tickets = crud(Ticket.class);
            tickets.create(ticket);
            ToMany<Ticket, Label, Long> labels = new ToMany<>(Ticket.class, "labels");
            tickets.update(List.of(new Update<>(ticket.id, labels.setIds(2L))));
            tickets.update(
                    List.of(new Update<>(ticket.id, labels.setIds(2L)), new Update<>(ticket.id, labels.setIds(2L))));
            return ticket.id;
        }
    }

    @Module(
            name = "help-desk",
            models = {Ticket.class, Label.class})
    static final class DeskWithout extends ModuleService {}

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void isCreatedByTheMigrationsAsTheRuntimeNeedsIt(Dialect dialect) throws Exception {
        TestDatabase database = TestDatabases.fresh(dialect.id());
        var migrations = MigrationFolder.of(folder, "help-desk");
        List<Path> files = new MigrationGenerator(
                        "help-desk",
                        schema(Desk.class, Ticket.class, Label.class),
                        migrations,
                        List.of(dialect),
                        Clock.systemUTC())
                .generate(null);
        run(database, Files.readString(files.get(1)));
        List<Object> seen = new CopyOnWriteArrayList<>();

        try (Application app = Application.builder()
                .classLoader(services())
                .database(new DatabaseSettings(database.url(), database.user(), database.password()))
                .module("help-desk")
                .listen(events -> events.on("help-desk.ticket.*", event -> seen.addAll(event.ids())))
                .start()) {
            app.resolve(Desk.class).tell("t1");

            assertThat(app.events().await(Duration.ofSeconds(30))).isTrue();
            assertThat(seen).containsExactly("t1");
            assertThat(app.events().pending("help-desk")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void keepsWhatIsToldOfLinks(Dialect dialect) throws Exception {
        TestDatabase database = TestDatabases.fresh(dialect.id());
        List<Path> files = new MigrationGenerator(
                        "help-desk",
                        schema(Desk.class, Ticket.class, Label.class),
                        MigrationFolder.of(folder, "help-desk"),
                        List.of(dialect),
                        Clock.systemUTC())
                .generate(null);
        run(database, Files.readString(files.get(1)));
        List<String> seen = new CopyOnWriteArrayList<>();

        try (Application app = Application.builder()
                .classLoader(services())
                .database(new DatabaseSettings(database.url(), database.user(), database.password()))
                .module("help-desk")
                .listen(events -> {
                    events.on("help-desk.*.attached", event -> seen.add(event.name() + event.ids()));
                    events.on("help-desk.*.detached", event -> seen.add(event.name() + event.ids()));
                })
                .start()) {
            String ticket = app.resolve(Desk.class).label();

            assertThat(app.events().await(Duration.ofSeconds(30))).isTrue();
            assertThat(seen)
                    .containsExactly(
                            "help-desk.ticket.attached[" + ticket + "]",
                            "help-desk.label.attached[1]",
                            "help-desk.ticket.detached[" + ticket + "]",
                            "help-desk.label.detached[1]",
                            "help-desk.ticket.attached[" + ticket + "]",
                            "help-desk.label.attached[2]");
            assertThat(app.events().pending("help-desk")).isZero();
        }
    }

    @Test
    void isWantedOnlyByAModuleThatAsksForIt() {
        assertThat(schema(DeskWithout.class, Ticket.class, Label.class)
                        .read()
                        .schema()
                        .tables())
                .extracting(io.ashlar.schema.Table::name)
                .containsExactly("label", "ticket", "ticket_label");
        Schema both = schema(Desk.class, Ticket.class, Label.class).read().schema();
        assertThat(both.tables())
                .extracting(io.ashlar.schema.Table::name)
                .containsExactly("help_desk_outbox", "label", "ticket", "ticket_label");
    }

    @Test
    void refusesAModelOnItsTable() {
        assertThatThrownBy(() -> schema(Desk.class, Letter.class).read())
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("[outbox-table-taken]")
                .hasMessageContaining("help_desk_outbox")
                .hasMessageContaining(Letter.class.getName());
    }

    private SchemaSource schema(Class<?> service, Class<?>... models) {
        return OutboxSchema.of(
                EclipseLinkSchemas.of("help-desk", List.of(models), getClass().getClassLoader()), "help-desk", service);
    }

    private ClassLoader services() throws Exception {
        Path services = folder.resolve("META-INF/services/io.ashlar.ModuleService");
        Files.createDirectories(services.getParent());
        Files.writeString(services, Desk.class.getName());
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private static void run(TestDatabase database, String script) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String each : script.replaceAll("(?m)^--.*$", "").split(";\n", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }
}
