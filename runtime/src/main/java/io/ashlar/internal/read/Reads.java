package io.ashlar.internal.read;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Folded;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Ordering;
import io.ashlar.internal.sql.Sql;
import io.ashlar.query.CountedList;
import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the records of one model. Safe for use by many threads. */
public final class Reads {

    private static final int MOST_ASKS = 1000;
    private static final int ROOM = 250; // of a usual condition and order

    private final Store store;
    private final Entity entity;
    private final From from;
    private final Selections selections;
    private final String byId;
    private final Selection whole;
    private final Map<Asked, Selection> asks = new ConcurrentHashMap<>();
    private final Sql visible = new Sql(); // the end of it, with values of its own

    /** Reads {@code entity}. */
    public Reads(Store store, Entity entity, Readers readers) {
        this.store = store;
        this.entity = entity;
        this.from = new From(entity, "t", store.dialect());
        this.selections = readers.selections();
        this.whole = selections.of(entity, Fetch.ALL);
        Sql sql = new Sql();
        sql.add("select ").add(whole.text()).add(" from ").add(from.text()).add(" where ");
        for (int i = 0; i < entity.id().slots().size(); i++) {
            sql.add(i == 0 ? "" : " and ").add(from.id(i)).add(" = ?");
        }
        visible(visible, new Conditions(visible, store.dialect()), false);
        this.byId = sql.add(visible.toString()).toString();
    }

