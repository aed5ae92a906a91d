package io.ashlar.internal.read;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Container;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The query for the records of one relation, by the keys of those they belong to. All but the keys is worked out once; safe
 * for use by many threads.
 */
final class RelatedQuery {

    private static final int ROOM = 250; // of keys, conditions and order

    private final SqlDialect dialect;
    private final Selection selection;
    private final Link link;
    private final List<String> expressions = new ArrayList<>(); // of the key
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    private final List<String> extras = new ArrayList<>(); // what is selected beside the records
    private final @Nullable Column mapKey;
    private final int mapKeyIndex;
    private final @Nullable Comparator<Object> order;
    private final String head;
    private final Sql tail;

    RelatedQuery(Attribute attribute, Selection selection, SqlDialect dialect) {
        Container container = attribute instanceof ToMany toMany ? toMany.container() : null;
        this.dialect = dialect;
        this.selection = selection;
        this.link = attribute instanceof ToMany toMany ? toMany.link() : ((ToOne) attribute).link();
        this.mapKey = container == null ? null : container.mapKey();
        String source = source();
        expressions.forEach(expression -> indexes.add(index(expression)));
        this.mapKeyIndex = mapKey == null ? 0 : index(beside(mapKey));
        this.order =
                container == null ? null : order(container, selection.from().entity());
        StringBuilder text = new StringBuilder("select ").append(selection.text());
        extras.forEach(extra -> text.append(", ").append(extra));
        this.head = text.append(" from ").append(source).append(" where ").toString();
        this.tail = tail(container);
    }

    /**
     * Returns the order of related records for which none is asked: by id, so that it stays the same. It is made here, because
     * a database would sort whole rows, in the order of some language; where several columns or a map's keys decide, it sorts.
     */
    private static @Nullable Comparator<Object> order(Container container, Entity entity) {
        boolean simple = entity.id().isSimple() && container.position() == null;
        if (!simple || !container.orderBy().isEmpty() || container.kind() == Container.Kind.MAP) {
            return null;
        }
        Slot slot = entity.id().slots().get(0);
        return Comparable.class.isAssignableFrom(entity.id().type()) ? comparing(slot) : null;
    }

    @SuppressWarnings("unchecked") // both are of the id's type, which is comparable with itself
    private static Comparator<Object> comparing(Slot slot) {
        return (one, other) -> {
            Comparable<Object> id = (Comparable<Object>) Objects.requireNonNull(slot.get(one));
            return id.compareTo(Objects.requireNonNull(slot.get(other)));
        };
    }

    private int index(String expression) {
        int known = selection.index(expression);
        if (known > 0) {
            return known;
        }
        extras.add(expression);
        return selection.width() + extras.size();
    }

    /** Returns the order that the records are to be brought into; null if they come in theirs. */
    @Nullable
    Comparator<Object> order() {
        return order;
    }

    /** Returns how the records are read. */
    Selection selection() {
        return selection;
    }

    /** Returns the query for the records that belong to these keys. */
    Sql of(List<Object[]> keys) {
        Sql sql = new Sql(head.length() + ROOM).add(head);
        new Conditions(sql, dialect).rows(expressions, bindings, keys);
        return sql.add(tail);
    }

    /** Returns what stands in a map for the key of whom the record in a row belongs to. */
    Object key(ResultSet row) throws SQLException {
        if (bindings.size() == 1) {
            return Objects.requireNonNull(bindings.get(0).read(row, indexes.get(0)));
        }
        Object[] key = new Object[bindings.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = bindings.get(i).read(row, indexes.get(i));
        }
        return Id.key(key);
    }

    /** Returns the key of the map that the relation is; null if it is none, or goes by an attribute. */
    @Nullable
    Object mapKey(ResultSet row) throws SQLException {
        return mapKey == null ? null : mapKey.binding().read(row, mapKeyIndex);
    }

    private String source() {
        From from = selection.from();
        if (link instanceof Link.OwnKey own) {
            for (int i = 0; i < own.columns().size(); i++) {
                key(
                        from.column(from.entity().table().name(), own.targets().get(i)),
                        own.columns().get(i));
            }
            return selection.source();
        }
        if (link instanceof Link.KeyInTarget key) {
            key.columns().forEach(column -> key(from.column(column), column));
            return selection.source();
        }
        Link.JoinTable join = (Link.JoinTable) link;
        StringBuilder text = new StringBuilder(dialect.quote(join.table()))
                .append(" j join ")
                .append(from.text())
                .append(" on ");
        for (int i = 0; i < join.targets().size(); i++) {
            text.append(i == 0 ? "" : " and ")
                    .append(beside(join.targets().get(i)))
                    .append(" = ")
                    .append(from.id(i));
        }
        join.sources().forEach(column -> key(beside(column), column));
        return text.append(selection.joins()).toString();
    }

    private void key(String expression, Column column) {
        expressions.add(expression);
        bindings.add(column.binding());
    }

    private Sql tail(@Nullable Container container) {
        From from = selection.from();
        Sql sql = new Sql();
        if (!selection.fetch().withDeleted() && from.entity().deletedAt() != null) {
            sql.add(" and ");
            new Conditions(sql, dialect).live(from);
        }
        from.andClasses(sql);
        if (container != null && order == null) {
            order(sql, from, container);
        }
        return sql;
    }

    private void order(Sql sql, From from, Container container) {
        sql.add(" order by ");
        if (container.position() != null) {
            sql.add(beside(container.position())).add(", ");
        }
        for (Container.Order each : container.orderBy()) {
            if (from.entity().attribute(each.attribute()) instanceof Basic basic) {
                sql.add(from.column(basic.column())).add(each.ascending() ? ", " : " desc, ");
            }
        }
        for (int i = 0; i < from.entity().id().slots().size(); i++) {
            sql.add(i == 0 ? "" : ", ").add(from.id(i));
        }
    }

    /** Returns a column that is kept beside the key of the relation. */
    private String beside(Column column) {
        return link instanceof Link.JoinTable
                ? "j." + dialect.quote(column.name())
                : selection.from().column(column);
    }
}
