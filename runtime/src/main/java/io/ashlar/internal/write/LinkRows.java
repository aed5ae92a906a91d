package io.ashlar.internal.write;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Container;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Embedded;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows in which a record keeps links to others, or a collection of values. Safe for use by many threads. */
final class LinkRows {

    private final SqlDialect dialect;
    private final String table;
    private final List<Column> owners;
    private final List<Column> others;
    private final @Nullable Column mapKey;
    private final @Nullable Column position;
    private final RowInserts inserts;

    private LinkRows(
            SqlDialect dialect, String table, List<Column> owners, List<Column> others, @Nullable Container container) {
        this.dialect = dialect;
        this.table = table;
        this.owners = owners;
        this.others = others;
        this.mapKey = container == null ? null : container.mapKey();
        this.position = container == null ? null : container.position();
        List<Column> all = new ArrayList<>(owners);
        all.addAll(others);
        if (mapKey != null) {
            all.add(mapKey);
        }
        if (position != null) {
            all.add(position);
        }
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int at = i;
            sources.add(new Source(all.get(i).name(), all.get(i).binding(), row -> ((Object[]) row)[at]));
        }
        this.inserts = new RowInserts(dialect, table, sources, List.of());
    }

    /** The rows of a join table, as one side of the relation sees it. */
    static LinkRows of(Link.JoinTable join, @Nullable Container container, SqlDialect dialect) {
        return new LinkRows(dialect, join.table(), join.sources(), join.targets(), container);
    }

    /** The rows of a collection of values. */
    static LinkRows of(Elements elements, SqlDialect dialect) {
        List<Column> values = new ArrayList<>();
        if (elements.value() != null) {
            values.add(elements.value());
        } else if (elements.embedded() != null) {
            collect(elements.embedded(), values);
        }
        return new LinkRows(dialect, elements.table(), elements.owners(), values, elements.container());
    }

    /** Adds a row for each value of {@code container}, a collection or map; {@code parts} gives a value's columns. */
    void rows(Object[] owner, @Nullable Object container, Function<Object, Object[]> parts, List<Object> rows) {
        if (container instanceof Map<?, ?> map) {
            map.forEach((key, value) -> rows.add(row(owner, parts.apply(value), key, 0)));
        } else if (container instanceof Collection<?> values) {
            int at = 0;
            for (Object value : values) {
                rows.add(row(owner, parts.apply(value), null, at));
                at++;
            }
        } else if (container != null) {
            rows.add(row(owner, parts.apply(container), null, 0));
        }
    }

    private Object[] row(Object[] owner, Object[] other, @Nullable Object key, int at) {
        List<@Nullable Object> row = new ArrayList<>(List.of(owner));
        row.addAll(Arrays.asList(other));
        if (mapKey != null) {
            row.add(key);
        }
        if (position != null) {
            row.add(at);
        }
        return row.toArray();
    }

    /** Inserts rows as {@link #rows} makes them. */
    void insert(Connection connection, List<Object> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += RowInserts.MOST_ROWS) {
            inserts.insert(connection, rows.subList(from, Math.min(from + RowInserts.MOST_ROWS, rows.size())));
        }
    }

    /** Returns the links that rows as {@link #rows} makes them are. */
    Set<LinkEvents.Pair> pairs(List<Object> rows) {
        Set<LinkEvents.Pair> pairs = new LinkedHashSet<>();
        for (Object row : rows) {
            List<Object> values = Arrays.asList((Object[]) row);
            int first = owners.size();
            pairs.add(new LinkEvents.Pair(values.subList(0, first), values.subList(first, first + others.size())));
        }
        return pairs;
    }

    /** Returns the links of these owners, each given as its values. */
    Set<LinkEvents.Pair> pairs(Connection connection, List<Object[]> ids) throws SQLException {
        List<Column> columns = new ArrayList<>(owners);
        columns.addAll(others);
        List<Object> rows = new ArrayList<>();
        for (List<Object[]> chunk : Chunks.of(ids)) {
            Sql sql = new Sql()
                    .add("select ")
                    .add(dialect.list(columns.stream().map(Column::name).toList()))
                    .add(" from ")
                    .add(dialect.quote(table))
                    .add(" where ");
            ofOwners(sql, chunk);
            try (PreparedStatement statement = sql.prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Object[] values = new Object[columns.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = columns.get(i).binding().read(row, i + 1);
                    }
                    rows.add(values);
                }
            }
        }
        return pairs(rows);
    }

    /** Deletes all rows of these owners, each given as its values. */
    void delete(Connection connection, List<Object[]> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        Sql sql = new Sql().add("delete from ").add(dialect.quote(table)).add(" where ");
        ofOwners(sql, ids);
        sql.update(connection);
    }

    private void ofOwners(Sql sql, List<Object[]> ids) {
        new Conditions(sql, dialect)
                .rows(
                        owners.stream()
                                .map(column -> dialect.quote(column.name()))
                                .toList(),
                        owners.stream().map(Column::binding).toList(),
                        ids);
    }

    /** Returns the columns of one value of {@code elements}. */
    static Object[] parts(Elements elements, @Nullable Object value) {
        if (elements.embedded() == null) {
            return new Object[] {value};
        }
        List<@Nullable Object> parts = new ArrayList<>();
        parts(elements.embedded(), value, parts);
        return parts.toArray();
    }

    private static void parts(Embedded embedded, @Nullable Object value, List<@Nullable Object> parts) {
        for (Attribute attribute : embedded.attributes()) {
            Object part = value == null ? null : attribute.access().get(value);
            if (attribute instanceof Basic) {
                parts.add(part);
            } else if (attribute instanceof Embedded inner) {
                parts(inner, part, parts);
            }
        }
    }

    private static void collect(Embedded embedded, List<Column> columns) {
        for (Attribute attribute : embedded.attributes()) {
            if (attribute instanceof Basic basic) {
                columns.add(basic.column());
            } else if (attribute instanceof Embedded inner) {
                collect(inner, columns);
            }
        }
    }
}
