package io.ashlar.internal.write;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Hierarchy.Strategy;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the writers of one model have in common. Immutable. */
final class Shape {

    private final Entity entity;
    private final SqlDialect dialect;
    private final From from;
    private final List<Basic> keptTimes;

    Shape(Entity entity, SqlDialect dialect) {
        this.entity = entity;
        this.dialect = dialect;
        this.from = new From(entity, "t", dialect);
        List<Basic> times = new ArrayList<>();
        entity.time(Entity.UPDATED_AT).ifPresent(times::add);
        Basic version = entity.version();
        if (version != null && Fills.version(version.access().type(), 1) == null) {
            times.add(version);
        }
        this.keptTimes = List.copyOf(times);
    }

    Entity entity() {
        return entity;
    }

    From from() {
        return from;
    }

    /** Returns whether all of a record is in one row of one table, whichever class it is of. */
    boolean isOneTable() {
        Strategy strategy = entity.hierarchy().strategy();
        return entity.tables().size() == 1 && (strategy == Strategy.NONE || strategy == Strategy.SINGLE_TABLE);
    }

    /** Returns whether records lie in a table of their class each. */
    boolean isTablePerClass() {
        return entity.hierarchy().strategy() == Strategy.TABLE_PER_CLASS;
    }

    /** Adds the new time of update, and the next version, after {@code before} other assignments; in all one at least. */
    void addKept(Sql sql, int before, Instant now) {
        Basic updatedAt = entity.time(Entity.UPDATED_AT).orElse(null);
        if (updatedAt != null) {
            sql.add(before == 0 ? "" : ", ");
            set(sql, updatedAt, now);
        }
        addVersion(sql, updatedAt == null ? before : before + 1, now);
        if (before == 0 && updatedAt == null && entity.version() == null) { // only to find out whether it is there
            String key = dialect.quote(entity.table().key().get(0));
            sql.add(key).add(" = t.").add(key);
        }
    }

    /** Adds the next version, after {@code before} other assignments. */
    void addVersion(Sql sql, int before, Instant now) {
        Basic version = entity.version();
        if (version == null) {
            return;
        }
        sql.add(before == 0 ? "" : ", ");
        if (Fills.version(version.access().type(), 1) == null) {
            set(sql, version, now);
        } else {
            String name = dialect.quote(version.column().name());
            sql.add(name).add(" = t.").add(name).add(" + 1");
        }
    }

    private void set(Sql sql, Basic basic, Instant now) {
        sql.add(dialect.quote(basic.column().name())).add(" = ").value(basic.binding(), now);
    }

    /** Returns the times that {@link #addKept} binds, in its order. */
    List<Basic> keptTimes() {
        return keptTimes;
    }

    /** Returns the columns of the id in the first table, under its alias. */
    String ids() {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < entity.id().slots().size(); i++) {
            ids.append(i == 0 ? "" : ", ").append(from.id(i));
        }
        return ids.toString();
    }

    /** Returns the attributes of all classes of the hierarchy below the model, its own too. */
    Set<Attribute> allAttributes() {
        Set<Attribute> all = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (Entity concrete : entity.hierarchy().concrete()) {
            for (Attribute attribute : concrete.attributes()) {
                if (names.add(attribute.name() + " " + place(attribute))) {
                    all.add(attribute);
                }
            }
        }
        return all;
    }

    /** Two classes may give the same name to what is kept in different places. */
    private static String place(Attribute attribute) {
        Link link = attribute instanceof ToMany toMany
                ? toMany.link()
                : attribute instanceof ToOne toOne ? toOne.link() : null;
        if (link instanceof Link.JoinTable join) {
            return join.table();
        }
        if (link instanceof Link.KeyInTarget key) {
            return names(key.columns());
        }
        if (link instanceof Link.OwnKey own) {
            return names(own.columns());
        }
        return attribute instanceof Elements elements ? elements.table() : "";
    }

    private static String names(List<Column> columns) {
        return columns.stream()
                .map(column -> column.table() + "." + column.name())
                .collect(java.util.stream.Collectors.joining(","));
    }

    /** Returns the columns that an update of all of a record writes. */
    List<Slot> updatable() {
        return entity.slots().stream()
                .filter(slot -> slot.traits().updatable() && !isKept(slot.column()))
                .filter(slot -> !entity.isId(slot.attribute()))
                .toList();
    }

    private boolean isKept(Column column) {
        Basic version = entity.version();
        return (version != null && version.column().name().equals(column.name()))
                || entity.attributeOf(column.name()).equals(Entity.CREATED_AT)
                || entity.attributeOf(column.name()).equals(Entity.UPDATED_AT)
                || entity.attributeOf(column.name()).equals(Entity.DELETED_AT);
    }
}
