package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The times that every model has: when a record was created, updated and softly deleted. */
final class ModelTimes {

    /** Their attributes, which no other may hide. */
    static final Set<String> ATTRIBUTES = Set.of("createdAt", "updatedAt", "deletedAt");

    private static final String DELETED = "deleted_at";
    private static final List<String> NAMES = List.of("created_at", "updated_at", DELETED);

    private ModelTimes() {}

    /** Returns whether a column holds such a time, if perhaps under a name in capitals. */
    static boolean hold(String column) {
        return NAMES.stream().anyMatch(column::equalsIgnoreCase);
    }

    /** Returns whether a column does so under another name than models have. */
    static boolean holdOtherwise(String column) {
        return hold(column) && !NAMES.contains(column);
    }

    /** Returns the columns as models have them. */
    static List<Column> columns() {
        return NAMES.stream()
                .map(name -> new Column(name, ColumnType.of(ColumnType.Kind.INSTANT), name.equals(DELETED)))
                .toList();
    }

    /** Returns a sentence that ends in the statements by which a table gets what it lacks; empty if it has all. */
    static Optional<String> note(Table table, Dialect dialect) {
        List<String> missing = missing(table);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The table " + table.name() + " has no " + String.join(", ", missing)
                        + ", which models have; add them here: "
                        + String.join(
                                "; ",
                                missing.stream()
                                        .flatMap(name -> statements(table, name, new Quotes(dialect)))
                                        .toList()));
    }

    /** Returns what the comparison with fresh tables says of the same. */
    static List<String> differences(Table table) {
        List<String> texts = new ArrayList<>();
        missing(table).forEach(name -> texts.add("the column " + table.name() + "." + name + " is missing"));
        table.columns().stream()
                .map(Column::name)
                .filter(ModelTimes::holdOtherwise)
                .forEach(name -> texts.add("the column " + table.name() + "." + name + " is in the database only"));
        return texts;
    }

    private static List<String> missing(Table table) {
        return NAMES.stream().filter(name -> table.column(name).isEmpty()).toList();
    }

    /** Rows that are there count as created when the statement runs. */
    private static Stream<String> statements(Table table, String name, Quotes quotes) {
        String alter = "alter table " + quotes.around(table.name());
        Optional<String> other = table.columns().stream()
                .map(Column::name)
                .filter(name::equalsIgnoreCase)
                .findFirst();
        if (other.isPresent()) {
            String rename =
                    quotes.dialect() == Dialect.H2 ? " alter column %s rename to %s" : " rename column %s to %s";
            return Stream.of(alter + rename.formatted(quotes.around(other.get()), quotes.around(name)));
        }
        String add = alter + " add column " + quotes.around(name) + " " + type(quotes.dialect());
        return name.equals(DELETED)
                ? Stream.of(add)
                : Stream.of(
                        add + " default " + now(quotes.dialect()) + " not null",
                        alter + " alter column " + quotes.around(name) + " drop default");
    }

    private static String type(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "timestamp(9) with time zone";
            case POSTGRESQL -> "timestamp(6) with time zone";
            case MARIADB -> "datetime(6)";
        };
    }

    private static String now(Dialect dialect) {
        return dialect == Dialect.MARIADB ? "utc_timestamp(6)" : "current_timestamp";
    }
}
