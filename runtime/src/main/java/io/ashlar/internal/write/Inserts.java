package io.ashlar.internal.write;

import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.Table;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts records of one class, a row into each of its tables. Safe for use by many threads. */
final class Inserts {

    private final @Nullable Basic identity;
    private final List<RowInserts> tables = new ArrayList<>();
    private final @Nullable RowInserts open;

    Inserts(Entity entity, SqlDialect dialect) {
        this.identity = entity.generation().identity();
        RowInserts withoutId = null;
        for (Table table : entity.tables()) {
            List<Source> sources = sources(entity, table);
            List<Basic> computed = computed(entity, table);
            tables.add(new RowInserts(dialect, table.name(), sources, computed));
            if (identity != null && table.equals(entity.table())) {
                String column = identity.column().name();
                List<Basic> made = new ArrayList<>(computed);
                made.add(0, identity);
                withoutId = new RowInserts(
                        dialect,
                        table.name(),
                        sources.stream()
                                .filter(source -> !source.column().equals(column))
                                .toList(),
                        made);
            }
        }
        this.open = withoutId;
    }

    /** Returns whether the database gives something back for new rows. */
    boolean isReturning() {
        return open != null || tables.stream().anyMatch(RowInserts::isReturning);
    }

    /** Returns how many statements {@code rows} records take, a batch counted as one. */
    int statements(int rows) {
        return open != null && rows > 1
                ? rows
                : tables.size() * ((rows + RowInserts.MOST_ROWS - 1) / RowInserts.MOST_ROWS);
    }

    /** Inserts the records; what the database makes is put into them. */
    void insert(Connection connection, List<Object> records) throws SQLException {
        for (int from = 0; from < records.size(); from += RowInserts.MOST_ROWS) {
            some(connection, records.subList(from, Math.min(from + RowInserts.MOST_ROWS, records.size())));
        }
    }

    private void some(Connection connection, List<Object> records) throws SQLException {
        if (open == null) {
            tables.get(0).insert(connection, records);
        } else {
            List<Object> given = records.stream().filter(this::hasId).toList();
            List<Object> without =
                    records.stream().filter(record -> !hasId(record)).toList();
            if (!given.isEmpty()) {
                tables.get(0).insert(connection, given);
            }
            if (!without.isEmpty()) {
                open.insert(connection, without);
            }
        }
        for (RowInserts table : tables.subList(1, tables.size())) {
            table.insert(connection, records);
        }
    }

    private boolean hasId(Object record) {
        Object id = identity == null ? null : identity.access().get(record);
        boolean zero = identity != null
                && identity.access().type().isPrimitive()
                && id instanceof Number number
                && number.longValue() == 0;
        return id != null && !zero;
    }

    private static List<Source> sources(Entity entity, Table table) {
        List<Source> sources = new ArrayList<>();
        boolean first = table.equals(entity.table());
        for (int i = 0; !first && i < table.key().size(); i++) {
            Slot id = entity.id().slots().get(i);
            sources.add(new Source(table.key().get(i), id.column().binding(), id.getter()));
        }
        for (Slot slot : entity.slots()) {
            boolean known = sources.stream()
                    .anyMatch(source -> source.column().equals(slot.column().name()));
            if (!known
                    && slot.column().table().equals(table.name())
                    && slot.traits().insertable()) {
                sources.add(new Source(
                        slot.column().name(), slot.column().binding(), slot.getter(), isCommon(entity, slot)));
            }
        }
        Column discriminator = entity.hierarchy().discriminator();
        if (first && discriminator != null && entity.slot(discriminator.name()) == null) {
            Object value = entity.hierarchy().value();
            sources.add(new Source(discriminator.name(), discriminator.binding(), record -> value, true));
        }
        return sources;
    }

    /** What Ashlar keeps is the same in records that are created together. */
    private static boolean isCommon(Entity entity, Slot slot) {
        Basic version = entity.version();
        return slot.attribute().equals(Entity.CREATED_AT)
                || slot.attribute().equals(Entity.UPDATED_AT)
                || slot.attribute().equals(Entity.DELETED_AT)
                || (version != null && slot.attribute().equals(version.name()));
    }

    private static List<Basic> computed(Entity entity, Table table) {
        return entity.byPath().values().stream()
                .filter(Basic.class::isInstance)
                .map(Basic.class::cast)
                .filter(basic ->
                        basic.traits().computed() && basic.column().table().equals(table.name()))
                .toList();
    }
}
