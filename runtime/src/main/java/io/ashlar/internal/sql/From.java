package io.ashlar.internal.sql;

import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Hierarchy;
import io.ashlar.internal.model.Hierarchy.Strategy;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.Table;
import io.ashlar.internal.model.ToOne;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the records of one model are: its table, or those of its hierarchy, joined. The first table is called as told, the
 * others have a number behind it. Immutable.
 */
public final class From {

    /** The column that tells classes of a table each apart. */
    static final String CLASS = "ashlar_class";

    private final Entity entity;
    private final String alias;
    private final SqlDialect dialect;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<Column, String> columns = new ConcurrentHashMap<>(); // as written so far
    private final List<String> ids = new ArrayList<>();
    private final String text;

    /** The records of {@code entity} under an alias. */
    public From(Entity entity, String alias, SqlDialect dialect) {
        this.entity = entity;
        this.alias = alias;
        this.dialect = dialect;
        entity.table().key().forEach(key -> ids.add(alias + '.' + dialect.quote(key)));
        this.text = entity.hierarchy().strategy() == Strategy.TABLE_PER_CLASS ? union() : joined();
    }

    /** Returns the records of another model under an alias. */
    public From to(Entity target, String targetAlias) {
        return new From(target, targetAlias, dialect);
    }

    /**
     * Returns the join with {@code to}, to which {@code relation}, whose key is in these rows, leads. No row is lost by it and
     * none multiplied; records that are softly deleted count as missing, unless {@code withDeleted}.
     */
    public String join(ToOne relation, From to, boolean withDeleted) {
        Link.OwnKey own = (Link.OwnKey) relation.link();
        Entity target = relation.target();
        boolean several = target.hierarchy().isPolymorphic() || target.tables().size() > 1;
        StringBuilder join = new StringBuilder(" left join ")
                .append(several ? "(" : "")
                .append(to.text)
                .append(several ? ")" : "")
                .append(" on ");
        for (int i = 0; i < own.columns().size(); i++) {
            join.append(i == 0 ? "" : " and ")
                    .append(to.column(target.table().name(), own.targets().get(i)))
                    .append(" = ")
                    .append(column(own.columns().get(i)));
        }
        Basic deletedAt = target.deletedAt();
        if (!withDeleted && deletedAt != null) {
            join.append(" and ").append(to.column(deletedAt.column())).append(" is null");
        }
        return join.toString();
    }

    /** Returns what follows {@code from}. */
    public String text() {
        return text;
    }

    /** Returns the model. */
    public Entity entity() {
        return entity;
    }

    /** Returns the alias of the first table. */
    public String alias() {
        return alias;
    }

    /** Returns a column under its table's alias. */
    public String column(Column column) {
        String known = columns.get(column);
        if (known == null) {
            known = column(column.table(), column.name());
            columns.put(column, known);
        }
        return known;
    }

    /** Returns the column that names the class of a record, where each has a table. */
    public String classColumn() {
        return alias + '.' + dialect.quote(CLASS);
    }

    /** Returns a column of the id, by its position. */
    public String id(int position) {
        return ids.get(position);
    }

    /** Returns a column under its table's alias. */
    public String column(String table, String name) {
        return aliases.getOrDefault(table, alias) + '.' + dialect.quote(name);
    }

    /** Returns whether records of other classes lie in the same table, which {@link #addClasses} leaves out. */
    public boolean isShared() {
        return entity.hierarchy().strategy() == Strategy.SINGLE_TABLE
                && !entity.hierarchy().isRoot()
                && entity.hierarchy().discriminator() != null;
    }

    /** Adds the condition that leaves records of other classes out, if they share the tables. */
    public void andClasses(Sql sql) {
        if (isShared()) {
            sql.add(" and ");
            addClasses(sql);
        }
    }

    /** Adds that rows are of this model or one that inherits from it. */
    public void addClasses(Sql sql) {
        Hierarchy hierarchy = entity.hierarchy();
        Column discriminator = hierarchy.discriminator();
        if (discriminator == null) {
            return;
        }
        List<Object> values = new ArrayList<>();
        hierarchy.concrete().forEach(each -> values.add(each.hierarchy().value()));
        sql.add(column(discriminator)).add(" in (");
        for (int i = 0; i < values.size(); i++) {
            sql.add(i == 0 ? "" : ", ").value(discriminator.binding(), values.get(i));
        }
        sql.add(")");
    }

    private String joined() {
        List<Table> own = entity.tables();
        StringBuilder from =
                new StringBuilder(dialect.quote(own.get(0).name())).append(' ').append(alias);
        aliases.put(own.get(0).name(), alias);
        for (Table table : own.subList(1, own.size())) {
            join(from, table, entity.hierarchy().strategy() == Strategy.JOINED ? " join " : " left join ");
        }
        for (Entity child : entity.hierarchy().concrete()) {
            for (Table table : child.tables()) {
                if (!aliases.containsKey(table.name())) {
                    join(from, table, " left join ");
                }
            }
        }
        return from.toString();
    }

    private void join(StringBuilder from, Table table, String how) {
        String name = alias + '_' + aliases.size();
        aliases.put(table.name(), name);
        from.append(how)
                .append(dialect.quote(table.name()))
                .append(' ')
                .append(name)
                .append(" on ");
        for (int i = 0; i < table.key().size(); i++) {
            from.append(i == 0 ? "" : " and ")
                    .append(name)
                    .append('.')
                    .append(dialect.quote(table.key().get(i)))
                    .append(" = ")
                    .append(id(i));
        }
    }

    private String union() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Entity each : entity.hierarchy().concrete()) {
            each.slots().forEach(slot -> columns.putIfAbsent(slot.column().name(), slot.column()));
        }
        StringBuilder union = new StringBuilder("(");
        for (Entity each : entity.hierarchy().concrete()) {
            Set<String> has = new LinkedHashSet<>();
            each.slots().stream().map(Slot::column).map(Column::name).forEach(has::add);
            union.append(union.length() == 1 ? "select " : " union all select ");
            columns.forEach((name, column) -> union.append(has.contains(name) ? "" : dialect.nothing(column) + " as ")
                    .append(dialect.quote(name))
                    .append(", "));
            union.append('\'')
                    .append(each.type().getName())
                    .append("' as ")
                    .append(dialect.quote(CLASS))
                    .append(" from ")
                    .append(dialect.quote(each.table().name()));
        }
        return union.append(") ").append(alias).toString();
    }
}
