package io.ashlar.schema;

import io.ashlar.data.Searchable;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ManyToOneMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractColumnMapping;

/** Reads one entity's tables, columns and to-one relations. */
final class EntityReader {

    private final SchemaDraft draft;
    private final ClassDescriptor descriptor;
    private final RelationReader relations;

    EntityReader(SchemaDraft draft, ClassDescriptor descriptor) {
        this.draft = draft;
        this.descriptor = descriptor;
        this.relations = new RelationReader(draft, this);
    }

    void read() {
        if (descriptor.hasTablePerClassPolicy() && descriptor.isAbstract()) {
            return; // its concrete classes have all its columns
        }
        for (DatabaseTable table : Inheritance.ownTables(descriptor)) {
            TableDraft owned = draft.table(table.getName(), descriptor.getJavaClassName());
            if (!table.getTableQualifier().isEmpty()) {
                draft.problem(
                        "table-with-schema",
                        "Table " + table.getName() + " names a schema or catalog: " + table.getTableQualifier(),
                        descriptor.getJavaClassName(),
                        "remove schema and catalog; the connection decides where a module's tables are");
            }
            key(owned, table);
        }
        discriminator();
        sorted(descriptor.getMappings(), descriptor.getJavaClass()).stream()
                .filter(mapping -> !Inheritance.inherited(descriptor, mapping))
                .forEach(mapping -> read(mapping, descriptor.getJavaClass(), false));
        new IdentityReader(draft, descriptor).read();
    }

    private void key(TableDraft owned, DatabaseTable table) {
        List<DatabaseField> keys = KeyOrder.of(descriptor);
        Map<DatabaseField, DatabaseField> joined =
                descriptor.getAdditionalTablePrimaryKeyFields().get(table);
        if (joined == null) {
            keys.stream()
                    .filter(key -> key.getTable().equals(table))
                    .map(DatabaseField::getName)
                    .forEach(owned.primaryKey::add);
            return;
        }
        DatabaseTable target = Inheritance.parentOf(table, descriptor);
        List<String> columns = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (DatabaseField key : keys) {
            DatabaseField column = joined.get(key);
            if (column == null) {
                continue;
            }
            String targetColumn = Inheritance.keyIn(target, key, descriptor);
            columns.add(column.getName());
            targets.add(targetColumn);
            owned.primaryKey.add(column.getName());
            owned.column(column.getName()).copiesTypeOf = new ColumnDraft.Ref(target.getName(), targetColumn);
        }
        owned.foreignKeys.add(new ForeignKey(
                Names.foreignKey(owned.name, columns),
                columns,
                target.getName(),
                targets,
                descriptor.isCascadeOnDeleteSetOnDatabaseOnSecondaryTables()
                        ? ForeignKey.Action.CASCADE
                        : ForeignKey.Action.NO_ACTION));
    }

    private void discriminator() {
        if (!descriptor.hasInheritance() || descriptor.isChildDescriptor()) {
            return;
        }
        DatabaseField field = descriptor.getInheritancePolicy().getClassIndicatorField();
        if (field == null) {
            return;
        }
        ColumnDraft column =
                draft.table(field.getTableName(), descriptor.getJavaClassName()).column(field.getName());
        column.required = true;
        column.discriminator = true;
        var annotation = descriptor.getJavaClass().getAnnotation(jakarta.persistence.DiscriminatorColumn.class);
        DiscriminatorType type = annotation == null ? DiscriminatorType.STRING : annotation.discriminatorType();
        column.type = switch (type) {
            case STRING -> ColumnType.varchar(annotation == null ? 31 : annotation.length());
            case CHAR -> ColumnType.of(ColumnType.Kind.CHAR);
            case INTEGER -> ColumnType.of(ColumnType.Kind.INT);
        };
    }

