package io.ashlar.pull;

import io.ashlar.data.Model;
import io.ashlar.model.ClassName;
import io.ashlar.service.Imports;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One entity as Java, with the class of its id if that is composite. */
final class EntitySource {

    private final TablePlan plan;
    private final EntityShape entity;

    EntitySource(TablePlan plan, EntityShape entity) {
        this.plan = plan;
        this.entity = entity;
    }

    /** Returns the entity's file. */
    PulledModel model() {
        Imports imports = new Imports(entity.name(), plan.inPackage());
        List<String> annotations = new ArrayList<>(List.of(new Annotated(imports, Entity.class).text()));
        AttributeSource attributes = new AttributeSource(plan, entity, imports);
        List<PulledField> fields = entity.attributes().stream()
                .map(attribute -> attribute.accept(attributes))
                .toList();
        entity.idClass()
                .ifPresent(id -> annotations.add(new Annotated(imports, IdClass.class)
                        .code("value", imports.name(id) + ".class")
                        .text()));
        Annotated table = new TableAnnotation(imports).of(entity);
        if (!table.isEmpty()) {
            annotations.add(table.text(""));
        }
        return file(entity.name(), imports, annotations, " extends " + imports.name(Model.class), fields);
    }

    /** Returns the file of the composite id. */
    Optional<PulledModel> id() {
        return entity.idClass().map(name -> {
            Imports imports = new Imports(name, plan.inPackage());
            imports.name(Serializable.class);
            imports.name(Objects.class);
            IdPart part = new IdPart(imports);
            List<PulledField> parts = entity.id().stream()
                    .map(attribute -> attribute.accept(part))
                    .toList();
            return file(name, imports, List.of(), "", parts);
        });
    }

    private PulledModel file(
            ClassName name, Imports imports, List<String> annotations, String extension, List<PulledField> fields) {
        return new PulledModel(
                plan.packageName(),
                name.simple(),
                entity.table().name(),
                imports.toWrite(),
                annotations,
                extension,
                fields);
    }

    /** A part of a composite id: a relation is the other's id there. */
    private record IdPart(Imports imports) implements Attribute.Visitor<PulledField> {

        @Override
        public PulledField plain(Attribute.Plain attribute) {
            return field(attribute.name(), attribute.column());
        }

        @Override
        public PulledField toOne(Attribute.ToOne attribute) {
            return field(attribute.name(), attribute.column());
        }

        @Override
        public PulledField toMany(Attribute.ToMany attribute) {
            throw new IllegalArgumentException("no part of an id: " + attribute.name());
        }

        private PulledField field(String name, io.ashlar.schema.Column column) {
            String type = imports.name(AttributeTypes.of(column.type().kind()));
            return new PulledField(List.of(), type, name, JavaNames.capitalized(name));
        }
    }
}
