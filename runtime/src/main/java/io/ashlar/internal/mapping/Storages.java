package io.ashlar.internal.mapping;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.foundation.AbstractColumnMapping;
import org.eclipse.persistence.sessions.Project;
import org.jspecify.annotations.Nullable;

/** How each column of a module's tables is stored. */
public final class Storages {

    private static final int DISCRIMINATOR_LENGTH = 31; // JPA's default

    private record Column(String table, String name) {
        static Column of(DatabaseField field) {
            return new Column(field.hasTableName() ? field.getTableName() : "", field.getName());
        }
    }

    private final Map<Column, Storage> storages = new HashMap<>();
    private final Map<Column, DatabaseMapping> sources = new HashMap<>();
    private final Map<Column, Column> references = new HashMap<>();

    private Storages() {}

    /** Reads a project that EclipseLink has initialised. */
    public static Storages of(Project project) {
        var storages = new Storages();
        for (ClassDescriptor descriptor : project.getDescriptors().values()) {
            if (!descriptor.isAggregateDescriptor() && !descriptor.isAggregateCollectionDescriptor()) {
                storages.add(descriptor);
            }
        }
        return storages;
    }

    /** Returns how a column is stored; empty if the models map none of this name. */
    public Optional<Storage> column(String table, String column) {
        @Nullable Column at = new Column(table, column);
        for (var steps = 0; at != null && steps < 32; steps++) { // foreign keys of foreign keys; never that many
            var storage = storages.get(at);
            if (storage != null) {
                return Optional.of(storage);
            }
            at = references.get(at);
        }
        return Optional.empty();
    }

    /** Returns the mapping that says what a column holds, which for a foreign key is another's; null for columns of none. */
    public @Nullable DatabaseMapping source(String table, String column) {
        @Nullable Column at = new Column(table, column);
        for (var steps = 0; at != null && steps < 32; steps++) {
            var source = sources.get(at);
            if (source != null) {
                return source;
            }
            at = references.get(at);
        }
        return null;
    }

    private void add(ClassDescriptor descriptor) {
        descriptor.getMappings().forEach(this::add);
        if (descriptor.hasInheritance() && descriptor.getInheritancePolicy().getClassIndicatorField() != null) {
            discriminator(descriptor.getInheritancePolicy().getClassIndicatorField());
        }
        descriptor
                .getAdditionalTablePrimaryKeyFields()
                .values()
                .forEach(keys -> keys.forEach((one, other) -> {
                    refers(one, other);
                    refers(other, one);
                }));
        var root = descriptor.getPrimaryKeyFields();
        for (var table : descriptor.getTables()) {
            root.forEach(key -> references.putIfAbsent(new Column(table.getName(), key.getName()), Column.of(key)));
        }
    }

    private void discriminator(DatabaseField field) {
        var type = field.getType();
        Storage storage;
        if (type == Integer.class || type == int.class) {
            storage = Storage.of(StorageKind.INT);
        } else if (type == Character.class || type == char.class) {
            storage = Storage.of(StorageKind.CHAR);
        } else {
            storage = Storage.varchar(field.getLength() > 0 ? field.getLength() : DISCRIMINATOR_LENGTH);
        }
        storages.putIfAbsent(Column.of(field), storage);
    }

    private void add(DatabaseMapping mapping) {
        if (mapping instanceof AbstractColumnMapping direct) {
            stores(direct.getField(), direct);
        } else if (mapping instanceof AggregateObjectMapping embedded) {
            embedded.getReferenceDescriptor().getMappings().forEach(this::add);
        } else if (mapping instanceof OneToOneMapping toOne) {
            if (toOne.isForeignKeyRelationship() && !toOne.hasRelationTableMechanism()) {
                toOne.getSourceToTargetKeyFields().forEach(this::refers);
            }
            relationTable(toOne.getRelationTableMechanism());
        } else if (mapping instanceof CollectionMapping collection) {
            collection(collection);
        }
    }

    private void collection(CollectionMapping collection) {
        if (collection.getListOrderField() != null) {
            storages.putIfAbsent(Column.of(collection.getListOrderField()), Storage.of(StorageKind.INT));
        }
        var key = MappingColumns.mapKey(collection);
        if (key != null) {
            add(key);
        }
        if (collection instanceof ManyToManyMapping manyToMany) {
            relationTable(manyToMany.getRelationTableMechanism());
        } else if (collection instanceof DirectCollectionMapping direct) {
            stores(direct.getDirectField(), direct);
            refers(direct.getReferenceKeyFields(), direct.getSourceKeyFields());
        } else if (collection instanceof AggregateCollectionMapping embeddables) {
            embeddables.getReferenceDescriptor().getMappings().forEach(this::add);
            refers(embeddables.getTargetForeignKeyFields(), embeddables.getSourceKeyFields());
        } else if (collection instanceof OneToManyMapping oneToMany) {
            oneToMany.getTargetForeignKeysToSourceKeys().forEach(this::refers);
        }
    }

    private void relationTable(@Nullable RelationTableMechanism mechanism) {
        if (mechanism != null) {
            refers(mechanism.getSourceRelationKeyFields(), mechanism.getSourceKeyFields());
            refers(mechanism.getTargetRelationKeyFields(), mechanism.getTargetKeyFields());
        }
    }

    private void stores(@Nullable DatabaseField field, DatabaseMapping mapping) {
        if (field != null && mapping.getProperty(StorageAssigner.STORAGE) instanceof Storage storage) {
            storages.putIfAbsent(Column.of(field), storage);
            sources.putIfAbsent(Column.of(field), mapping);
        }
    }

    private void refers(List<DatabaseField> sources, List<DatabaseField> targets) {
        Iterator<DatabaseField> target = targets.iterator();
        sources.forEach(source -> {
            if (target.hasNext()) {
                refers(source, target.next());
            }
        });
    }

    private void refers(DatabaseField source, DatabaseField target) {
        var from = Column.of(source);
        var to = Column.of(target);
        if (!from.equals(to)) {
            references.putIfAbsent(from, to);
        }
    }
}
