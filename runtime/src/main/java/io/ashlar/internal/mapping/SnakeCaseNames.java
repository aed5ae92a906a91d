package io.ashlar.internal.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.tools.schemaframework.IndexDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Gives every derived table and column its name in snake case; names spelled out in annotations stay as they are.
 *
 * <p>EclipseLink holds a column in many places (the mapping, the key, the foreign keys that point to it), as one object
 * or several. So first it is decided for each pair of table and column what it is called, by the annotations of the
 * member that defines it, and only then everything is renamed.
 */
final class SnakeCaseNames {

    /** A column by its table's derived name. Columns of embeddables have no table: there it is the class's name. */
    private record Key(String table, String column) {}

    private final Collection<ClassDescriptor> descriptors;
    private final Map<String, String> tables = new HashMap<>();
    private final Map<Key, String> columns = new HashMap<>();
    private final IdentityHashMap<DatabaseField, Key> found = new IdentityHashMap<>();
    private final Set<DatabaseTable> foundTables = Collections.newSetFromMap(new IdentityHashMap<>());

    private SnakeCaseNames(Collection<ClassDescriptor> descriptors) {
        this.descriptors = descriptors;
    }

    /** Renames in all {@code descriptors}, which EclipseLink has not initialised yet. */
    static void apply(Collection<ClassDescriptor> descriptors) {
        var names = new SnakeCaseNames(descriptors);
        descriptors.forEach(names::decide);
        names.rename();
        descriptors.forEach(names::repair);
    }

