package io.ashlar.pull;

import io.ashlar.data.Default;
import io.ashlar.data.Json;
import io.ashlar.internal.mapping.SnakeCase;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Names;
import io.ashlar.schema.Table;
import io.ashlar.service.Imports;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The attributes of one entity as Java, saying no more than what would not be so by itself. */
final class AttributeSource implements Attribute.Visitor<PulledField> {

    private static final int USUAL_LENGTH = 255;
    private static final String INDENT = "    ";

    private final TablePlan plan;
    private final EntityShape entity;
    private final Imports imports;

    AttributeSource(TablePlan plan, EntityShape entity, Imports imports) {
        this.plan = plan;
        this.entity = entity;
        this.imports = imports;
    }

    @Override
    public PulledField plain(Attribute.Plain attribute) {
        io.ashlar.schema.Column column = attribute.column();
        Kind kind = column.type().kind();
        List<String> annotations = new ArrayList<>();
        if (attribute.id()) {
            annotations.add(annotation(Id.class).text());
            boolean alone = entity.id().size() == 1;
            if (column.identity() || (alone && kind == Kind.UUID)) {
                annotations.add(annotation(GeneratedValue.class)
                        .code(
                                "strategy",
                                imports.name(GenerationType.class) + (column.identity() ? ".IDENTITY" : ".UUID"))
                        .text());
            }
        }
        if (kind == Kind.TEXT) {
            annotations.add(annotation(Lob.class).text());
        }
        if (kind == Kind.JSON) {
            annotations.add(annotation(Json.class).text());
        }
        if (column.defaultValue() != null) {
            annotations.add(annotation(Default.class)
                    .text("value", column.defaultValue())
                    .text());
        }
        addUnlessEmpty(details(attribute), annotations);
        return field(annotations, type(kind), attribute.name());
    }

    private Annotated details(Attribute.Plain attribute) {
        io.ashlar.schema.Column column = attribute.column();
        ColumnType type = column.type();
        Annotated details = annotation(Column.class);
        if (!SnakeCase.of(attribute.name()).equals(column.name())) {
            details.text("name", column.name());
        }
        if (type.kind() == Kind.VARCHAR && type.size() != USUAL_LENGTH) {
            details.code("length", Integer.toString(type.size()));
        }
        if (type.kind() == Kind.DECIMAL && type.size() > 0) {
            details.code("precision", Integer.toString(type.size()));
            details.code("scale", Integer.toString(type.scale()));
        }
        if (!column.nullable() && !attribute.id()) {
            details.code("nullable", "false");
        }
        return details.text("comment", column.comment());
    }

    private String type(Kind kind) {
        String type = imports.name(AttributeTypes.of(kind));
        return kind == Kind.JSON
                ? type + "<" + imports.name(String.class) + ", " + imports.name(Object.class) + ">"
                : type;
    }

    @Override
    public PulledField toOne(Attribute.ToOne attribute) {
        io.ashlar.schema.Column column = attribute.column();
        ForeignKey key = attribute.key();
        List<String> annotations = new ArrayList<>();
        if (attribute.id()) {
            annotations.add(annotation(Id.class).text());
        }
        boolean unique = entity.table().uniques().stream()
                .anyMatch(each -> each.columns().equals(List.of(column.name())));
        Annotated relation = annotation(unique ? OneToOne.class : ManyToOne.class);
        if (!column.nullable() && !attribute.id()) {
            relation.code("optional", "false");
        }
        annotations.add(relation.text());
        Table target = Objects.requireNonNull(plan.entities().get(key.targetTable()));
        Annotated join = annotation(JoinColumn.class);
        boolean derived = TablePlan.key(target).equals(List.of("id"))
                && column.name().equals(SnakeCase.of(attribute.name()) + "_id");
        if (!derived) {
            join.text("name", column.name());
        }
        addUnlessEmpty(named(join, entity.table(), key).text("comment", column.comment()), annotations);
        return field(annotations, imports.name(plan.className(target.name())), attribute.name());
    }

    @Override
    public PulledField toMany(Attribute.ToMany attribute) {
        List<Annotated> sides =
                List.of(side(attribute.join(), attribute.own()), side(attribute.join(), attribute.other()));
        return field(
                List.of(
                        annotation(ManyToMany.class).text(),
                        new TableAnnotation(imports).of(attribute.join(), sides).text(INDENT)),
                imports.name(Set.class) + "<"
                        + imports.name(plan.className(attribute.other().targetTable())) + ">",
                attribute.name());
    }

    private Annotated side(Table join, ForeignKey key) {
        return named(annotation(JoinColumn.class).text("name", key.columns().get(0)), join, key);
    }

    /** Names a foreign key, unless models call it so that do not name it. */
    private Annotated named(Annotated join, Table table, ForeignKey key) {
        return key.name().equals(Names.foreignKey(table.name(), key.columns()))
                ? join
                : join.code(
                        "foreignKey",
                        annotation(jakarta.persistence.ForeignKey.class)
                                .text("name", key.name())
                                .text());
    }

    private Annotated annotation(Class<?> type) {
        return new Annotated(imports, type);
    }

    private static void addUnlessEmpty(Annotated annotation, List<String> annotations) {
        if (!annotation.isEmpty()) {
            annotations.add(annotation.text(INDENT));
        }
    }

    private static PulledField field(List<String> annotations, String type, String name) {
        return new PulledField(annotations, type, name, JavaNames.capitalized(name));
    }
}
