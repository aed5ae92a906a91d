package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A model described by hand: what the metamodel tells of an entity, told directly. */
final class DescribedModel implements ModelDescription {

    private final String name;
    private final Map<String, DescribedAttribute> attributes = new LinkedHashMap<>();
    private Optional<String> id = Optional.empty();
    private boolean searchable;

    private DescribedModel(String name) {
        this.name = name;
    }

    static DescribedModel named(String name) {
        return new DescribedModel(name);
    }

    DescribedModel id(String attribute, Class<?> type) {
        id = Optional.of(attribute);
        return with(attribute, type == String.class ? Kind.TEXT : Kind.COMPARABLE, type);
    }

    DescribedModel with(String attribute, Kind kind, Class<?> type) {
        return with(new DescribedAttribute(attribute, kind, type, 0, 0, false, () -> this));
    }

    DescribedModel decimal(String attribute, Class<?> type, int precision, int scale) {
        return with(new DescribedAttribute(attribute, Kind.COMPARABLE, type, precision, scale, false, () -> this));
    }

    DescribedModel sensitive(String attribute, Kind kind, Class<?> type) {
        return with(new DescribedAttribute(attribute, kind, type, 0, 0, true, () -> this));
    }

    DescribedModel relation(String attribute, Kind kind, Supplier<ModelDescription> related) {
        return with(new DescribedAttribute(attribute, kind, Object.class, 0, 0, false, related));
    }

    DescribedModel searched() {
        searchable = true;
        return this;
    }

    private DescribedModel with(DescribedAttribute attribute) {
        attributes.put(attribute.name(), attribute);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, DescribedAttribute> attributes() {
        return attributes;
    }

    @Override
    public Optional<DescribedAttribute> id() {
        return id.map(attributes::get);
    }

    @Override
    public boolean searchable() {
        return searchable;
    }

    record DescribedAttribute(
            String name,
            Kind kind,
            Class<?> type,
            int precision,
            int scale,
            boolean sensitive,
            Supplier<ModelDescription> leadsTo)
            implements AttributeDescription {

        @Override
        public ModelDescription related() {
            return leadsTo.get();
        }
    }
}