    /** Reads one attribute of the entity, or of what is embedded in it. */
    void read(DatabaseMapping mapping, Class<?> owner, boolean embedded) {
        Member member = new Member(owner, mapping.getAttributeName());
        if (mapping instanceof AbstractColumnMapping column) {
            column(column, member, embedded);
        } else if (mapping instanceof AggregateObjectMapping aggregate) {
            ClassDescriptor inner = aggregate.getReferenceDescriptor();
            sorted(inner.getMappings(), inner.getJavaClass()).forEach(each -> read(each, inner.getJavaClass(), true));
        } else if (mapping instanceof OneToOneMapping toOne) {
            if (toOne.hasRelationTableMechanism()) {
                relations.toOne(toOne, member);
            } else if (toOne.isForeignKeyRelationship()) {
                toOne(toOne, member);
            }
        } else if (mapping instanceof CollectionMapping collection) {
            relations.read(collection, member);
        } else {
            draft.problem(
                    "unknown-mapping",
                    member + " is mapped in a way Ashlar makes no table for: "
                            + mapping.getClass().getSimpleName(),
                    member.toString(),
                    "use an attribute, relation, @Embedded or @ElementCollection of Jakarta Persistence");
        }
    }

    private void column(AbstractColumnMapping mapping, Member member, boolean embedded) {
        DatabaseField field = mapping.getField();
        TableDraft table = draft.table(field.getTableName(), descriptor.getJavaClassName());
        ColumnDraft column = table.column(field.getName(), member);
        boolean always =
                (member.type().isPrimitive() && !embedded) || member.has(Version.class) || member.has(Id.class);
        boolean demanded = always || !field.isNullable() || !mapping.isOptional();
        column.required |= demanded && !Inheritance.sharesTableOfParent(descriptor);
        if (field.getComment() != null && !field.getComment().isEmpty()) { // of an @AttributeOverride too
            column.comment = field.getComment();
        }
        definition(field, member);
        if (field.isUnique()) {
            table.unique(List.of(field.getName()));
        }
        if (member.has(Searchable.class) && descriptor.getTables().contains(field.getTable())) {
            table.searched(field.getName());
        }
        new ColumnAnnotations(member, table, draft).column(field.getName());
    }

    private void definition(DatabaseField field, Member member) {
        if (field.getColumnDefinition() != null && !field.getColumnDefinition().isEmpty()) {
            draft.problem(
                    "column-definition",
                    member + " has a columnDefinition, which is SQL of one database",
                    member.toString(),
                    "use length, precision, scale, nullable, @Lob or @Default instead");
        }
    }

    private void toOne(OneToOneMapping mapping, Member member) {
        List<ForeignColumn> pairs =
                Inheritance.columns(mapping.getSourceToTargetKeyFields(), mapping.getReferenceDescriptor());
        TableDraft table = draft.table(pairs.get(0).source().getTableName(), descriptor.getJavaClassName());
        boolean optional = Inheritance.sharesTableOfParent(descriptor);
        for (ForeignColumn pair : pairs) {
            ColumnDraft column = table.column(pair.name(), member);
            column.copiesTypeOf = column.copiesTypeOf == null && !isOwnColumn(pair.source())
                    ? new ColumnDraft.Ref(pair.targetTable(), pair.targetColumn())
                    : column.copiesTypeOf;
            column.required |=
                    !optional && (!mapping.isOptional() || !pair.source().isNullable());
            definition(pair.source(), member);
        }
        List<String> columns = pairs.stream().map(ForeignColumn::name).toList();
        boolean unique = !(mapping instanceof ManyToOneMapping)
                || (pairs.size() == 1 && pairs.get(0).source().isUnique());
        if (unique) {
            table.unique(columns);
        }
        new ColumnAnnotations(member, table, draft).joinColumns(columns);
        List<JoinColumn> joins = member.annotations(JoinColumn.class);
        relations.foreignKey(table, pairs, mapping, member, RelationReader.constraint(joins, member));
    }

    /** A column that a plain attribute maps as well, as in a derived id, has the attribute's type. */
    private boolean isOwnColumn(DatabaseField field) {
        return descriptor.getMappings().stream()
                .anyMatch(mapping -> mapping instanceof AbstractColumnMapping column
                        && column.getField().equals(field));
    }

    private static int position(DatabaseMapping mapping, List<String> order) {
        int index = order.indexOf(mapping.getAttributeName());
        return index < 0 ? order.size() : index;
    }

    static List<DatabaseMapping> sorted(List<DatabaseMapping> mappings, Class<?> owner) {
        List<String> order = Member.order(owner);
        return mappings.stream()
                .sorted(Comparator.<DatabaseMapping>comparingInt(mapping -> position(mapping, order))
                        .thenComparing(DatabaseMapping::getAttributeName))
                .toList();
    }
}
