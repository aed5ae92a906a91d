package io.ashlar.internal.model;

import io.ashlar.data.Default;
import io.ashlar.data.Ulid;
import io.ashlar.internal.mapping.AttributeType;
import io.ashlar.internal.mapping.DefaultValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.CMPPolicy;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.jpa.CMP3Policy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/** Reads one model from what EclipseLink makes of it. */
final class EntityReader {

    private final ClassDescriptor descriptor;
    private final AbstractSession session;
    private final Bindings bindings;
    private final Class<?> type;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    EntityReader(ClassDescriptor descriptor, AbstractSession session, Bindings bindings) {
        this.descriptor = descriptor;
        this.session = session;
        this.bindings = bindings;
        this.type = descriptor.getJavaClass();
    }

    Entity read() {
        List<Table> tables = tables();
        AttributeReader reader =
                new AttributeReader(descriptor, bindings, tables.get(0).name());
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            Attribute attribute = reader.attribute(type, mapping, "");
            if (attribute != null) {
                add(attribute, record -> record);
            }
        }
        return new Entity(
                type,
                hierarchy(),
                tables,
                attributes,
                List.copyOf(slots.values()),
                id(),
                generation(),
                version(),
                Modifier.isAbstract(type.getModifiers()) ? null : Instances.of(type),
                Callbacks.of(descriptor, session));
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        List<DatabaseField> keys = descriptor.getPrimaryKeyFields();
        for (DatabaseTable table : descriptor.getTables()) {
            var joined = descriptor.getAdditionalTablePrimaryKeyFields().get(table);
            tables.add(new Table(
                    table.getName(),
                    keys.stream()
                            .map(key -> joined == null || joined.get(key) == null
                                    ? key.getName()
                                    : joined.get(key).getName())
                            .toList()));
        }
        return tables;
    }

    /** Adds an attribute and its columns; {@code owner} finds the object it is in, null where that is missing. */
    private void add(Attribute attribute, Slot.Getter owner) {
        attributes.put(attribute.name(), attribute);
        if (attribute instanceof Basic basic) {
            slot(basic.column(), basic.name(), basic.traits(), record -> {
                Object holder = owner.get(record);
                return holder == null ? null : basic.access().get(holder);
            });
        } else if (attribute instanceof Embedded embedded) {
            embedded.attributes()
                    .forEach(part -> add(part, record -> {
                        Object holder = owner.get(record);
                        return holder == null ? null : embedded.access().get(holder);
                    }));
        } else if (attribute instanceof ToOne toOne) {
            List<Column> columns = toOne.columns();
            for (int i = 0; i < columns.size(); i++) {
                int at = i;
                slot(columns.get(i), toOne.name(), toOne.traits(), record -> {
                    Object holder = owner.get(record);
                    Object[] key = holder == null ? null : toOne.key(holder);
                    return key == null ? null : key[at];
                });
            }
        }
    }

    /** Of several mappings of one column, the one that writes it fills it; a relation that is not set leaves it to the other. */
    private void slot(Column column, String attribute, Basic.Traits traits, Slot.Getter getter) {
        String key = column.table() + "." + column.name();
        Slot known = slots.get(key);
        if (known == null) {
            slots.put(key, new Slot(column, attribute, traits, getter));
            return;
        }
        Slot.Getter first = attributes.get(attribute) instanceof ToOne ? getter : known.getter();
        Slot.Getter second = first == getter ? known.getter() : getter;
        Basic.Traits one = known.traits();
        slots.put(
                key,
                new Slot(
                        column,
                        attributes.get(known.attribute()) instanceof Basic ? known.attribute() : attribute,
                        new Basic.Traits(
                                one.required() || traits.required(),
                                one.insertable() || traits.insertable(),
                                one.updatable() || traits.updatable(),
                                one.searchable(),
                                one.sensitive() || traits.sensitive(),
                                one.computed()),
                        record -> {
                            Object value = first.get(record);
                            return value == null ? second.get(record) : value;
                        }));
    }

    private Hierarchy hierarchy() {
        if (descriptor.hasTablePerClassPolicy()) { // to EclipseLink that is no inheritance
            boolean root =
                    descriptor.getTablePerClassPolicy().getParentDescriptors().isEmpty();
            return new Hierarchy(Hierarchy.Strategy.TABLE_PER_CLASS, root, null, type.getName());
        }
        if (!descriptor.hasInheritance()) {
            return new Hierarchy(Hierarchy.Strategy.NONE, true, null, null);
        }
        var policy = descriptor.getInheritancePolicy();
        boolean root = !descriptor.isChildDescriptor();
        ClassDescriptor top = policy.getRootParentDescriptor();
        DatabaseField field = top.getInheritancePolicy().getClassIndicatorField();
        Object value = top.getInheritancePolicy().getClassIndicatorMapping().get(type);
        Inheritance declared = top.getJavaClass().getAnnotation(Inheritance.class); // the policy says joined to all
        boolean joined = declared != null && declared.strategy() == InheritanceType.JOINED;
        return new Hierarchy(
                joined ? Hierarchy.Strategy.JOINED : Hierarchy.Strategy.SINGLE_TABLE,
                root,
                field == null ? null : bindings.column(top.getTables().get(0).getName(), field),
                value);
    }

    private Id id() {
        List<Slot> parts = new ArrayList<>();
        for (DatabaseField key : descriptor.getPrimaryKeyFields()) {
            Slot slot = slots.get(key.getTableName() + "." + key.getName());
            if (slot == null) {
                throw new IllegalStateException(type.getName() + " has no attribute for its key " + key.getName());
            }
            parts.add(slot);
        }
        CMPPolicy policy = descriptor.getCMPPolicy();
        Class<?> idType = policy instanceof CMP3Policy jpa ? jpa.getPKClass() : null;
        if (parts.size() == 1 && !parts.get(0).attribute().contains(".")) {
            Slot only = parts.get(0);
            return new Id(only.attribute(), only.column().binding().type(), parts, List.of(), null);
        }
        if (idType == null) {
            throw new IllegalStateException(type.getName() + " has an id of several attributes without a class of ids");
        }
        List<Access> accesses = new ArrayList<>();
        for (Slot part : parts) {
            accesses.add(inId(idType, part.attribute()));
        }
        String name = parts.get(0).attribute().contains(".")
                ? parts.get(0).attribute().substring(0, parts.get(0).attribute().indexOf('.'))
                : "id";
        return new Id(name, idType, parts, accesses, Instances.of(idType));
    }

    private static Access inId(Class<?> idType, String attribute) {
        String name = attribute.substring(attribute.lastIndexOf('.') + 1);
        if (idType.isRecord()) {
            for (var component : idType.getRecordComponents()) {
                if (component.getName().equals(name)) {
                    return Access.component(component);
                }
            }
        }
        Access access = Access.field(idType, name);
        if (access == null) {
            access = Access.property(idType, name);
        }
        if (access == null) {
            throw new IllegalStateException(idType.getName() + " has no " + name);
        }
        return access;
    }

    private Generation generation() {
        List<Generation.Fill> fills = new ArrayList<>();
        Basic identity = null;
        Generation.Sequence sequence = null;
        for (Attribute attribute : attributes.values()) {
            AttributeType declared = attribute instanceof Basic ? AttributeType.of(type, attribute.name()) : null;
            if (declared == null) {
                continue;
            }
            Basic basic = (Basic) attribute;
            Ulid ulid = declared.annotation(Ulid.class);
            if (ulid != null) {
                fills.add(new Generation.Ulid(basic, ulid.prefix().isEmpty() ? "" : ulid.prefix() + "_"));
            }
            Default constant = declared.annotation(Default.class);
            if (constant != null && !declared.raw().isPrimitive()) {
                fills.add(new Generation.Constant(basic, DefaultValue.parse(constant.value(), declared)));
            }
            GeneratedValue generated = declared.annotation(GeneratedValue.class);
            if (generated != null && generated.strategy() == GenerationType.IDENTITY) {
                identity = basic;
            } else if (generated != null && generated.strategy() == GenerationType.SEQUENCE) {
                sequence = new Generation.Sequence(
                        basic,
                        descriptor.getSequenceNumberName(),
                        descriptor.getSequence().getPreallocationSize());
            } else if (generated != null) {
                fills.add(new Generation.RandomUuid(basic));
            }
        }
        return new Generation(fills, identity, sequence);
    }

    private @Nullable Basic version() {
        var locking = descriptor.getOptimisticLockingPolicy();
        if (locking == null || locking.getWriteLockField() == null) {
            return null;
        }
        String column = locking.getWriteLockField().getName();
        return attributes.values().stream()
                .filter(Basic.class::isInstance)
                .map(Basic.class::cast)
                .filter(basic -> basic.column().name().equals(column))
                .findFirst()
                .orElse(null);
    }
}
