package io.ashlar.internal.mapping;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import io.ashlar.data.Searchable;
import io.ashlar.data.Sensitive;
import io.ashlar.problem.Problem;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** What annotations of {@code io.ashlar.data} say of an attribute, kept with its mapping. */
public final class AttributeMarks {

    private static final String COMPUTED = "ashlar.computed";
    private static final String SENSITIVE = "ashlar.sensitive";
    private static final String SEARCHABLE = "ashlar.searchable";

    private AttributeMarks() {}

    /** Returns whether the database computes the value: it is read after each write, and never written. */
    public static boolean computed(DatabaseMapping mapping) {
        return mapping.getProperty(COMPUTED) != null;
    }

    /** Returns whether the value must not appear in a message or a log. */
    public static boolean sensitive(DatabaseMapping mapping) {
        return mapping.getProperty(SENSITIVE) != null;
    }

    /** Returns whether free-text search looks into the value. */
    public static boolean searchable(DatabaseMapping mapping) {
        return mapping.getProperty(SEARCHABLE) != null;
    }

    /** Marks the mappings of all {@code descriptors}, whose storage is known, and returns what stands against it. */
    static List<Problem> assign(Collection<ClassDescriptor> descriptors) {
        var problems = new ArrayList<Problem>();
        for (ClassDescriptor descriptor : descriptors) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                var type = mapping.getAttributeName() == null
                        ? null
                        : AttributeType.of(descriptor.getJavaClass(), mapping.getAttributeName());
                if (type != null) {
                    assign(descriptor, mapping, type, problems);
                }
            }
        }
        return problems;
    }

    private static void assign(
            ClassDescriptor descriptor, DatabaseMapping mapping, AttributeType type, List<Problem> problems) {
        if (type.has(Sensitive.class)) {
            mapping.setProperty(SENSITIVE, true);
        }
        if (type.has(Searchable.class)) {
            if (isText(mapping)) {
                mapping.setProperty(SEARCHABLE, true);
            } else {
                problems.add(new Problem(
                        "searchable-without-text",
                        type.where() + " is @Searchable, and is no text",
                        type.where(),
                        "remove @Searchable; other fields are found by a filter"));
            }
        }
        if (type.has(Computed.class)) {
            if (mapping instanceof AbstractDirectMapping direct && !descriptor.isAggregateDescriptor()) {
                direct.getField().setInsertable(false);
                direct.getField().setUpdatable(false);
                mapping.setProperty(COMPUTED, true);
            } else {
                problems.add(new Problem(
                        "computed-without-column",
                        type.where() + " is @Computed, and is no field of an entity with a column of its own",
                        type.where(),
                        "put @Computed on a plain field of the entity"));
            }
            Stream.of(Id.class, Version.class, GeneratedValue.class, Default.class)
                    .filter(type::has)
                    .forEach(other -> problems.add(new Problem(
                            "computed-and-assigned",
                            type.where() + " is both @Computed and @" + other.getSimpleName(),
                            type.where(),
                            "keep one of them: what the database computes has no other source")));
        }
    }

    private static boolean isText(DatabaseMapping mapping) {
        return mapping instanceof AbstractDirectMapping
                && mapping.getProperty(StorageAssigner.STORAGE) instanceof Storage storage
                && (storage.kind() == StorageKind.VARCHAR || storage.kind() == StorageKind.TEXT);
    }
}
