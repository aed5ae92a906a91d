package io.ashlar.internal.write;

import io.ashlar.internal.failure.Refused;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes when the records of one model were softly deleted, or that they no longer are. Safe for use by many threads. */
final class DeletionTime {

    private final Store store;
    private final Shape shape;
    private final Basic attribute;

    DeletionTime(Store store, Shape shape, Basic attribute) {
        this.store = store;
        this.shape = shape;
        this.attribute = attribute;
    }

    /** Returns the update that sets the time, up to its {@code where}, of a model in one table. */
    Sql update(Instant time) {
        return update(shape, time, time);
    }

    /** Sets the time of records by their ids, in whichever table it is; with null they are there again. */
    void set(Unit unit, List<Object[]> ids, @Nullable Instant time, Instant now) throws SQLException {
        Entity entity = shape.entity();
        for (Entity each : shape.isTablePerClass() ? entity.hierarchy().concrete() : List.of(entity)) {
            Shape own = each == entity ? shape : new Shape(each, store.dialect());
            for (List<Object[]> chunk : Chunks.of(ids)) {
                Sql sql = update(own, time, now);
                List<String> key = each.table().key();
                new Conditions(sql, store.dialect())
                        .rows(
                                key.stream()
                                        .map(name -> "t." + store.dialect().quote(name))
                                        .toList(),
                                each.id().slots().stream()
                                        .map(slot -> slot.column().binding())
                                        .toList(),
                                chunk);
                try {
                    sql.update(unit.connection());
                } catch (SQLException e) { // a restored record may collide with one that took its value
                    throw Refused.of(entity, e);
                }
            }
        }
    }

    private Sql update(Shape own, @Nullable Instant time, Instant now) {
        Sql sql = new Sql()
                .add("update ")
                .add(store.dialect().quote(own.entity().table().name()))
                .add(" t set ")
                .add(store.dialect().quote(attribute.column().name()))
                .add(" = ");
        if (time == null) {
            sql.add("null");
        } else {
            sql.value(attribute.binding(), time);
        }
        own.addKept(sql, 1, now);
        return sql.add(" where ");
    }
}
