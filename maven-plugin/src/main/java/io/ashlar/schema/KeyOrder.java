package io.ashlar.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;

/**
 * The order of a key's columns, and so of its index: that in which its attributes are declared. EclipseLink orders them by
 * hashes of the attributes' names, so that one more attribute, or weaving, could turn a key round.
 */
final class KeyOrder {

    private KeyOrder() {}

    /** Returns the columns of an entity's key, in order. */
    static List<DatabaseField> of(ClassDescriptor descriptor) {
        List<DatabaseField> keys = descriptor.getPrimaryKeyFields();
        if (keys.size() < 2) {
            return keys;
        }
        List<DatabaseField> declared = new ArrayList<>();
        columns(descriptor).forEach(declared::add);
        return keys.stream()
                .sorted(Comparator.comparingInt(key -> position(declared, key)))
                .toList();
    }

    private static int position(List<DatabaseField> declared, DatabaseField key) {
        int index = declared.indexOf(key);
        return index < 0 ? declared.size() : index;
    }

    private static Stream<DatabaseField> columns(ClassDescriptor descriptor) {
        return EntityReader.sorted(descriptor.getMappings(), descriptor.getJavaClass()).stream()
                .flatMap(KeyOrder::columns);
    }

    private static Stream<DatabaseField> columns(DatabaseMapping mapping) {
        return mapping instanceof AggregateObjectMapping embedded
                ? columns(embedded.getReferenceDescriptor())
                : mapping.getFields().stream();
    }
}
