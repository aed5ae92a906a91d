package io.ashlar.internal.read;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Hierarchy.Strategy;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToOne;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation to one that is asked for and whose record lies in the same row, by a join: one statement less, and no row more,
 * because it leads to one.
 *
 * @param target how the related record is read
 * @param keys the columns of the key in the record's own row
 * @param indexes where these are in the row
 * @param ids where the related record's id is in the row; null there means that it is not to be seen
 * @param ordinal its place in the {@link Page}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Joined(ToOne relation, Selection target, List<Column> keys, int[] indexes, int[] ids, int ordinal)
        implements Step {

    /** Returns whether the records of a relation may lie in the rows of those that point to them. */
    static boolean isPossible(Entity entity, ToOne relation) {
        Entity target = relation.target();
        return !entity.hierarchy().isPolymorphic()
                && relation.link() instanceof Link.OwnKey own
                && own.pointsToId()
                && target.hierarchy().strategy() == Strategy.NONE
                && target.tables().size() == 1
                && target.byPath().values().stream().noneMatch(Joined::isLarge);
    }

    /** What may be large is not sent again with every row that points to it. */
    private static boolean isLarge(Attribute attribute) {
        return attribute instanceof Basic basic
                && switch (basic.binding().storage().kind()) {
                    case TEXT, BINARY, JSON -> true;
                    default -> false;
                };
    }

    @Override
    public void read(ResultSet row, Object record, Page page) throws SQLException {
        Object[] key = new Object[indexes.length];
        for (int i = 0; i < key.length; i++) {
            Object value = keys.get(i).binding().read(row, indexes[i]);
            if (value == null) {
                return; // no key, no related record
            }
            key[i] = value;
        }
        relation.set(record, related(row, Id.key(key), page));
    }

    private @Nullable Object related(ResultSet row, Object id, Page page) throws SQLException {
        Known known = page.known();
        Object record = known.get(target, id);
        if (record == null && isThere(row)) {
            record = target.read(row, page.joined(this));
            known.put(target, id, record);
        }
        return record;
    }

    private boolean isThere(ResultSet row) throws SQLException {
        row.getObject(ids[0]);
        return !row.wasNull();
    }
}