    private void decide(ClassDescriptor descriptor) {
        var onClass = ExplicitNames.onClass(descriptor.getJavaClass());
        for (DatabaseTable table : descriptor.getTables()) {
            decide(table, onClass);
        }
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            var explicit = new HashSet<>(onClass);
            explicit.addAll(explicitNames(descriptor.getJavaClass(), mapping));
            MappingColumns.visit(mapping, visitor(descriptor, explicit));
        }
        var rest = visitor(descriptor, onClass);
        descriptor.getPrimaryKeyFields().forEach(rest::refersTo);
        descriptor
                .getAdditionalTablePrimaryKeyFields()
                .values()
                .forEach(keys -> keys.forEach((one, other) -> {
                    rest.defines(one);
                    rest.defines(other);
                }));
        if (descriptor.hasInheritance() && descriptor.getInheritancePolicy().getClassIndicatorField() != null) {
            rest.defines(descriptor.getInheritancePolicy().getClassIndicatorField());
        }
        if (descriptor.getSequenceNumberField() != null) {
            rest.refersTo(descriptor.getSequenceNumberField());
        }
        if (descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy version
                && version.getWriteLockField() != null) {
            rest.refersTo(version.getWriteLockField());
        }
    }

    /** The names on the member; for an embedded object also all that its class gives its own members. */
    private static Set<String> explicitNames(Class<?> type, DatabaseMapping mapping) {
        var names = new HashSet<String>();
        if (mapping.getAttributeName() != null) {
            names.addAll(ExplicitNames.onAttribute(type, mapping.getAttributeName()));
        }
        if (mapping instanceof AggregateObjectMapping embedded) {
            embedded(embedded.getReferenceClass(), names, new HashSet<>());
        } else if (mapping instanceof AggregateCollectionMapping embeddables) {
            embedded(embeddables.getReferenceClass(), names, new HashSet<>());
        }
        return names;
    }

    private static void embedded(Class<?> embeddable, Set<String> names, Set<Class<?>> seen) {
        if (embeddable.getPackageName().startsWith("java.") || !seen.add(embeddable)) {
            return;
        }
        for (var field : embeddable.getDeclaredFields()) {
            names.addAll(ExplicitNames.onAttribute(embeddable, field.getName()));
            embedded(field.getType(), names, seen);
        }
    }

    private ColumnVisitor visitor(ClassDescriptor descriptor, Set<String> explicit) {
        return new ColumnVisitor() {
            @Override
            public void table(DatabaseTable table) {
                decide(table, explicit);
            }

            @Override
            public void defines(DatabaseField column) {
                var key = find(column, descriptor);
                if (explicit.contains(key.column())) {
                    columns.put(key, key.column());
                } else {
                    columns.putIfAbsent(key, SnakeCase.of(key.column()));
                }
            }

            @Override
            public void refersTo(DatabaseField column) {
                find(column, descriptor);
            }
        };
    }

    private void decide(DatabaseTable table, Set<String> explicit) {
        foundTables.add(table);
        if (explicit.contains(table.getName())) {
            tables.put(table.getName(), table.getName());
        }
    }

    private Key find(DatabaseField column, ClassDescriptor descriptor) {
        return found.computeIfAbsent(column, any -> new Key(tableOf(column, descriptor), column.getName()));
    }

    private String tableOf(DatabaseField column, ClassDescriptor descriptor) {
        if (column.hasTableName()) {
            foundTables.add(column.getTable());
            return column.getTable().getName();
        }
        return descriptor.getTables().isEmpty()
                ? descriptor.getJavaClass().getName()
                : descriptor.getTables().get(0).getName();
    }

    private void rename() {
        found.forEach((column, key) -> column.setName(name(key)));
        for (DatabaseTable table : foundTables) {
            constraints(table);
            table.setName(tables.getOrDefault(table.getName(), SnakeCase.of(table.getName())));
        }
        found.keySet().forEach(column -> column.setTable(column.getTable())); // forgets the cached qualified name
    }

    private String name(Key key) {
        var name = columns.get(key);
        return name != null ? name : SnakeCase.of(key.column());
    }

    private void constraints(DatabaseTable table) {
        for (List<List<String>> constraint : table.getUniqueConstraints().values()) {
            constraint.replaceAll(names -> given(table, names));
        }
        for (IndexDefinition index : table.getIndexes()) {
            index.setFields(given(table, index.getFields()));
        }
    }

    /** The names the user wrote: a column's derived name means that column, anything else is the stored name. */
    private List<String> given(DatabaseTable table, List<String> names) {
        var stored = new ArrayList<String>();
        for (String name : names) {
            stored.add(columns.getOrDefault(new Key(table.getName(), name), name));
        }
        return stored;
    }

    /** Mends the maps whose keys are columns, or names of columns, that changed. */
    private void repair(ClassDescriptor descriptor) {
        descriptor.getObjectBuilder().getFieldsMap().clear();
        var keys = new HashMap<DatabaseTable, Map<DatabaseField, DatabaseField>>();
        descriptor
                .getAdditionalTablePrimaryKeyFields()
                .forEach((table, columns) -> keys.put(table, MappingColumns.rehashed(columns)));
        descriptor.setAdditionalTablePrimaryKeyFields(keys);
        var foreign = new HashMap<DatabaseTable, Set<DatabaseTable>>();
        descriptor
                .getMultipleTableForeignKeys()
                .forEach((table, sources) -> foreign.put(table, new HashSet<>(sources)));
        descriptor.getMultipleTableForeignKeys().clear();
        descriptor.getMultipleTableForeignKeys().putAll(foreign);
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            MappingColumns.rehash(mapping);
            if (mapping instanceof AggregateObjectMapping embedded) {
                embedded(embedded);
            } else if (mapping instanceof AggregateCollectionMapping embeddables) {
                ElementOverrides.on(descriptor.getJavaClass(), embeddables)
                        .forEach(override -> translate(embeddables, override));
            }
        }
    }

    /** EclipseLink does not show the translations it has made, but takes another one for the renamed column. */
    private void translate(AggregateCollectionMapping embeddables, ElementOverrides.Overridden override) {
        var path = override.path();
        var dot = path.lastIndexOf('.');
        var owner = dot < 0
                ? embeddables.getReferenceClass()
                : embeddable(embeddables.getReferenceClass(), path.substring(0, dot));
        var column = owner == null ? null : column(owner, path.substring(dot + 1));
        if (column == null) {
            return;
        }
        var source = override.applyTo(column);
        source.setTable(embeddables.getTargetForeignKeyFields().get(0).getTable());
        if (dot < 0) {
            embeddables.addFieldTranslation(source, column.getName());
        } else {
            embeddables.addNestedFieldTranslation(path, source, column.getName());
        }
    }

    private void embedded(AggregateObjectMapping embedded) {
        embedded.setAggregateToSourceFields(
                renamed(embedded.getReferenceClass(), embedded.getAggregateToSourceFields()));
        var nested = new HashMap<String, Object[]>();
        embedded.getNestedFieldTranslations().forEach((path, to) -> {
            var owner = embeddable(embedded.getReferenceClass(), path.substring(0, Math.max(0, path.lastIndexOf('.'))));
            nested.put(path, owner == null ? to : new Object[] {to[0], name(new Key(owner.getName(), (String) to[1]))});
        });
        embedded.setNestedFieldTranslations(nested);
    }

    private Map<String, DatabaseField> renamed(Class<?> embeddable, Map<String, DatabaseField> translations) {
        var renamed = new HashMap<String, DatabaseField>();
        translations.forEach((name, column) -> renamed.put(name(new Key(embeddable.getName(), name)), column));
        return renamed;
    }

    /** Returns the class of the embedded object at a path of attributes; null if there is none. */
    private @Nullable Class<?> embeddable(Class<?> start, String path) {
        @Nullable Class<?> type = start;
        for (String attribute : path.isEmpty() ? new String[0] : path.split("\\.")) {
            type = mapping(type, attribute) instanceof AggregateObjectMapping nested
                    ? nested.getReferenceClass()
                    : null;
        }
        return type;
    }

    private @Nullable DatabaseField column(Class<?> embeddable, String attribute) {
        var mapping = mapping(embeddable, attribute);
        return mapping == null ? null : mapping.getField();
    }

    private @Nullable DatabaseMapping mapping(@Nullable Class<?> type, String attribute) {
        for (ClassDescriptor descriptor : descriptors) {
            if (descriptor.getJavaClass() == type) {
                return descriptor.getMappingForAttributeName(attribute);
            }
        }
        return null;
    }
}
