package io.ashlar.internal.read;

import io.ashlar.internal.model.Access;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Container;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Lazy;
import io.ashlar.internal.model.LazyList;
import io.ashlar.internal.model.LazyMap;
import io.ashlar.internal.model.LazySet;
import io.ashlar.internal.model.Missing;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prepares one relation or collection of a record: the key by which it is found is in the row already.
 *
 * @param ordinal its place in the {@link Page}
 * @param indexes where the columns of the key are in the row
 * @param now whether it is loaded with the page; else when it is first touched
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record RelatedStep(
        Attribute attribute,
        int ordinal,
        List<Column> columns,
        int[] indexes,
        boolean now,
        @Nullable Access holder) {

    void read(ResultSet row, Object record, Page page) throws SQLException {
        Object[] key = new Object[indexes.length];
        for (int i = 0; i < key.length; i++) {
            Object value = columns.get(i).binding().read(row, indexes[i]);
            if (value == null) {
                return; // no key, no related record
            }
            key[i] = value;
        }
        if (now) {
            page.add(ordinal, new Now(this, record, key));
        } else if (attribute instanceof ToOne && holder != null) {
            holder.set(record, new Lazy(key, page.lazy(ordinal)));
        } else {
            attribute.access().set(record, lazily(new Lazy(key, page.lazy(ordinal))));
        }
    }

    private Object lazily(Lazy lazy) {
        Container container =
                attribute instanceof ToMany toMany ? toMany.container() : ((Elements) attribute).container();
        return switch (container.kind()) {
            case LIST -> new LazyList(lazy);
            case SET -> new LazySet(lazy);
            case MAP -> new LazyMap(lazy);
        };
    }

    /** A place in a record that is filled with the page. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Now(RelatedStep step, Object record, Object[] key) implements Missing {
        @Override
        public void fill(@Nullable Object found) {
            if (step.attribute instanceof ToOne toOne) {
                toOne.set(record, found);
            } else {
                step.attribute.access().set(record, found);
            }
        }
    }
}
