package io.ashlar.internal.model;

import io.ashlar.internal.mapping.AttributeMarks;
import io.ashlar.internal.mapping.AttributeType;
import io.ashlar.internal.mapping.MappingColumns;
import jakarta.persistence.MapKey;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.foundation.AbstractColumnMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of one model from EclipseLink's mappings. */
final class AttributeReader {

    private final ClassDescriptor descriptor;
    private final Bindings bindings;
    private final String table;

    AttributeReader(ClassDescriptor descriptor, Bindings bindings, String table) {
        this.descriptor = descriptor;
        this.bindings = bindings;
        this.table = table;
    }

    /** Returns the attribute of {@code owner} behind {@code mapping}; null for none, such as a bare discriminator. */
    @Nullable
    Attribute attribute(Class<?> owner, DatabaseMapping mapping, String prefix) {
        if (mapping.getAttributeName() == null) {
            return null;
        }
        String name = prefix + mapping.getAttributeName();
        if (mapping instanceof AbstractColumnMapping column) {
            return new Basic(
                    name,
                    access(owner, mapping),
                    bindings.column(table, column.getField()),
                    traits(owner, mapping, List.of(column.getField()), column.isOptional()));
        }
        if (mapping instanceof AggregateObjectMapping embedded) {
            return embedded(name, access(owner, mapping), embedded.getReferenceDescriptor());
        }
        if (mapping instanceof OneToOneMapping toOne) {
            return toOne(owner, name, toOne);
        }
        if (mapping instanceof DirectCollectionMapping direct) {
            return elements(owner, name, direct);
        }
        if (mapping instanceof AggregateCollectionMapping embeddables) {
            return elements(owner, name, embeddables);
        }
        return mapping instanceof CollectionMapping collection ? toMany(owner, name, collection) : null;
    }

    private Embedded embedded(String name, Access access, ClassDescriptor parts) {
        Class<?> type = parts.getJavaClass();
        List<Attribute> attributes = new ArrayList<>();
        for (DatabaseMapping part : parts.getMappings()) {
            Attribute attribute = attribute(type, part, name + ".");
            if (attribute != null) {
                attributes.add(attribute);
            }
        }
        if (type.isRecord()) {
            List<String> order = Arrays.stream(type.getRecordComponents())
                    .map(component -> name + "." + component.getName())
                    .toList();
            attributes.sort(java.util.Comparator.comparingInt(attribute -> order.indexOf(attribute.name())));
        }
        return new Embedded(name, access, type, Instances.of(type), attributes);
    }

    private ToOne toOne(Class<?> owner, String name, OneToOneMapping mapping) {
        Link link;
        if (mapping.hasRelationTableMechanism()) {
            link = joinTable(mapping.getRelationTableMechanism());
        } else if (mapping.isForeignKeyRelationship()) {
            link = ownKey(mapping);
        } else {
            Map<DatabaseField, DatabaseField> keys = mapping.getTargetToSourceKeyFields();
            link = keyInTarget(keys, mapping);
        }
        List<DatabaseField> fields = mapping.isForeignKeyRelationship() ? mapping.getForeignKeyFields() : List.of();
        return new ToOne(
                name,
                access(owner, mapping),
                Access.field(owner, "_persistence_" + mapping.getAttributeName() + "_vh"),
                link,
                cascade(mapping),
                traits(owner, mapping, fields, mapping.isOptional()),
                mapping.isManyToOneMapping());
    }

    private Link ownKey(OneToOneMapping mapping) {
        List<DatabaseField> ids = mapping.getReferenceDescriptor().getPrimaryKeyFields();
        List<Map.Entry<DatabaseField, DatabaseField>> pairs =
                new ArrayList<>(mapping.getSourceToTargetKeyFields().entrySet());
        pairs.sort(java.util.Comparator.comparingInt(pair -> ids.indexOf(pair.getValue())));
        boolean pointsToId =
                pairs.size() == ids.size() && pairs.stream().allMatch(pair -> ids.contains(pair.getValue()));
        return new Link.OwnKey(
                pairs.stream()
                        .map(pair -> bindings.column(table, pair.getKey()))
                        .toList(),
                pairs.stream().map(pair -> pair.getValue().getName()).toList(),
                pointsToId);
    }

