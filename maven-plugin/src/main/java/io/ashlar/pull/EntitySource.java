package io.ashlar.pull;

import io.ashlar.data.Default;
import io.ashlar.data.Json;
import io.ashlar.data.Model;
import io.ashlar.internal.mapping.SnakeCase;
import io.ashlar.model.ClassName;
import io.ashlar.model.Plurals;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.Names;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import io.ashlar.service.Imports;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One table as Java. */
final class EntitySource {

    private static final int USUAL_LENGTH = 255;
    private static final String INDENT = "    ";

    private final TablePlan plan;
    private final Table table;
    private final ClassName name;
    private final Imports imports;
    private final List<PulledField> fields = new ArrayList<>();
    private final List<KeyPart> keyParts = new ArrayList<>();
    private final List<ForeignKey> relations = new ArrayList<>();
    private final Set<String> attributes = new HashSet<>();

    /** One attribute of a composite id. */
    private record KeyPart(String attribute, Class<?> type) {}

    EntitySource(TablePlan plan, Table table) {
        this.plan = plan;
        this.table = table;
        this.name = plan.className(table.name());
        this.imports = new Imports(name, plan.inPackage());
        imports.name(Entity.class);
    }

    /** Returns the entity's file. */
    PulledModel model() {
        boolean composite = TablePlan.key(table).size() > 1;
        List<String> annotations =
                new ArrayList<>(List.of(annotation(Entity.class).text()));
        for (io.ashlar.schema.Column column : table.columns()) {
            if (!plan.isModelColumn(table, column)) {
                Optional<ForeignKey> relation = plan.relation(table, column);
                relation.ifPresentOrElse(key -> toOne(column, key), () -> plain(column));
            }
        }
        plan.joins().stream().filter(this::owns).forEach(this::toMany);
        if (composite) {
            annotations.add(annotation(IdClass.class)
                    .code("value", imports.name(keyName()) + ".class")
                    .text());
        }
        Annotated onTable = onTable();
        if (!onTable.isEmpty()) {
            annotations.add(onTable.text(""));
        }
        String extension = plan.isModel(table) ? " extends " + imports.name(Model.class) : "";
        return new PulledModel(
                plan.packageName(), name.simple(), table.name(), imports.toWrite(), annotations, extension, fields);
    }

    /** Returns the file of the composite id, once the model has been made. */
    Optional<PulledModel> key() {
        if (keyParts.size() < 2) {
            return Optional.empty();
        }
        Imports used = new Imports(keyName(), plan.inPackage());
        used.name(Serializable.class);
        used.name(Objects.class);
        List<PulledField> parts = keyParts.stream()
                .map(part -> new PulledField(
                        List.of(), used.name(part.type()), part.attribute(), JavaNames.capitalized(part.attribute())))
                .toList();
        return Optional.of(new PulledModel(
                plan.packageName(), keyName().simple(), table.name(), used.toWrite(), List.of(), "", parts));
    }

    /** Returns the key's columns in the order in which EclipseLink has them: those of relations last. */
    List<String> keyColumns() {
        List<String> columns = new ArrayList<>();
        for (boolean relation : List.of(false, true)) {
            table.columns().stream()
                    .filter(column ->
                            isKey(column) && plan.relation(table, column).isPresent() == relation)
                    .forEach(column -> columns.add(column.name()));
        }
        return columns;
    }

    /** Returns the foreign keys that became relations, once the model has been made. */
    List<ForeignKey> relations() {
        return List.copyOf(relations);
    }

    private ClassName keyName() {
        return ClassName.of(plan.packageName(), name.simple() + "Id");
    }

