package io.ashlar.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All tables of one module, the same for every dialect. Sorted by name, so that equal models give equal bytes.
 *
 * @param sequences sorted by name
 * @param tables sorted by name
 */
public record Schema(List<Sequence> sequences, List<Table> tables) {

    /** No tables at all: where every module starts. */
    public static final Schema EMPTY = new Schema(List.of(), List.of());

    /** Copies and sorts. */
    public Schema {
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
    }

    /** Returns the table with exactly this name. */
    public Optional<Table> table(String name) {
        for (Table table : tables) {
            if (table.name().equals(name)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Returns the sequence with exactly this name. */
    public Optional<Sequence> sequence(String name) {
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst();
    }

    /** Returns whether there is nothing in it. */
    public boolean isEmpty() {
        return tables.isEmpty() && sequences.isEmpty();
    }
}
