package io.ashlar.internal.crud;

import io.ashlar.internal.mapping.AttributeType;
import io.ashlar.internal.mapping.StorageKind;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Embedded;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.request.AttributeDescription;
import io.ashlar.internal.request.ModelDescription;
import jakarta.persistence.Convert;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model as requests see it. Safe for use by many threads. */
final class RequestModel implements ModelDescription {

    private final Entity entity;
    private final Map<String, Described> attributes = new LinkedHashMap<>();

    RequestModel(Entity entity) {
        this.entity = entity;
        entity.byPath()
                .values()
                .forEach(attribute -> attributes.put(attribute.name(), new Described(entity, attribute)));
    }

    @Override
    public String name() {
        return entity.name();
    }

    @Override
    public Map<String, ? extends AttributeDescription> attributes() {
        return attributes;
    }

    @Override
    public Optional<? extends AttributeDescription> id() {
        return entity.id().isSimple()
                ? Optional.ofNullable(attributes.get(entity.id().name()))
                : Optional.empty();
    }

    @Override
    public boolean searchable() {
        return entity.byPath().values().stream()
                .anyMatch(attribute ->
                        attribute instanceof Basic basic && basic.traits().searchable());
    }

    private record Described(Entity entity, Attribute attribute) implements AttributeDescription {

        @Override
        public String name() {
            return attribute.name();
        }

        @Override
        public Kind kind() {
            if (attribute instanceof ToOne) {
                return Kind.TO_ONE;
            }
            if (attribute instanceof ToMany) {
                return Kind.TO_MANY;
            }
            if (attribute instanceof Embedded) {
                return Kind.EMBEDDED;
            }
            if (attribute instanceof Elements elements) {
                return elements.value() == null ? Kind.PLAIN : Kind.ELEMENTS;
            }
            Basic basic = (Basic) attribute;
            AttributeType type = declared();
            if (type != null && type.has(Convert.class)) {
                return Kind.PLAIN;
            }
            return kind(basic.binding().storage().kind(), basic);
        }

        private Kind kind(StorageKind stored, Basic basic) {
            if (basic.access().type().isEnum()) {
                return Kind.SORTABLE; // whether it is stored by name or by position
            }
            return switch (stored) {
                case VARCHAR, TEXT -> basic.access().type() == String.class ? Kind.TEXT : Kind.PLAIN;
                case BOOLEAN, CHAR, ENUM, UUID -> Kind.SORTABLE;
                case BINARY -> Kind.PLAIN;
                case JSON -> Collection.class.isAssignableFrom(basic.access().type()) ? Kind.ELEMENTS : Kind.PLAIN;
                default -> Kind.COMPARABLE;
            };
        }

        @Override
        public Class<?> type() {
            if (attribute instanceof Elements elements && elements.value() != null) {
                return elements.value().binding().type();
            }
            AttributeType type = kind() == Kind.ELEMENTS ? declared() : null;
            return type == null ? attribute.access().type() : type.argument(0).raw();
        }

        private @Nullable AttributeType declared() {
            String name = attribute.name();
            return name.indexOf('.') < 0 ? AttributeType.of(entity.type(), name) : null;
        }

        @Override
        public int precision() {
            return attribute instanceof Basic basic ? basic.binding().storage().precision() : 0;
        }

        @Override
        public int scale() {
            return attribute instanceof Basic basic ? basic.binding().storage().scale() : 0;
        }

        @Override
        public boolean sensitive() {
            return attribute instanceof Basic basic && basic.traits().sensitive();
        }

        @Override
        public ModelDescription related() {
            return new RequestModel(attribute instanceof ToOne toOne ? toOne.target() : ((ToMany) attribute).target());
        }
    }
}
