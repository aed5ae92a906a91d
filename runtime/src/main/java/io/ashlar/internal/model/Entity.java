package io.ashlar.internal.model;

import io.ashlar.problem.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One model: its tables, its attributes, its id. Immutable once the metamodel is complete; safe for use by many threads. */
public final class Entity {

    /** The attributes of {@link io.ashlar.data.Model}. */
    public static final String CREATED_AT = "createdAt";

    /** See {@link #CREATED_AT}. */
    public static final String UPDATED_AT = "updatedAt";

    /** See {@link #CREATED_AT}. */
    public static final String DELETED_AT = "deletedAt";

    private final Class<?> type;
    private final String name;
    private final Hierarchy hierarchy;
    private final List<Table> tables;
    private final Map<String, Attribute> attributes;
    private final List<Slot> slots;
    private final Map<String, Slot> slotsByColumn = new LinkedHashMap<>();
    private final Id id;
    private final Generation generation;
    private final @Nullable Basic version;
    private final @Nullable Instances instances;
    private final Callbacks callbacks;
    private final List<Attribute> top;
    private final List<ToOne> keys;
    private final Set<String> idPaths;
    private final @Nullable Basic createdAt;
    private final @Nullable Basic updatedAt;
    private final @Nullable Basic deletedAt;

    Entity(
            Class<?> type,
            Hierarchy hierarchy,
            List<Table> tables,
            Map<String, Attribute> attributes,
            List<Slot> slots,
            Id id,
            Generation generation,
            @Nullable Basic version,
            @Nullable Instances instances,
            Callbacks callbacks) {
        this.type = type;
        this.name = type.getSimpleName();
        this.hierarchy = hierarchy;
        this.tables = List.copyOf(tables);
        this.attributes = attributes;
        this.slots = List.copyOf(slots);
        this.id = id;
        this.generation = generation;
        this.version = version;
        this.instances = instances;
        this.callbacks = callbacks;
        this.top = attributes.values().stream()
                .filter(attribute -> attribute.name().indexOf('.') < 0)
                .toList();
        this.keys = top.stream()
                .filter(ToOne.class::isInstance)
                .map(ToOne.class::cast)
                .filter(toOne -> !toOne.columns().isEmpty())
                .toList();
        this.idPaths = id.slots().stream()
                .flatMap(slot -> withOuter(slot.attribute()))
                .collect(Collectors.toUnmodifiableSet());
        this.createdAt = attributes.get(CREATED_AT) instanceof Basic basic ? basic : null;
        this.updatedAt = attributes.get(UPDATED_AT) instanceof Basic basic ? basic : null;
        this.deletedAt = attributes.get(DELETED_AT) instanceof Basic basic ? basic : null;
        slots.forEach(slot -> slotsByColumn.putIfAbsent(slot.column().name(), slot));
    }

    /** Returns a path and those of the embedded values that it lies in. */
    private static Stream<String> withOuter(String path) {
        return Stream.iterate(
                path, each -> !each.isEmpty(), each -> each.substring(0, Math.max(0, each.lastIndexOf('.'))));
    }

    /** Returns the class. */
    public Class<?> type() {
        return type;
    }

    /** Returns the simple name of the class, as in messages: {@code Post}. */
    public String name() {
        return name;
    }

    /** Returns the key of ids by model: {@code post_id}. */
    public String idKey() {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                        .toLowerCase(Locale.ROOT) + "_id";
    }

    /** Returns where it stands among the classes it inherits from and that inherit from it. */
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** Returns its tables; the first has a row for each record, and the columns of the id. */
    public List<Table> tables() {
        return tables;
    }

    /** Returns the first table. */
    public Table table() {
        return tables.get(0);
    }

    /** Returns its attributes, inherited ones too, without those inside embedded values. */
    public List<Attribute> attributes() {
        return top;
    }

    /** Returns the relations to one whose key is in its own rows. */
    public List<ToOne> keys() {
        return keys;
    }

    /** Returns the columns of its tables and where their values are in a record; each column once. */
    public List<Slot> slots() {
        return slots;
    }

    /** Returns the id. */
    public Id id() {
        return id;
    }

    /** Returns who makes values that the caller leaves out. */
    public Generation generation() {
        return generation;
    }

    /** Returns the version of optimistic locking; null for none. */
    public @Nullable Basic version() {
        return version;
    }

    /** Returns the methods of the model that wait for its records to be stored and read. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** Returns one of the times of {@link io.ashlar.data.Model}; empty if the model is none. */
    public Optional<Basic> time(String attribute) {
        return attributes.get(attribute) instanceof Basic basic ? Optional.of(basic) : Optional.empty();
    }

    /** Returns when records were created; null if the model does not tell. */
    public @Nullable Basic createdAt() {
        return createdAt;
    }

    /** Returns when records were last updated; null if the model does not tell. */
    public @Nullable Basic updatedAt() {
        return updatedAt;
    }

    /** Returns when records were softly deleted; null if the model knows no soft deletion. */
    public @Nullable Basic deletedAt() {
        return deletedAt;
    }

    /** Returns a new, empty record. */
    public Object make() {
        if (instances == null) {
            throw new IllegalStateException(type.getName() + " is abstract");
        }
        return instances.make();
    }

    /** Returns whether the attribute, by name or path, is part of the id. */
    public boolean isId(String attribute) {
        return idPaths.contains(attribute);
    }

    /**
     * Returns an attribute by its name, or by its path inside embedded values.
     *
     * @throws IllegalArgumentException naming the nearest if there is none
     */
    public Attribute attribute(String path) {
        Attribute attribute = attributes.get(path);
        if (attribute == null) {
            List<String> known = attributes.keySet().stream().sorted().toList();
            throw new IllegalArgumentException(name + " has no attribute '" + path + "'."
                    + Nearest.question(path, known) + " Known: " + String.join(", ", known));
        }
        return attribute;
    }

    /** Returns all attributes by name and path. */
    public Map<String, Attribute> byPath() {
        return attributes;
    }

    /** Returns the attribute stored in {@code column}; the column's name itself if it is of none. */
    public String attributeOf(String column) {
        return slots.stream()
                .filter(slot -> slot.column().name().equalsIgnoreCase(column))
                .map(Slot::attribute)
                .findFirst()
                .orElse(column);
    }

    /** Returns the slot of a column; null if the model has none of this name. */
    public @Nullable Slot slot(String column) {
        return slotsByColumn.get(column);
    }

    /** Returns the values of these columns in a record; null if one has none. */
    public Object @Nullable [] values(Object record, List<String> columns) {
        List<Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            Slot slot = slot(column);
            Object value = slot == null ? null : slot.get(record);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values.toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
