package io.ashlar.internal.read;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Embedded;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Hierarchy;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.sql.From;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query selects of one model, and how its rows become records. Made once for each way to read a model; safe for use
 * by many threads.
 */
final class Selection {

    private final Entity entity;
    private final From from;
    private final Fetch fetch;
    private final Relations relations;
    private final Layout layout;
    private final List<Related> related = new ArrayList<>();
    private int joined;
    private final Map<Entity, List<Step>> programs = new HashMap<>();
    private final Map<Object, Entity> classes = new HashMap<>();
    private final int discriminator;
    private final String text;
    private final String source;
    private final String joins;

    /** The rows of a query under construction: where each expression is, and what is joined. */
    private static final class Layout {

        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final StringBuilder joins = new StringBuilder();
        private int aliases;
    }

    /** Records of {@code entity} from {@code from}, each with what {@code fetch} asks for. */
    Selection(Entity entity, From from, Fetch fetch, Relations relations) {
        this(entity, from, fetch, relations, new Layout());
    }

    private Selection(Entity entity, From from, Fetch fetch, Relations relations, Layout layout) {
        this.entity = entity;
        this.from = from;
        this.fetch = fetch;
        this.relations = relations;
        this.layout = layout;
        this.discriminator = discriminator();
        for (Entity concrete : entity.hierarchy().concrete()) {
            programs.put(concrete, program(concrete));
            Object value = concrete.hierarchy().value();
            if (value != null) {
                classes.put(value, concrete);
            }
        }
        this.text = String.join(", ", layout.columns.keySet());
        this.joins = layout.joins.toString();
        this.source = from.text() + joins;
    }

    /** Returns the expressions to select. */
    String text() {
        return text;
    }

    /** Returns how many columns they are; what a query selects beside them comes after. */
    int width() {
        return layout.columns.size();
    }

    /** Returns where an expression is in the row; 0 if it is not selected. */
    int index(String expression) {
        return layout.columns.getOrDefault(expression, 0);
    }

    /** Returns what follows {@code from}: the tables, and those of relations to one that are read along. */
    String source() {
        return source;
    }

    /** Returns what follows the model's own tables. */
    String joins() {
        return joins;
    }

    /** Returns how many relations have their records in the same rows. */
    int joinedRelations() {
        return joined;
    }

    /** Returns what is read. */
    Fetch fetch() {
        return fetch;
    }

    /** Returns where it is read from. */
    From from() {
        return from;
    }

    /** Returns the relations and collections of the records. */
    List<Related> relations() {
        return related;
    }

