package io.ashlar.schema;

import io.ashlar.problem.Problem;
import io.ashlar.schema.Check.Condition.OneOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every schema must fulfil to be created on every dialect. */
final class SchemaRules {

    /** MariaDB's limit for all columns of one index together, and how many bytes a character may need there. */
    private static final int LONGEST_KEY_BYTES = 3072;

    private static final int BYTES_PER_CHARACTER = 4;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Origins origins;

    private SchemaRules(Origins origins) {
        this.origins = origins;
    }

    static List<Problem> violations(Schema schema, Origins origins) {
        SchemaRules rules = new SchemaRules(origins);
        schema.sequences().forEach(sequence -> rules.name(sequence.name(), "sequence " + sequence.name()));
        schema.tables().forEach(rules::check);
        return rules.problems;
    }

    private void check(Table table) {
        String origin = origins.of(table.name());
        name(table.name(), origin);
        Map<String, String> columns = new HashMap<>();
        for (Column column : table.columns()) {
            tooLong(column.name(), origins.of(table.name(), column.name()));
            String other = columns.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column.name());
            if (other != null) {
                problem(
                        "names-differ-in-case",
                        "Columns " + other + " and " + column.name() + " of " + table.name() + " differ in case only",
                        origins.of(table.name(), column.name()),
                        "name one of them otherwise with @Column(name = ...)");
            }
            defaultIsAllowed(table, column);
        }
        if (table.primaryKey() != null) {
            indexable(table, table.primaryKey().columns(), "key");
        }
        table.uniques().forEach(unique -> {
            name(unique.name(), origin);
            guardHasItsName(table, unique, origin);
            indexable(table, unique.columns(), "unique constraint");
        });
        table.indexes().forEach(index -> {
            name(index.name(), origin);
            if (!index.search()) {
                indexable(table, index.columnNames(), "index");
            }
        });
        table.checks().forEach(check -> name(check.name(), origin));
        table.foreignKeys().forEach(key -> name(key.name(), origin));
    }

    /** Constraints and indexes share one space of names with tables on some database, case folded on another. */
    private void name(String name, String origin) {
        tooLong(name, origin);
        String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (other != null) {
            problem(
                    "name-used-twice",
                    "The name " + name + " is used twice among tables, constraints and indexes",
                    origin,
                    "give one of them another name");
        }
    }

    /** On databases without partial indexes the constraint leaves rows out by a column of its name. */
    private void guardHasItsName(Table table, Unique unique, String origin) {
        table.columns().stream()
                .filter(column -> unique.partial() && column.name().equalsIgnoreCase(unique.name()))
                .forEach(column -> problem(
                        "name-used-twice",
                        "Column " + column.name() + " of " + table.name() + " has the name of a unique constraint",
                        origin,
                        "give one of them another name"));
    }

    private void tooLong(String name, String origin) {
        if (!Names.fits(name)) {
            problem(
                    "name-too-long",
                    "The name " + name + " is longer than " + Names.LONGEST + " bytes, which PostgreSQL would cut",
                    origin,
                    "name it shorter, with @Table(name = ...), @Column(name = ...) or the name of the constraint");
        }
    }

    private void indexable(Table table, List<String> columns, String kind) {
        int bytes = 0;
        for (String name : columns) {
            ColumnType type = table.column(name).map(Column::type).orElseThrow();
            bytes += type.kind() == ColumnType.Kind.VARCHAR ? type.size() * BYTES_PER_CHARACTER : Long.BYTES * 2;
            if (!type.indexable()) {
                problem(
                        "index-on-large-value",
                        "A " + kind + " of " + table.name() + " contains " + name + ", of type " + type
                                + ", which no database indexes",
                        origins.of(table.name(), name),
                        "leave it out, or limit its length with @Column(length = ...) instead of @Lob");
                return;
            }
        }
        if (bytes > LONGEST_KEY_BYTES) {
            problem(
                    "index-too-long",
                    "A " + kind + " of " + table.name() + " (" + String.join(", ", columns) + ") takes " + bytes
                            + " bytes, and MariaDB indexes at most " + LONGEST_KEY_BYTES,
                    origins.of(table.name(), columns.get(0)),
                    "shorten the columns with @Column(length = ...); a character takes " + BYTES_PER_CHARACTER);
        }
    }

    private void defaultIsAllowed(Table table, Column column) {
        String value = column.defaultValue();
        for (Check check : table.checks()) {
            if (value != null
                    && check.condition() instanceof OneOf oneOf
                    && check.columns().equals(List.of(column.name()))
                    && !oneOf.values().contains(value)) {
                problem(
                        "default-of-other-type",
                        "@Default(\"" + value + "\") is none of " + String.join(", ", oneOf.values()),
                        origins.of(table.name(), column.name()),
                        "use the name of a constant");
            }
        }
    }

    private void problem(String tag, String what, String where, String mend) {
        problems.add(new Problem(tag, what, where, mend));
    }
}
