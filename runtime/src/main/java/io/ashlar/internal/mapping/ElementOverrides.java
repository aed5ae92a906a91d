package io.ashlar.internal.mapping;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;

/** The {@code @AttributeOverride}s on an element collection of embeddables. */
final class ElementOverrides {

    private ElementOverrides() {}

    /** One of them: the path of attributes, such as {@code address.city}, and its column. */
    record Overridden(String path, Column column) {

        /** Returns a copy of {@code original} that is as the override says. */
        DatabaseField applyTo(DatabaseField original) {
            var changed = original.clone();
            if (!column.name().isEmpty()) {
                changed.setName(column.name().replace("\"", ""));
            }
            changed.setNullable(column.nullable());
            changed.setUnique(column.unique());
            changed.setLength(column.length());
            changed.setPrecision(column.precision());
            changed.setScale(column.scale());
            return changed;
        }
    }

    /** Returns those on the member that {@code collection} maps. */
    static List<Overridden> on(Class<?> type, AggregateCollectionMapping collection) {
        return Members.of(type, collection.getAttributeName()).stream()
                .flatMap(ElementOverrides::overrides)
                .toList();
    }

    private static Stream<Overridden> overrides(AnnotatedElement member) {
        return Stream.of(member.getAnnotationsByType(AttributeOverride.class))
                .filter(override -> !override.name().startsWith("key."))
                .map(override -> new Overridden(override.name().replaceFirst("^value\\.", ""), override.column()));
    }
}
