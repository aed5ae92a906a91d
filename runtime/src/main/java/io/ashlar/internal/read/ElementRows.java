package io.ashlar.internal.read;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Container;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Embedded;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of a collection of values are asked for and read. */
final class ElementRows {

    private final Elements elements;
    private final SqlDialect dialect;
    private final List<Column> values = new ArrayList<>();

    ElementRows(Elements elements, SqlDialect dialect) {
        this.elements = elements;
        this.dialect = dialect;
        if (elements.value() != null) {
            values.add(elements.value());
        } else if (elements.embedded() != null) {
            collect(elements.embedded());
        }
    }

    private void collect(Embedded embedded) {
        for (Attribute attribute : embedded.attributes()) {
            if (attribute instanceof Basic basic) {
                values.add(basic.column());
            } else if (attribute instanceof Embedded inner) {
                collect(inner);
            }
        }
    }

    Sql query(List<Object[]> keys) {
        Sql sql = new Sql().add("select ");
        List<Column> all = new ArrayList<>(elements.owners());
        all.addAll(values);
        Column mapKey = elements.container().mapKey();
        if (mapKey != null) {
            all.add(mapKey);
        }
        for (int i = 0; i < all.size(); i++) {
            sql.add(i == 0 ? "" : ", ").add(dialect.quote(all.get(i).name()));
        }
        sql.add(" from ").add(dialect.quote(elements.table())).add(" where ");
        new Conditions(sql, dialect)
                .rows(
                        elements.owners().stream()
                                .map(column -> dialect.quote(column.name()))
                                .toList(),
                        elements.owners().stream().map(Column::binding).toList(),
                        keys);
        Column position = elements.container().position();
        if (position != null) {
            sql.add(" order by ").add(dialect.quote(position.name()));
        }
        String separator = " order by ";
        for (Container.Order each : elements.container().orderBy()) {
            sql.add(separator)
                    .add(dialect.quote(column(each.attribute()).name()))
                    .add(each.ascending() ? "" : " desc");
            separator = ", ";
        }
        return sql;
    }

    /** Returns the column of a part of the values; of the values themselves for no name. */
    private Column column(String path) {
        Column column = path.isEmpty() ? elements.value() : null;
        Embedded within = elements.embedded();
        for (String name : path.split("\\.", -1)) {
            Attribute part = within == null
                    ? null
                    : within.attributes().stream()
                            .filter(each -> ("." + each.name()).endsWith("." + name)) // whole paths
                            .findFirst()
                            .orElse(null);
            within = part instanceof Embedded inner ? inner : null;
            column = part instanceof Basic basic ? basic.column() : column;
        }
        if (column == null) {
            throw new IllegalStateException("@OrderBy of " + elements.name() + ": its values have no '" + path + "'");
        }
        return column;
    }

    Object key(ResultSet row) throws SQLException {
        Object[] key = new Object[elements.owners().size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = elements.owners().get(i).binding().read(row, i + 1);
        }
        return Id.key(key);
    }

    @Nullable
    Object value(ResultSet row) throws SQLException {
        if (elements.embedded() != null) {
            return embedded(
                    elements.embedded(), row, new int[] {elements.owners().size()});
        }
        return values.get(0).binding().read(row, elements.owners().size() + 1);
    }

    private static Object embedded(Embedded embedded, ResultSet row, int[] at) throws SQLException {
        @Nullable Object[] parts = new Object[embedded.attributes().size()];
        for (int i = 0; i < parts.length; i++) {
            if (embedded.attributes().get(i) instanceof Basic basic) {
                at[0]++;
                parts[i] = basic.binding().read(row, at[0]);
            } else if (embedded.attributes().get(i) instanceof Embedded inner) {
                parts[i] = embedded(inner, row, at);
            }
        }
        return embedded.make(parts);
    }

    @Nullable
    Object mapKey(ResultSet row) throws SQLException {
        Column mapKey = elements.container().mapKey();
        return mapKey == null
                ? null
                : mapKey.binding().read(row, elements.owners().size() + values.size() + 1);
    }
}