    private Link keyInTarget(Map<DatabaseField, DatabaseField> targetToSource, ForeignReferenceMapping mapping) {
        List<DatabaseField> ids = descriptor.getPrimaryKeyFields();
        String target = mapping.getReferenceDescriptor().getTables().get(0).getName();
        List<Map.Entry<DatabaseField, DatabaseField>> pairs = new ArrayList<>(targetToSource.entrySet());
        pairs.sort(java.util.Comparator.comparingInt(pair -> ids.indexOf(pair.getValue())));
        return new Link.KeyInTarget(
                pairs.stream()
                        .map(pair -> bindings.column(target, pair.getKey()))
                        .toList(),
                pairs.stream().map(pair -> pair.getValue().getName()).toList(),
                inverse(targetToSource.keySet(), mapping));
    }

    /** Returns the attribute of the target that holds the same key; EclipseLink keeps its name for collections only. */
    private static String inverse(Set<DatabaseField> keys, ForeignReferenceMapping mapping) {
        if (mapping.getMappedBy() != null || !(mapping instanceof OneToOneMapping)) {
            return mapping.getMappedBy() == null ? "" : mapping.getMappedBy();
        }
        return mapping.getReferenceDescriptor().getMappings().stream()
                .filter(OneToOneMapping.class::isInstance)
                .map(OneToOneMapping.class::cast)
                .filter(back -> back.isForeignKeyRelationship()
                        && Set.copyOf(back.getForeignKeyFields()).equals(keys))
                .map(DatabaseMapping::getAttributeName)
                .findFirst()
                .orElse("");
    }

    private Link joinTable(RelationTableMechanism mechanism) {
        String name = mechanism.getRelationTable().getName();
        return new Link.JoinTable(
                name,
                mechanism.getSourceRelationKeyFields().stream()
                        .map(field -> bindings.column(name, field))
                        .toList(),
                mechanism.getTargetRelationKeyFields().stream()
                        .map(field -> bindings.column(name, field))
                        .toList());
    }

    private ToMany toMany(Class<?> owner, String name, CollectionMapping mapping) {
        Link link;
        String keyTable;
        if (mapping instanceof ManyToManyMapping manyToMany) {
            link = joinTable(manyToMany.getRelationTableMechanism());
            keyTable = ((Link.JoinTable) link).table();
        } else {
            link = keyInTarget(((OneToManyMapping) mapping).getTargetForeignKeysToSourceKeys(), mapping);
            keyTable = mapping.getReferenceDescriptor().getTables().get(0).getName();
        }
        return new ToMany(
                name,
                access(owner, mapping),
                link,
                container(owner, mapping, keyTable),
                cascade(mapping),
                !mapping.isReadOnly()
                        && (mapping.getMappedBy() == null
                                || mapping.getMappedBy().isEmpty()));
    }

    private Elements elements(Class<?> owner, String name, DirectCollectionMapping mapping) {
        String values = mapping.getReferenceTable().getName();
        return new Elements(
                name,
                access(owner, mapping),
                values,
                columns(values, mapping.getReferenceKeyFields()),
                bindings.column(values, mapping.getDirectField()),
                null,
                ordered(container(owner, mapping, values), owner, mapping),
                AttributeMarks.sensitive(mapping));
    }

    private Elements elements(Class<?> owner, String name, AggregateCollectionMapping mapping) {
        ClassDescriptor element = mapping.getReferenceDescriptor();
        String values = element.getTables().get(0).getName();
        Access access = access(owner, mapping);
        AttributeReader inner = new AttributeReader(element, bindings, values);
        boolean sensitive = AttributeMarks.sensitive(mapping)
                || element.getMappings().stream().anyMatch(AttributeMarks::sensitive);
        return new Elements(
                name,
                access,
                values,
                columns(values, mapping.getTargetForeignKeyFields()),
                null,
                inner.embedded(name, access, element),
                container(owner, mapping, values),
                sensitive);
    }

