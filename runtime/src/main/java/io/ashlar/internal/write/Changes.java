package io.ashlar.internal.write;

import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Embedded;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.sql.RelatedKeys;
import io.ashlar.internal.sql.ValueTypes;
import io.ashlar.query.Change;
import io.ashlar.query.RelatedId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The changes of one update, checked against the model before any SQL is sent. */
final class Changes implements Errors.Given {

    private final Entity entity;
    private final List<Assignment> assignments;
    private List<Assignment> expected = List.of();
    private final List<Change<?>> all;
    private Map<Attribute, @Nullable Object> outside = Map.of();

    /** A column and its new value, in the attribute's form. */
    record Assignment(Column column, @Nullable Object value) {}

    private Changes(Entity entity, int count) {
        this.entity = entity;
        this.all = new ArrayList<>(count);
        this.assignments = new ArrayList<>(count);
    }

    /**
     * Returns {@code changes} if each names an attribute that can be changed, once.
     *
     * @throws IllegalArgumentException otherwise
     */
    static Changes of(Entity entity, List<? extends Change<?>> changes) {
        Changes checked = new Changes(entity, changes.size());
        for (Change<?> change : changes) {
            if (!checked.isKnown(change)) {
                checked.all.add(change);
                checked.add(change);
            }
        }
        return checked;
    }

    /** The same change twice is one; a contradiction is a mistake. */
    private boolean isKnown(Change<?> change) {
        for (Change<?> other : all) {
            if (other.attribute().equals(change.attribute()) && other.expected() == change.expected()) {
                if (Objects.deepEquals(other.value(), change.value())) {
                    return true;
                }
                throw new IllegalArgumentException(entity.name() + "." + change.attribute()
                        + " is changed twice in one update, to different values");
            }
        }
        return false;
    }

