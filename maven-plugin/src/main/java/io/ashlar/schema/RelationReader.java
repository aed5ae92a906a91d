package io.ashlar.schema;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.jspecify.annotations.Nullable;

/** Reads what attributes keep outside their entity's row: join tables, collection tables, order, foreign keys. */
final class RelationReader {

    private final SchemaDraft draft;
    private final EntityReader entity;

    RelationReader(SchemaDraft draft, EntityReader entity) {
        this.draft = draft;
        this.entity = entity;
    }

    void read(CollectionMapping mapping, Member member) {
        if (mapping instanceof ManyToManyMapping manyToMany) {
            if (!manyToMany.isReadOnly()) { // the other side of the same table
                joinTable(manyToMany, manyToMany.getRelationTableMechanism(), member);
            }
        } else if (mapping instanceof DirectCollectionMapping direct) {
            values(direct, member);
        } else if (mapping instanceof AggregateCollectionMapping embeddables) {
            embeddables(embeddables, member);
        } else if (mapping instanceof OneToManyMapping oneToMany) {
            oneToMany(oneToMany, member);
        } else {
            draft.problem(
                    "unknown-mapping",
                    member + " is mapped in a way Ashlar makes no table for: "
                            + mapping.getClass().getSimpleName(),
                    member.toString(),
                    "use @OneToMany, @ManyToMany or @ElementCollection");
        }
    }

    void toOne(OneToOneMapping mapping, Member member) {
        TableDraft table = relation(mapping, mapping.getRelationTableMechanism(), member);
        List<String> sources = names(mapping.getRelationTableMechanism().getSourceRelationKeyFields());
        table.primaryKey.addAll(sources);
        if (!(mapping instanceof org.eclipse.persistence.mappings.ManyToOneMapping)) {
            table.unique(names(mapping.getRelationTableMechanism().getTargetRelationKeyFields()));
        }
        annotations(table, member);
    }

    private void joinTable(ManyToManyMapping mapping, RelationTableMechanism mechanism, Member member) {
        TableDraft table = relation(mapping, mechanism, member);
        Set<String> mapKeys = mapKeys(mapping, table);
        table.primaryKey.addAll(names(mechanism.getSourceRelationKeyFields()));
        table.primaryKey.addAll(
                mapKeys.isEmpty() ? names(mechanism.getTargetRelationKeyFields()) : List.copyOf(mapKeys));
        order(mapping.getListOrderField(), table);
        annotations(table, member);
    }

    private TableDraft relation(ForeignReferenceMapping mapping, RelationTableMechanism mechanism, Member member) {
        TableDraft table = draft.table(mechanism.getRelationTable().getName(), member.toString());
        table.member = member;
        Optional<JoinTable> annotation = member.annotation(JoinTable.class);
        side(
                table,
                mechanism.getSourceRelationKeyFields(),
                mechanism.getSourceKeyFields(),
                mapping.getDescriptor(),
                mapping,
                member,
                annotation
                        .map(join -> constraint(List.of(join.joinColumns()), join.foreignKey()))
                        .orElse(Optional.empty()));
        side(
                table,
                mechanism.getTargetRelationKeyFields(),
                mechanism.getTargetKeyFields(),
                mapping.getReferenceDescriptor(),
                mapping,
                member,
                annotation
                        .map(join -> constraint(List.of(join.inverseJoinColumns()), join.inverseForeignKey()))
                        .orElse(Optional.empty()));
        return table;
    }

