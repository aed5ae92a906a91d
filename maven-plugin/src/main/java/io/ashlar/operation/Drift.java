package io.ashlar.operation;

import io.ashlar.operation.Catalog.CatalogColumn;
import io.ashlar.operation.Catalog.CatalogTable;
import io.ashlar.schema.Index;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the tables that a module should have with those that a database has; other tables are none of its business. */
final class Drift {

    /**
     * One thing that differs.
     *
     * @param part the column, constraint or index; empty for the table as a whole
     * @param text a sentence without its end
     */
    record Difference(String table, String part, String text) {}

    private final List<Difference> differences = new ArrayList<>();
    private final Catalog wanted;
    private final Catalog actual;

    private Drift(Catalog wanted, Catalog actual) {
        this.wanted = wanted;
        this.actual = actual;
    }

    /**
     * Returns what differs; nothing where the two agree.
     *
     * @param schema whose tables count
     * @param wanted how they should look, in the words of the same kind of server
     */
    static List<Difference> between(Schema schema, Catalog wanted, Catalog actual) {
        Drift drift = new Drift(wanted, actual);
        schema.tables().forEach(drift::compare);
        schema.sequences().forEach(sequence -> drift.sequence(sequence.name()));
        return drift.differences;
    }

    private void sequence(String name) {
        String is = actual.sequences().get(name);
        String should = wanted.sequences().get(name);
        if (is == null) {
            add(name, "", "the sequence " + name + " is missing");
        } else if (!is.equals(should)) {
            add(name, "", "the sequence " + name + " counts by " + is + ", not " + should);
        }
    }

    private void compare(Table table) {
        String name = table.name();
        CatalogTable should = wanted.tables().getOrDefault(name, new CatalogTable((String) null));
        CatalogTable is = actual.tables().get(name);
        if (is == null) {
            add(name, "", "the table " + name + " is missing");
            return;
        }
        differs(name, "", "the table " + name, "comment", is.comment(), should.comment());
        for (String column : union(should.columns().keySet(), is.columns().keySet())) {
            compare(name, column, should.columns().get(column), is.columns().get(column));
        }
        Set<String> perhaps = table.indexes().stream() // there where the database has what they need
                .filter(Index::search)
                .map(Index::name)
                .collect(Collectors.toSet());
        for (String part : union(should.definitions().keySet(), is.definitions().keySet())) {
            if (!perhaps.contains(part)) {
                compare(
                        name,
                        part,
                        should.definitions().get(part),
                        is.definitions().get(part));
            }
        }
    }

    private void compare(String table, String column, @Nullable CatalogColumn should, @Nullable CatalogColumn is) {
        String what = "the column " + table + "." + column;
        if (is == null) {
            add(table, column, what + " is missing");
            return;
        }
        if (should == null) {
            add(table, column, what + " is in the database only");
            return;
        }
        if (!is.type().equals(should.type())) {
            add(table, column, what + " is of type " + is.type() + ", not " + should.type());
        }
        if (is.nullable() != should.nullable()) {
            add(table, column, what + (is.nullable() ? " is optional, not required" : " is required, not optional"));
        }
        if (is.identity() != should.identity()) {
            add(
                    table,
                    column,
                    what + (is.identity() ? " is" : " is not") + " numbered by the database, and should"
                            + (is.identity() ? " not be" : " be"));
        }
        differs(table, column, what, "default", is.defaultValue(), should.defaultValue());
        differs(table, column, what, "comment", is.comment(), should.comment());
        if (!Objects.equals(is.computed(), should.computed())) {
            add(
                    table,
                    column,
                    what + " is computed from " + (is.computed() == null ? "nothing" : is.computed()) + ", not from "
                            + (should.computed() == null ? "anything" : should.computed()));
        }
    }

    private void compare(String table, String name, @Nullable String should, @Nullable String is) {
        String what = "the index or constraint " + name + " of " + table;
        if (is == null) {
            add(table, name, what + " is missing");
        } else if (should == null) {
            add(table, name, what + " is in the database only");
        } else if (!is.equals(should)) {
            add(table, name, what + " is " + is + ", not " + should);
        }
    }

    private void differs(
            String table, String part, String what, String aspect, @Nullable String is, @Nullable String should) {
        if (!Objects.equals(is, should)) {
            add(
                    table,
                    part,
                    what
                            + (is == null ? " has no " + aspect : " has the " + aspect + " " + is)
                            + (should == null ? ", and should have none" : ", not " + should));
        }
    }

    private void add(String table, String part, String text) {
        differences.add(new Difference(table, part, text));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