    @Override
    public @Nullable Object value(String column) {
        return assignments.stream()
                .filter(assignment -> assignment.column().name().equalsIgnoreCase(column))
                .map(Assignment::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns the changes. */
    List<Change<?>> all() {
        return all;
    }

    /** Returns what changes in the record's own rows. */
    List<Assignment> assignments() {
        return assignments;
    }

    /** Returns the columns that change in the record's own rows. */
    List<Column> columns() {
        return columns(assignments);
    }

    /** Returns the columns of what the record has to hold still. */
    List<Column> compared() {
        return columns(expected);
    }

    private static List<Column> columns(List<Assignment> assignments) {
        List<Column> columns = new ArrayList<>(assignments.size());
        assignments.forEach(assignment -> columns.add(assignment.column()));
        return columns;
    }

    /** Returns the new values of {@link #columns}. */
    List<@Nullable Object> values() {
        return new Values(assignments);
    }

    /** Returns the values of {@link #compared}. */
    List<@Nullable Object> expectedValues() {
        return expected.isEmpty() ? List.of() : new Values(expected);
    }

    /** The values of assignments. */
    private static final class Values extends AbstractList<@Nullable Object> {

        private final List<Assignment> of;

        Values(List<Assignment> of) {
            this.of = of;
        }

        @Override
        public @Nullable Object get(int index) {
            return of.get(index).value();
        }

        @Override
        public int size() {
            return of.size();
        }
    }

    /** Returns what the record has to hold still. */
    List<Assignment> expected() {
        return expected;
    }

    /** Returns what changes outside the record's own rows, by attribute. */
    Map<Attribute, @Nullable Object> outside() {
        return outside;
    }

    /** Puts the new values into a record that was read. */
    void applyTo(Object record) {
        for (Change<?> change : all) {
            Attribute attribute = entity.attribute(change.attribute());
            if (change.expected()
                    || outside.containsKey(attribute)
                    || change.attribute().indexOf('.') > 0) {
                continue;
            }
            if (attribute instanceof ToOne toOne) {
                toOne.set(record, change.value() instanceof RelatedId id ? reference(toOne, id) : change.value());
            } else {
                attribute.access().set(record, change.value());
            }
        }
    }

    /** Returns a record that holds but its id, as a stand-in while the model's own methods run. */
    private static Object reference(ToOne toOne, RelatedId id) {
        Object reference = toOne.target().make();
        if (toOne.target().id().isSimple()
                && toOne.target().attribute(toOne.target().id().name()) instanceof Basic basic) {
            basic.access().set(reference, id.id());
        }
        return reference;
    }

    private void add(Change<?> change) {
        Attribute attribute = entity.attribute(change.attribute());
        if (change.expected()) {
            if (expected.isEmpty()) {
                expected = new ArrayList<>();
            }
            columns(attribute, change.value(), expected);
            return;
        }
        if (entity.isId(change.attribute())) {
            throw new IllegalArgumentException(named(change) + " identifies the record and cannot be changed");
        }
        boolean kept = change.attribute().equals(Entity.CREATED_AT)
                || change.attribute().equals(Entity.UPDATED_AT)
                || change.attribute().equals(Entity.DELETED_AT)
                || attribute == entity.version();
        if (kept) {
            throw new IllegalArgumentException(named(change) + " is kept by Ashlar and cannot be changed");
        }
        if (attribute instanceof Basic basic && basic.traits().computed()) {
            throw new IllegalArgumentException(named(change) + " is computed by the database and cannot be changed");
        }
        if (attribute instanceof Basic basic && !basic.traits().updatable()) {
            throw new IllegalArgumentException(named(change) + " is not updatable, says its @Column");
        }
        boolean outsideRow = attribute instanceof Elements
                || attribute instanceof ToMany
                || (attribute instanceof ToOne toOne && toOne.columns().isEmpty());
        if (!outsideRow) {
            columns(attribute, change.value(), assignments);
        } else if (attribute instanceof ToOne toOne && !(toOne.link() instanceof Link.JoinTable)) {
            throw new IllegalArgumentException(named(change) + " is changed from its other side, which holds the key");
        } else {
            if (outside.isEmpty()) {
                outside = new LinkedHashMap<>();
            }
            outside.put(attribute, change.value());
        }
    }

    private String named(Change<?> change) {
        return entity.name() + "." + change.attribute();
    }

    /** Returns whether {@code other} changes and expects values of the same columns, in the same order. */
    boolean isLike(Changes other) {
        return areLike(assignments, other.assignments) && areLike(expected, other.expected);
    }

    private static boolean areLike(List<Assignment> some, List<Assignment> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).column.equals(others.get(i).column)) {
                return false;
            }
        }
        return true;
    }

    private void columns(Attribute attribute, @Nullable Object value, List<Assignment> target) {
        if (attribute instanceof Basic basic) {
            if (value == null && basic.traits().required() && target == assignments) {
                throw Errors.required(entity, basic.name(), null);
            }
            if (value != null) {
                ValueTypes.checked(entity, basic, value);
            }
            target.add(new Assignment(basic.column(), value));
        } else if (attribute instanceof Embedded embedded) {
            if (value != null) {
                ValueTypes.checked(entity.name() + "." + embedded.name(), embedded.type(), value);
            }
            for (Attribute part : embedded.attributes()) {
                columns(part, value == null ? null : part.access().get(value), target);
            }
        } else if (attribute instanceof ToOne toOne && toOne.link() instanceof Link.OwnKey own) {
            key(toOne, own, value, target);
        } else {
            throw new IllegalArgumentException(entity.name() + "." + attribute.name() + " cannot be changed like this");
        }
    }

    private void key(ToOne toOne, Link.OwnKey own, @Nullable Object value, List<Assignment> target) {
        if (value == null && toOne.traits().required() && target == assignments) {
            throw Errors.required(entity, toOne.name(), null);
        }
        Object[] key = value == null ? null : keyOf(toOne, own, value);
        for (int i = 0; i < own.columns().size(); i++) {
            target.add(new Assignment(own.columns().get(i), key == null ? null : key[i]));
        }
    }

    private Object[] keyOf(ToOne toOne, Link.OwnKey own, Object value) {
        if (own.pointsToId()) {
            return RelatedKeys.idOf(entity, toOne, toOne.target(), value);
        }
        String name = entity.name() + "." + toOne.name();
        if (!toOne.target().type().isInstance(value)) {
            throw new IllegalArgumentException(name + " points to " + String.join(", ", own.targets()) + " of "
                    + toOne.target().name() + ", not to its id: give the record itself");
        }
        Object[] key = toOne.target().values(value, own.targets());
        if (key == null) {
            throw new IllegalArgumentException(
                    name + " - this " + toOne.target().name() + " has no " + String.join(", ", own.targets()));
        }
        return key;
    }
}