    /** One of the two foreign keys of a join table, or the one of a collection table. */
    private void side(
            TableDraft table,
            List<DatabaseField> columns,
            List<DatabaseField> targets,
            ClassDescriptor target,
            ForeignReferenceMapping mapping,
            Member member,
            Optional<ForeignKey> constraint) {
        Map<DatabaseField, DatabaseField> pairs = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.put(columns.get(i), targets.get(i));
        }
        List<ForeignColumn> foreign = Inheritance.columns(pairs, target);
        for (ForeignColumn pair : foreign) {
            ColumnDraft column = table.column(pair.name());
            column.required = true;
            column.copiesTypeOf = new ColumnDraft.Ref(pair.targetTable(), pair.targetColumn());
        }
        addForeignKey(table, foreign, target, mapping, member, constraint);
    }

    private void values(DirectCollectionMapping mapping, Member member) {
        TableDraft table = collectionTable(
                mapping,
                mapping.getReferenceTable().getName(),
                mapping.getReferenceKeyFields(),
                mapping.getSourceKeyFields(),
                member);
        DatabaseField value = mapping.getDirectField();
        ColumnDraft column = table.column(value.getName());
        column.member = member;
        boolean set = Set.class.isAssignableFrom(member.type());
        column.required |= set || !value.isNullable();
        if (value.isUnique()) {
            table.unique(List.of(value.getName()));
        }
        new ColumnAnnotations(member, table, draft).column(value.getName());
        Set<String> mapKeys = mapKeys(mapping, table);
        if (mapKeys.isEmpty() && mapping instanceof DirectMapMapping map && map.getDirectKeyField() != null) {
            mapKeys = Set.of(map.getDirectKeyField().getName());
            table.column(map.getDirectKeyField().getName()).required = true;
        }
        List<String> owners = names(mapping.getReferenceKeyFields());
        if (set) {
            key(table, owners, Set.of(value.getName()));
        } else {
            key(table, owners, mapKeys);
        }
        order(mapping.getListOrderField(), table);
        annotations(table, member);
    }

    private void embeddables(AggregateCollectionMapping mapping, Member member) {
        ClassDescriptor element = mapping.getReferenceDescriptor();
        TableDraft table = collectionTable(
                mapping,
                element.getTables().get(0).getName(),
                mapping.getTargetForeignKeyFields(),
                mapping.getSourceKeyFields(),
                member);
        EntityReader.sorted(element.getMappings(), element.getJavaClass())
                .forEach(each -> entity.read(each, element.getJavaClass(), true));
        key(table, names(mapping.getTargetForeignKeyFields()), mapKeys(mapping, table));
        order(mapping.getListOrderField(), table);
        annotations(table, member);
    }

    private TableDraft collectionTable(
            ForeignReferenceMapping mapping,
            String name,
            List<DatabaseField> columns,
            List<DatabaseField> targets,
            Member member) {
        TableDraft table = draft.table(name, member.toString());
        table.member = member;
        Optional<ForeignKey> constraint = member.annotation(CollectionTable.class)
                .map(annotation -> constraint(List.of(annotation.joinColumns()), annotation.foreignKey()))
                .orElse(Optional.empty());
        side(table, columns, targets, mapping.getDescriptor(), mapping, member, constraint);
        return table;
    }

    /** A list may hold a value twice, and moves values one by one, so only sets and maps get a key. */
    private void key(TableDraft table, List<String> owners, Set<String> rest) {
        if (!rest.isEmpty()) {
            table.primaryKey.addAll(owners);
            rest.stream().sorted().forEach(table.primaryKey::add);
        }
    }

    private void oneToMany(OneToManyMapping mapping, Member member) {
        if (mapping instanceof UnidirectionalOneToManyMapping) {
            List<ForeignColumn> pairs =
                    Inheritance.columns(mapping.getTargetForeignKeysToSourceKeys(), mapping.getDescriptor());
            TableDraft table = draft.table(
                    pairs.get(0).source().getTableName(),
                    mapping.getReferenceDescriptor().getJavaClassName());
            for (ForeignColumn pair : pairs) {
                ColumnDraft column = table.column(pair.name());
                column.required |= !pair.source().isNullable();
                column.copiesTypeOf = new ColumnDraft.Ref(pair.targetTable(), pair.targetColumn());
            }
            new ColumnAnnotations(member, table, draft)
                    .joinColumns(pairs.stream().map(ForeignColumn::name).toList());
            addForeignKey(
                    table,
                    pairs,
                    mapping.getDescriptor(),
                    mapping,
                    member,
                    constraint(member.annotations(JoinColumn.class), member));
        }
        if (mapping.getListOrderField() != null
                || mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy) {
            TableDraft target = draft.table( // which an abstract class with a table for each child has not
                    Inheritance.mainTable(mapping.getReferenceDescriptor()).getName(),
                    mapping.getReferenceDescriptor().getJavaClassName());
            mapKeys(mapping, target);
            order(mapping.getListOrderField(), target);
        }
    }

    private void order(@Nullable DatabaseField field, TableDraft table) {
        if (field != null) {
            ColumnDraft column = table.column(field.getName());
            column.type = ColumnType.of(ColumnType.Kind.INT);
            column.required |= !field.isNullable();
        }
    }

    /** Returns the columns of a map's keys, where they are columns of their own. */
    private Set<String> mapKeys(CollectionMapping mapping, TableDraft table) {
        if (!(mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy policy)) {
            return Set.of();
        }
        Map<DatabaseField, DatabaseField> foreign = policy.getForeignKeyFieldsForMapKey();
        boolean ownTable = !(mapping instanceof OneToManyMapping);
        List<String> columns = new ArrayList<>();
        for (DatabaseField field : policy.getIdentityFieldsForMapKey()) {
            ColumnDraft column = table.column(field.getName());
            column.required |= ownTable;
            columns.add(field.getName());
            DatabaseField target = foreign == null ? null : foreign.get(field);
            if (target != null) {
                column.copiesTypeOf = new ColumnDraft.Ref(target.getTableName(), target.getName());
            }
        }
        if (foreign != null && !foreign.isEmpty()) {
            DatabaseField any = foreign.values().iterator().next();
            List<String> targets = columns.stream()
                    .map(name -> foreign.entrySet().stream()
                            .filter(pair -> pair.getKey().getName().equals(name))
                            .map(pair -> pair.getValue().getName())
                            .findFirst()
                            .orElse(name))
                    .toList();
            table.foreignKeys.add(new io.ashlar.schema.ForeignKey(
                    Names.foreignKey(table.name, columns),
                    columns,
                    any.getTableName(),
                    targets,
                    io.ashlar.schema.ForeignKey.Action.NO_ACTION));
        }
        return Set.copyOf(columns);
    }

    private void annotations(TableDraft table, Member member) {
        member.annotation(JoinTable.class)
                .ifPresent(join -> draft.problems(TableAnnotations.of(join).addTo(table)));
        member.annotation(CollectionTable.class)
                .ifPresent(values -> draft.problems(TableAnnotations.of(values).addTo(table)));
    }

    void foreignKey(
            TableDraft table,
            List<ForeignColumn> pairs,
            OneToOneMapping mapping,
            Member member,
            Optional<ForeignKey> constraint) {
        addForeignKey(table, pairs, mapping.getReferenceDescriptor(), mapping, member, constraint);
    }

    /** Adds the constraint; where the target's rows lie in several tables there can be none, but the index stays. */
    private void addForeignKey(
            TableDraft table,
            List<ForeignColumn> pairs,
            ClassDescriptor target,
            ForeignReferenceMapping mapping,
            Member member,
            Optional<ForeignKey> constraint) {
        List<String> columns = pairs.stream().map(ForeignColumn::name).toList();
        boolean none = Inheritance.scattered(target)
                || constraint
                        .filter(key -> key.value() == ConstraintMode.NO_CONSTRAINT)
                        .isPresent();
        if (none) {
            table.indexed(columns);
            return;
        }
        if (constraint
                .filter(key ->
                        !key.foreignKeyDefinition().isEmpty() || !key.options().isEmpty())
                .isPresent()) {
            draft.problem(
                    "foreign-key-definition",
                    member + " has a foreignKeyDefinition or options, which are SQL of one database",
                    member.toString(),
                    "remove it; for deleting along with the target use @CascadeOnDelete");
        }
        String name = constraint
                .map(ForeignKey::name)
                .filter(given -> !given.isEmpty())
                .orElseGet(() -> Names.foreignKey(table.name, columns));
        table.foreignKeys.add(new io.ashlar.schema.ForeignKey(
                name,
                columns,
                pairs.get(0).targetTable(),
                pairs.stream().map(ForeignColumn::targetColumn).toList(),
                mapping.isCascadeOnDeleteSetOnDatabase()
                        ? io.ashlar.schema.ForeignKey.Action.CASCADE
                        : io.ashlar.schema.ForeignKey.Action.NO_ACTION));
    }

    /** Returns what a user says about the foreign key of join columns. */
    static Optional<ForeignKey> constraint(List<JoinColumn> joins, Member member) {
        return member.annotation(JoinColumns.class)
                .map(all -> constraint(List.of(all.value()), all.foreignKey()))
                .orElseGet(() -> joins.stream()
                        .map(JoinColumn::foreignKey)
                        .filter(RelationReader::said)
                        .findFirst());
    }

    private static Optional<ForeignKey> constraint(List<JoinColumn> joins, ForeignKey whole) {
        return said(whole)
                ? Optional.of(whole)
                : joins.stream()
                        .map(JoinColumn::foreignKey)
                        .filter(RelationReader::said)
                        .findFirst();
    }

    private static boolean said(ForeignKey key) {
        return key.value() != ConstraintMode.PROVIDER_DEFAULT
                || !key.name().isEmpty()
                || !key.foreignKeyDefinition().isEmpty();
    }

    private static List<String> names(List<DatabaseField> fields) {
        return fields.stream().map(DatabaseField::getName).toList();
    }
}
