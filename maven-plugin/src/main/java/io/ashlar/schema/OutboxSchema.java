package io.ashlar.schema;

import io.ashlar.Module;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a module's models want, and the table of its outbox, which the runtime writes events into. */
public final class OutboxSchema implements SchemaSource {

    private static final int EVENT_ID_LENGTH = 36;
    private static final int NAME_LENGTH = 255;
    private static final int ACTION_LENGTH = 20;

    private final SchemaSource models;
    private final String module;
    private final Class<?> service;

    private OutboxSchema(SchemaSource models, String module, Class<?> service) {
        this.models = models;
        this.module = module;
        this.service = service;
    }

    /** Returns {@code models} with the outbox, if {@code service} asks for one. */
    public static SchemaSource of(SchemaSource models, String module, Class<?> service) {
        Module declared = service.getAnnotation(Module.class);
        return declared != null && declared.outbox() ? new OutboxSchema(models, module, service) : models;
    }

    @Override
    public ModelSchema read() {
        ModelSchema wanted = models.read();
        Table outbox = table(module.replace('-', '_') + "_outbox");
        if (wanted.schema().table(outbox.name()).isPresent()) {
            throw new ProblemsFound(new Problem(
                    "outbox-table-taken",
                    "The outbox of module '" + module + "' is table " + outbox.name() + ", which a model has",
                    wanted.origins().of(outbox.name()),
                    "give the model another table: @Table(name = \"...\")"));
        }
        List<Table> tables = new ArrayList<>(wanted.schema().tables());
        tables.add(outbox);
        Map<String, String> origins = new HashMap<>(wanted.origins().names());
        origins.put(outbox.name(), service.getName());
        return new ModelSchema(new Schema(wanted.schema().sequences(), tables), new Origins(origins));
    }

    private static Table table(String name) {
        ColumnType text = ColumnType.of(ColumnType.Kind.TEXT);
        ColumnType instant = ColumnType.of(ColumnType.Kind.INSTANT);
        return new Table(
                name,
                List.of(
                        new Column("id", ColumnType.of(ColumnType.Kind.LONG), false, null, true, null),
                        new Column("event_id", ColumnType.varchar(EVENT_ID_LENGTH), false),
                        new Column("model", ColumnType.varchar(NAME_LENGTH), false),
                        new Column("action", ColumnType.varchar(ACTION_LENGTH), false),
                        new Column("ids", text, false),
                        new Column("created_at", instant, false),
                        required("attempts", ColumnType.Kind.INT, "0"),
                        new Column("next_attempt_at", instant, true),
                        new Column("handled", text, true),
                        new Column("error", text, true),
                        required("dead", ColumnType.Kind.BOOLEAN, "false")),
                new PrimaryKey(Names.primaryKey(name), List.of("id")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static Column required(String name, ColumnType.Kind kind, @Nullable String defaultValue) {
        return new Column(name, ColumnType.of(kind), false, defaultValue, false, null);
    }
}