    private void plain(io.ashlar.schema.Column column) {
        String attribute = attribute(JavaNames.attribute(column.name()));
        Class<?> type = AttributeTypes.of(column.type().kind());
        List<String> annotations = new ArrayList<>();
        boolean id = isKey(column);
        if (id) {
            annotations.add(annotation(Id.class).text());
            keyParts.add(new KeyPart(attribute, type));
            boolean alone = TablePlan.key(table).size() == 1;
            if (column.identity() || (alone && column.type().kind() == Kind.UUID)) {
                annotations.add(annotation(GeneratedValue.class)
                        .code(
                                "strategy",
                                imports.name(GenerationType.class) + (column.identity() ? ".IDENTITY" : ".UUID"))
                        .text());
            }
        }
        if (column.type().kind() == Kind.TEXT) {
            annotations.add(annotation(Lob.class).text());
        }
        if (column.type().kind() == Kind.JSON) {
            annotations.add(annotation(Json.class).text());
        }
        if (column.defaultValue() != null) {
            annotations.add(annotation(Default.class)
                    .text("value", column.defaultValue())
                    .text());
        }
        Annotated details = annotation(Column.class);
        if (!SnakeCase.of(attribute).equals(column.name())) {
            details.text("name", column.name());
        }
        if (column.type().kind() == Kind.VARCHAR && column.type().size() != USUAL_LENGTH) {
            details.code("length", Integer.toString(column.type().size()));
        }
        if (column.type().kind() == Kind.DECIMAL && column.type().size() > 0) {
            details.code("precision", Integer.toString(column.type().size()));
            details.code("scale", Integer.toString(column.type().scale()));
        }
        if (!column.nullable() && !id) {
            details.code("nullable", "false");
        }
        if (saidByColumn(List.of(column.name()))) {
            details.code("unique", "true");
        }
        details.text("comment", column.comment());
        if (!details.isEmpty()) {
            annotations.add(details.text(INDENT));
        }
        add(annotations, type(column, type), attribute);
    }

    private String type(io.ashlar.schema.Column column, Class<?> type) {
        if (column.type().kind() != Kind.JSON) {
            return imports.name(type);
        }
        plan.notes()
                .add(
                        "The column " + table.name() + "." + column.name()
                                + " is taken to hold JSON objects; where it holds others, give the attribute a List or a record");
        return imports.name(type) + "<" + imports.name(String.class) + ", " + imports.name(Object.class) + ">";
    }

    private void toOne(io.ashlar.schema.Column column, ForeignKey key) {
        Table target = Objects.requireNonNull(plan.entities().get(key.targetTable()));
        String attribute =
                attribute(JavaNames.relation(column.name(), key.targetColumns().get(0)));
        List<String> annotations = new ArrayList<>();
        if (isKey(column)) {
            annotations.add(annotation(Id.class).text());
            keyParts.add(new KeyPart(attribute, AttributeTypes.of(column.type().kind())));
        }
        boolean unique = PulledModels.uniques(table).stream()
                .anyMatch(each -> each.columns().equals(List.of(column.name())));
        Annotated relation = annotation(unique ? OneToOne.class : ManyToOne.class);
        if (!column.nullable() && !isKey(column)) {
            relation.code("optional", "false");
        }
        annotations.add(relation.text());
        Annotated join = join(column.name(), attribute, target, key);
        join.text("comment", column.comment());
        if (!join.isEmpty()) {
            annotations.add(join.text(INDENT));
        }
        relations.add(key);
        add(annotations, imports.name(plan.className(target.name())), attribute);
    }

    private Annotated join(String column, String attribute, Table target, ForeignKey key) {
        Annotated join = annotation(JoinColumn.class);
        boolean derived = TablePlan.key(target).equals(List.of("id")) && column.equals(SnakeCase.of(attribute) + "_id");
        if (!derived) {
            join.text("name", column);
        }
        return constraint(join, table.name(), key);
    }

    private Annotated constraint(Annotated join, String of, ForeignKey key) {
        return key.name().equals(Names.foreignKey(of, key.columns()))
                ? join
                : join.code(
                        "foreignKey",
                        annotation(jakarta.persistence.ForeignKey.class)
                                .text("name", key.name())
                                .text());
    }

    private boolean owns(Table join) {
        return side(join, 0).targetTable().equals(table.name());
    }