    /** Returns the record with this id, given as its values; null if there is none. */
    public @Nullable Object byId(Object[] id, @Nullable Find find) {
        Selection selection = find == null ? whole : selection(find);
        Fetch fetch = selection.fetch();
        String text = find == null ? byId : null;
        List<Object> found = rows(selection, unit -> {
            if (text != null) {
                PreparedStatement statement = unit.prepareStatement(text);
                for (int i = 0; i < id.length; i++) {
                    entity.id().slots().get(i).column().binding().bind(statement, i + 1, id[i]);
                }
                visible.bind(statement, id.length);
                return statement;
            }
            Sql sql = selecting(selection);
            Conditions conditions = new Conditions(sql, store.dialect());
            sql.add(" where ");
            conditions.ids(from, Collections.singletonList(id));
            visible(sql, conditions, fetch.withDeleted());
            return sql.prepare(unit);
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** Returns what {@code find} reads, worked out once for finds that ask for the same. */
    private Selection selection(Find find) {
        if (find.selected().isEmpty() && find.related().isEmpty() && !find.includesDeleted()) {
            return whole;
        }
        Asked asked = new Asked(find.selected(), find.related(), find.includesDeleted());
        Selection known = asks.get(asked);
        if (known == null) {
            known = selections.of(entity, Fetch.of(entity, find));
            if (asks.size() < MOST_ASKS) {
                asks.put(asked, known);
            }
        }
        return known;
    }

    private record Asked(List<String> selected, List<String> related, boolean withDeleted) {}

    /** Returns one page; {@code filter} is null for all. */
    public List<Object> page(@Nullable Filter<?> filter, Find find) {
        Selection selection = selection(find);
        Sql sql = query(selection, filter, find);
        if (sql == null) {
            return List.of();
        }
        List<Object> found = rows(selection, sql::prepare);
        return Collections.unmodifiableList(found);
    }

    /** Returns one page and how many match in all; a page that is not full tells by itself. */
    public CountedList<Object> counted(@Nullable Filter<?> filter, Find find) {
        List<Object> page = page(filter, find);
        boolean last = find.taken().isEmpty() || page.size() < find.taken().getAsInt();
        boolean known = find.startsAfter() == null && last && (!page.isEmpty() || find.skipped() == 0);
        return new CountedList<>(page, known ? find.skipped() + page.size() : count(filter, find.includesDeleted()));
    }

    /** Returns how many match. */
    public long count(@Nullable Filter<?> filter, boolean withDeleted) {
        return number("count(*)", "", filter, withDeleted);
    }

    /** Returns whether one matches. */
    public boolean exists(@Nullable Filter<?> filter) {
        return number("1", " limit 1", filter, false) > 0;
    }

    /** Returns whether there is a record with this id. */
    public boolean exists(Object[] id) {
        Sql sql = new Sql().add("select 1 from ").add(from.text()).add(" where ");
        Conditions conditions = new Conditions(sql, store.dialect());
        conditions.ids(from, Collections.singletonList(id));
        visible(sql, conditions, false);
        return first(sql) > 0;
    }

    /** Returns all that match, one after the other, until the stream is closed. */
    public Stream<Object> stream(@Nullable Filter<?> filter, Find find) {
        Selection selection = selection(find);
        Sql sql = query(selection, filter, find.isLimitedByDefault() ? find.unlimited() : find);
        return sql == null ? Stream.empty() : Streams.of(store, entity, sql, selection);
    }

    private @Nullable Sql query(Selection selection, @Nullable Filter<?> filter, Find find) {
        Ordering ordering = Ordering.of(from, store.dialect(), find);
        Sql sql = selecting(selection);
        sql.add(ordering.joins()).add(" where ");
        if (!matching(sql, filter, find.includesDeleted())) {
            return null;
        }
        if (find.startsAfter() != null) {
            sql.add(" and ");
            ordering.addAfter(sql, find.startsAfter());
        }
        ordering.add(sql);
        store.dialect().page(sql, find.skipped(), find.taken().orElse(-1));
        return sql;
    }

    private Sql selecting(Selection selection) {
        int length = selection.text().length() + selection.source().length();
        return new Sql(length + ROOM)
                .add("select ")
                .add(selection.text())
                .add(" from ")
                .add(selection.source());
    }

    private void visible(Sql sql, Conditions conditions, boolean withDeleted) {
        if (!withDeleted && entity.deletedAt() != null) {
            sql.add(" and ");
            conditions.live(from);
        }
        if (from.isShared()) {
            sql.add(" and ");
            from.addClasses(sql);
        }
    }

    /** Adds what the records have to be like; false if none can be so. */
    private boolean matching(Sql sql, @Nullable Filter<?> filter, boolean withDeleted) {
        Conditions conditions = new Conditions(sql, store.dialect());
        boolean any = false;
        if (filter != null) {
            Folded folded = Folded.of(filter);
            if (!(folded instanceof Folded.Sometimes some)) {
                Conditions.check(entity, filter);
                if (folded == Folded.Known.NEVER) {
                    return false;
                }
            } else {
                if (some.filter() != filter) {
                    Conditions.check(entity, filter);
                }
                conditions.add(from, some.filter());
                any = true;
            }
        }
        boolean shown = withDeleted || (filter != null && Conditions.namesDeletedAt(filter));
        if (!any) {
            sql.add("1 = 1");
        }
        visible(sql, conditions, shown);
        return true;
    }

    private long number(String what, String limit, @Nullable Filter<?> filter, boolean withDeleted) {
        Sql sql = new Sql()
                .add("select ")
                .add(what)
                .add(" from ")
                .add(from.text())
                .add(" where ");
        if (!matching(sql, filter, withDeleted)) {
            return 0;
        }
        return first(sql.add(limit));
    }

    private long first(Sql sql) {
        return store.call(entity, false, unit -> {
            try (PreparedStatement statement = sql.prepare(unit.connection());
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    /** Makes a statement on a connection. */
    private interface Prepared {

        PreparedStatement on(java.sql.Connection connection) throws SQLException;
    }

    private List<Object> rows(Selection selection, Prepared query) {
        Page page = new Page(selection, new Known());
        List<Object> found = store.call(entity, false, unit -> {
            try (PreparedStatement statement = query.on(unit.connection());
                    ResultSet row = statement.executeQuery()) {
                List<Object> records = new ArrayList<>();
                while (row.next()) {
                    records.add(selection.read(row, page));
                }
                return records;
            }
        });
        page.complete();
        return found;
    }
}