    /** Returns the record in a row. */
    Object read(ResultSet row, Page page) throws SQLException {
        Entity concrete = concrete(row);
        Object record = concrete.make();
        List<Step> steps = program(concrete, row);
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).read(row, record, page);
        }
        if (fetch.isPartial()) {
            relations.markPartial(record);
        }
        if (!concrete.callbacks().isEmpty()) {
            concrete.callbacks().postLoad(record);
        }
        return record;
    }

    private List<Step> program(Entity concrete, ResultSet row) {
        List<Step> steps = programs.get(concrete);
        if (steps == null) {
            throw new IllegalStateException(row + " holds a " + concrete + " among " + entity);
        }
        return steps;
    }

    private Entity concrete(ResultSet row) throws SQLException {
        if (discriminator == 0) {
            return entity.hierarchy().concrete().get(0);
        }
        Column column = entity.hierarchy().discriminator();
        Object value =
                column == null ? row.getString(discriminator) : column.binding().read(row, discriminator);
        Entity concrete = classes.get(value);
        if (concrete == null) {
            throw new IllegalStateException("the database holds a " + entity + " of the kind '" + value
                    + "', which no model of the module is of. Known: " + classes.keySet());
        }
        return concrete;
    }

    private int discriminator() {
        Hierarchy hierarchy = entity.hierarchy();
        if (!hierarchy.isPolymorphic()) {
            return 0;
        }
        if (hierarchy.strategy() == Hierarchy.Strategy.TABLE_PER_CLASS) {
            return place(from.classColumn());
        }
        Column column = hierarchy.discriminator();
        return column == null ? 0 : place(from.column(column));
    }

    private List<Step> program(Entity concrete) {
        List<Step> steps = new ArrayList<>();
        for (Attribute attribute : concrete.attributes()) {
            boolean wanted = !fetch.isPartial() || isSelected(attribute) || concrete.isId(attribute.name());
            Step step = step(concrete, attribute, wanted);
            if (step != null) {
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private boolean isSelected(Attribute attribute) {
        return fetch.selected().contains(attribute.name())
                || fetch.selected().stream().anyMatch(path -> path.startsWith(attribute.name() + "."));
    }

    private @Nullable Step step(Entity concrete, Attribute attribute, boolean wanted) {
        Fetch along = fetch.relations().get(attribute.name());
        if (attribute instanceof Basic basic) {
            return wanted ? new Step.Value(basic, place(from.column(basic.column()))) : null;
        }
        if (attribute instanceof Embedded embedded) {
            return wanted ? parts(embedded) : null;
        }
        if (!wanted && along == null) {
            return null;
        }
        if (attribute instanceof ToOne toOne) {
            if (along != null && Joined.isPossible(entity, toOne)) {
                return joined(toOne, along);
            }
            boolean now = along != null || toOne.holder() == null;
            List<Column> key = toOne.columns();
            return key.isEmpty() ? related(concrete, toOne, now, along) : related(toOne, key, now, along);
        }
        boolean lazy = attribute instanceof ToMany toMany
                ? toMany.container().isLazy()
                : ((Elements) attribute).container().isLazy();
        return related(concrete, attribute, along != null || !lazy, along);
    }

    private Step.Parts parts(Embedded embedded) {
        List<Step.Part> parts = new ArrayList<>();
        for (Attribute attribute : embedded.attributes()) {
            if (attribute instanceof Basic basic) {
                int index = place(from.column(basic.column()));
                parts.add(row -> basic.binding().read(row, index));
            } else if (attribute instanceof Embedded inner) {
                parts.add(parts(inner)::value);
            } else {
                parts.add(row -> null); // relations inside embedded values are found by their own attribute
            }
        }
        return new Step.Parts(embedded, parts);
    }

    /** A relation that is found by the record's id, or by what another table points to. */
    private Step related(Entity concrete, Attribute attribute, boolean now, @Nullable Fetch along) {
        List<Column> key = new ArrayList<>();
        Link link = attribute instanceof ToOne toOne
                ? toOne.link()
                : attribute instanceof ToMany toMany ? toMany.link() : null;
        if (link instanceof Link.KeyInTarget target) {
            for (String source : target.sources()) {
                Slot slot = concrete.slot(source);
                key.add(slot == null ? concrete.id().slots().get(0).column() : slot.column());
            }
        } else {
            concrete.id().slots().forEach(slot -> key.add(slot.column()));
        }
        return related(attribute, key, now, along);
    }

    private Joined joined(ToOne relation, Fetch along) {
        layout.aliases++;
        From to = from.to(relation.target(), "f" + layout.aliases);
        layout.joins.append(from.join(relation, to, along.withDeleted()));
        int[] keys = indexes(from, relation.columns());
        int[] ids = indexes(
                to, relation.target().id().slots().stream().map(Slot::column).toList());
        Selection target = new Selection(relation.target(), to, along, relations, layout);
        joined++;
        return new Joined(relation, target, relation.columns(), keys, ids, joined - 1);
    }

    private int[] indexes(From of, List<Column> columns) {
        return columns.stream().mapToInt(column -> place(of.column(column))).toArray();
    }

    private Step related(Attribute attribute, List<Column> key, boolean now, @Nullable Fetch along) {
        related.add(new Related(relations, attribute, along == null ? Fetch.ALL : along));
        return new Step.Related(new RelatedStep(
                attribute,
                related.size() - 1,
                key,
                indexes(from, key),
                now,
                attribute instanceof ToOne toOne ? toOne.holder() : null));
    }

    private int place(String expression) {
        return layout.columns.computeIfAbsent(expression, each -> layout.columns.size() + 1);
    }
}
