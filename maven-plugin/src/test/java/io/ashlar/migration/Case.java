package io.ashlar.migration;

import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two models, rows of the first, and what is expected of the way from one to the other. In SQL, names stand between
 * {@code #}.
 */
final class Case {

    /** How a migration ends. */
    enum Outcome {
        RUNS,
        /** Nothing is written, as nothing changes. */
        IS_NOTHING,
        /** Nothing is written, with a tag. */
        IS_REFUSED,
        /** Written, and stopped by the rows before its first statement. */
        IS_STOPPED
    }

    final String name;
    Schema before = Schema.EMPTY;
    Schema after = Schema.EMPTY;
    final List<String> rows = new ArrayList<>();
    FormerNames former = FormerNames.NONE;
    GenerateOptions options = GenerateOptions.NONE;
    Outcome outcome = Outcome.RUNS;
    String said = "";
    String saidDown = "";
    final List<String> writes = new ArrayList<>();
    final List<String> withholds = new ArrayList<>();

    @Nullable
    String query;

    List<String> rowsAfter = List.of();
    boolean lossyUp;
    List<String> sqlAfter = List.of();

    private Case(String name) {
        this.name = name;
    }

    static Case named(String name) {
        return new Case(name);
    }

    Case from(Schema schema) {
        before = schema;
        return this;
    }

    Case rows(String... sql) {
        rows.addAll(List.of(sql));
        return this;
    }

    Case to(Schema schema) {
        after = schema;
        return this;
    }

    Case rename(String rename) {
        options = GenerateOptions.parse(null, rename, null, null);
        return this;
    }

    Case renamedFrom(String after, String... before) {
        former = new FormerNames(Map.of(after, List.of(before)));
        return this;
    }

    Case allow(String objects) {
        options = GenerateOptions.parse(null, null, objects, null);
        lossyUp = true;
        return this;
    }

    /** Consent to a risk that the rows do not have. */
    Case allowHarmless(String objects) {
        allow(objects);
        lossyUp = false;
        return this;
    }

    Case dropLater(String objects) {
        options = GenerateOptions.parse(null, null, null, objects);
        return this;
    }

    Case isRefused(String tag) {
        outcome = Outcome.IS_REFUSED;
        said = tag;
        return this;
    }

    Case isStopped(String tagAndCount) {
        outcome = Outcome.IS_STOPPED;
        said = tagAndCount;
        return this;
    }

    /** The way down is stopped by the rows. */
    Case downIsStopped(String tagAndCount) {
        saidDown = tagAndCount;
        return this;
    }

    Case isNothing() {
        outcome = Outcome.IS_NOTHING;
        return this;
    }

    /** The statements hold this, with single spaces and without quotes, in whatever dialect. */
    Case writes(String... sql) {
        writes.addAll(List.of(sql));
        return this;
    }

    Case writesNo(String... sql) {
        withholds.addAll(List.of(sql));
        return this;
    }

    /** Afterwards this runs. */
    Case then(String... sql) {
        sqlAfter = List.of(sql);
        return this;
    }

    Case gives(String select, String... expected) {
        query = select;
        rowsAfter = List.of(expected);
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
