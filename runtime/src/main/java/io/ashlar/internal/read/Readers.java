package io.ashlar.internal.read;

import io.ashlar.internal.model.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the models of one module share for reading. Safe for use by many threads. */
public final class Readers {

    private final Selections selections;
    private final Partial partial = Partial.inModels();

    /** Reads from {@code store}. */
    public Readers(Store store) {
        this.selections = new Selections(store, partial);
    }

    /** Returns what tells records apart of which only some attributes were read. */
    public Partial partial() {
        return partial;
    }

    /** Returns all columns of a model's records, for a statement that gives them back; its table is called {@code t}. */
    public String columns(Entity entity) {
        return selections.of(entity, Fetch.ALL).text();
    }

    /** Returns the records in rows of {@link #columns}. */
    public List<Object> records(Entity entity, ResultSet row) throws SQLException {
        Selection selection = selections.of(entity, Fetch.ALL);
        Page page = new Page(selection, new Known());
        List<Object> records = new ArrayList<>();
        while (row.next()) {
            records.add(selection.read(row, page));
        }
        page.complete();
        return records;
    }

    Selections selections() {
        return selections;
    }
}