    /** The first column of a join table's key is the owner's. */
    private static ForeignKey side(Table join, int position) {
        String column = TablePlan.key(join).get(position);
        return join.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column)))
                .findFirst()
                .orElseThrow();
    }

    private void toMany(Table join) {
        ForeignKey own = side(join, 0);
        ForeignKey other = side(join, 1);
        String attribute = attribute(Plurals.of(
                JavaNames.relation(other.columns().get(0), other.targetColumns().get(0))));
        Annotated annotation = annotation(JoinTable.class).text("name", join.name());
        annotation.code(
                "joinColumns",
                constraint(
                                annotation(JoinColumn.class)
                                        .text("name", own.columns().get(0)),
                                join.name(),
                                own)
                        .text());
        annotation.code(
                "inverseJoinColumns",
                constraint(
                                annotation(JoinColumn.class)
                                        .text("name", other.columns().get(0)),
                                join.name(),
                                other)
                        .text());
        constraints(annotation, join);
        String target = imports.name(plan.className(other.targetTable()));
        add(
                List.of(annotation(ManyToMany.class).text(), annotation.text(INDENT)),
                imports.name(Set.class) + "<" + target + ">",
                attribute);
    }

    private Annotated onTable() {
        Annotated annotation = annotation(jakarta.persistence.Table.class);
        if (!SnakeCase.of(name.simple()).equals(table.name())) {
            annotation.text("name", table.name());
        }
        return constraints(annotation, table);
    }

    private Annotated constraints(Annotated annotation, Table of) {
        List<Unique> uniques = PulledModels.uniques(of);
        annotation.all(
                "uniqueConstraints",
                uniques.stream()
                        .filter(unique -> !isOwn(of) || !saidByColumn(unique.columns()))
                        .map(unique -> annotation(UniqueConstraint.class)
                                .text("name", unique.name())
                                .all(
                                        "columnNames",
                                        unique.columns().stream()
                                                .map(Annotated::quoted)
                                                .toList())
                                .text())
                        .toList());
        annotation.all(
                "indexes",
                PulledModels.indexes(of).stream()
                        .filter(index -> !isDerived(of, index, uniques))
                        .map(index -> annotation(jakarta.persistence.Index.class)
                                .text("name", index.name())
                                .text("columnList", columnList(index))
                                .text())
                        .toList());
        return annotation.text("comment", of.comment());
    }

    /** Whether a table is the entity's, not one that joins it. */
    private boolean isOwn(Table other) {
        return other.name().equals(table.name());
    }

    private static String columnList(Index index) {
        return String.join(
                ", ",
                index.columns().stream()
                        .map(part -> part.column() + (part.descending() ? " desc" : ""))
                        .toList());
    }

    /** Whether the schema reader makes the same index by itself, for a relation. */
    private boolean isDerived(Table of, Index index, List<Unique> uniques) {
        List<String> columns = index.columnNames();
        List<Index> rest = PulledModels.indexes(of).stream()
                .filter(each -> !each.equals(index))
                .toList();
        List<ForeignKey> keys = isOwn(of) ? relations : of.foreignKeys();
        return index.name().equals(Names.index(of.name(), columns))
                && index.columns().stream().noneMatch(Index.Part::descending)
                && keys.stream().anyMatch(key -> key.columns().equals(columns))
                && !PulledModels.covered(columns, isOwn(of) ? keyColumns() : TablePlan.key(of), uniques, rest);
    }

    /** Whether {@code unique = true}, or a one-to-one relation, says all of a unique constraint. */
    private boolean saidByColumn(List<String> columns) {
        return columns.size() == 1
                && table.column("deleted_at").isEmpty() // else it would not count softly deleted rows
                && PulledModels.uniques(table).stream()
                        .anyMatch(unique -> unique.columns().equals(columns)
                                && unique.name().equals(Names.unique(table.name(), columns)));
    }

    private boolean isKey(io.ashlar.schema.Column column) {
        return TablePlan.key(table).contains(column.name());
    }

    private String attribute(String wanted) {
        String free = JavaNames.free(wanted, attributes);
        attributes.add(free);
        return free;
    }

    private Annotated annotation(Class<?> type) {
        return new Annotated(imports, type);
    }

    private void add(List<String> annotations, String type, String attribute) {
        fields.add(new PulledField(annotations, type, attribute, JavaNames.capitalized(attribute)));
    }
}