    private List<Column> columns(String owner, List<DatabaseField> fields) {
        return fields.stream().map(field -> bindings.column(owner, field)).toList();
    }

    private Container container(Class<?> owner, CollectionMapping mapping, String keyTable) {
        Class<?> declared = access(owner, mapping).type();
        Container.Kind kind = Map.class.isAssignableFrom(declared)
                ? Container.Kind.MAP
                : Set.class.isAssignableFrom(declared) ? Container.Kind.SET : Container.Kind.LIST;
        AttributeType type = AttributeType.of(owner, mapping.getAttributeName());
        DatabaseField position = mapping.getListOrderField();
        Column key = null;
        if (kind == Container.Kind.MAP) {
            if (MappingColumns.mapKey(mapping) instanceof AbstractDirectMapping direct) {
                key = bindings.column(keyTable, direct.getField());
            } else if (mapping instanceof DirectMapMapping map && map.getDirectKeyField() != null) {
                key = bindings.column(keyTable, map.getDirectKeyField());
            }
        }
        MapKey mapKey = type == null ? null : type.annotation(MapKey.class);
        return new Container(
                kind,
                declared == Collection.class ? List.class : declared,
                position == null ? null : bindings.column(keyTable, position),
                orderBy(type),
                key,
                mapKey == null ? null : mapKey.name());
    }

    /** An order of plain values names nothing, or nothing but a direction. */
    private static Container ordered(Container container, Class<?> owner, CollectionMapping mapping) {
        AttributeType type = AttributeType.of(owner, mapping.getAttributeName());
        OrderBy annotation = type == null ? null : type.annotation(OrderBy.class);
        if (annotation == null) {
            return container;
        }
        boolean ascending = !annotation.value().strip().equalsIgnoreCase("desc");
        return new Container(
                container.kind(),
                container.declared(),
                container.position(),
                List.of(new Container.Order("", ascending)),
                container.mapKey(),
                container.mapKeyAttribute());
    }

    private static List<Container.Order> orderBy(@Nullable AttributeType type) {
        OrderBy annotation = type == null ? null : type.annotation(OrderBy.class);
        if (annotation == null || annotation.value().isBlank()) {
            return List.of();
        }
        return Arrays.stream(annotation.value().split(",", -1))
                .map(String::strip)
                .map(part -> part.split("\\s+", -1))
                .map(words -> new Container.Order(words[0], words.length < 2 || !words[1].equalsIgnoreCase("desc")))
                .toList();
    }

    private static Cascade cascade(ForeignReferenceMapping mapping) {
        return new Cascade(
                mapping.isCascadePersist(),
                mapping.isCascadeRemove() || mapping.isPrivateOwned(),
                mapping.isPrivateOwned());
    }

    private static Basic.Traits traits(
            Class<?> owner, DatabaseMapping mapping, List<DatabaseField> fields, boolean optional) {
        AttributeType type = AttributeType.of(owner, mapping.getAttributeName());
        boolean required = !optional
                || fields.stream().anyMatch(field -> !field.isNullable())
                || (type != null && type.raw().isPrimitive());
        return new Basic.Traits(
                required,
                !mapping.isReadOnly() && fields.stream().allMatch(DatabaseField::isInsertable),
                !mapping.isReadOnly() && fields.stream().allMatch(DatabaseField::isUpdatable),
                AttributeMarks.searchable(mapping),
                AttributeMarks.sensitive(mapping),
                AttributeMarks.computed(mapping));
    }

    private static Access access(Class<?> owner, DatabaseMapping mapping) {
        String name = mapping.getAttributeName();
        if (owner.isRecord()) {
            return Arrays.stream(owner.getRecordComponents())
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .map(Access::component)
                    .orElseThrow();
        }
        Access access = mapping.isUsingMethodAccess() ? Access.property(owner, name) : Access.field(owner, name);
        if (access == null) {
            access = mapping.isUsingMethodAccess() ? Access.field(owner, name) : Access.property(owner, name);
        }
        if (access == null) {
            throw new IllegalStateException(owner.getName() + " has no " + name + " that can be reached");
        }
        return access;
    }
}
