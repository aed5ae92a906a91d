package io.ashlar.internal.read;

import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Embedded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one attribute of a record from a row. Safe for use by many threads. */
sealed interface Step permits Step.Value, Step.Parts, Step.Related, Joined {

    /** Reads it into {@code record}. */
    void read(ResultSet row, Object record, Page page) throws SQLException;

    /** A value. */
    record Value(Basic basic, int index) implements Step {
        @Override
        public void read(ResultSet row, Object record, Page page) throws SQLException {
            basic.binding().readInto(row, index, basic.access(), record);
        }
    }

    /** A value of several columns; null where all of them are. */
    record Parts(Embedded embedded, List<Part> parts) implements Step {
        @Override
        public void read(ResultSet row, Object record, Page page) throws SQLException {
            embedded.access().set(record, value(row));
        }

        @Nullable
        Object value(ResultSet row) throws SQLException {
            @Nullable Object[] values = new Object[parts.size()];
            boolean any = false;
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.get(i).value(row);
                any |= values[i] != null;
            }
            return any ? embedded.make(values) : null;
        }
    }

    /** One of the columns of a value, or a value inside it. */
    interface Part {

        @Nullable
        Object value(ResultSet row) throws SQLException;
    }

    /** A relation or collection, which is loaded later: of all records of the page together. */
    record Related(RelatedStep related) implements Step {
        @Override
        public void read(ResultSet row, Object record, Page page) throws SQLException {
            related.read(row, record, page);
        }
    }
}
