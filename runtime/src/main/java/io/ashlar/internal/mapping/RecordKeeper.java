package io.ashlar.internal.mapping;

import io.ashlar.data.Default;
import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.mappings.DatabaseMapping;

/**
 * Fills in what the caller leaves out: ids, defaults, and the times of creation and update. Works for every record that
 * EclipseLink persists, those reached by cascading too. An id given by the caller is kept.
 */
final class RecordKeeper extends DescriptorEventAdapter {

    private static final Ulids ULIDS = new Ulids(); // one for all modules: order holds across the JVM

    private static final String CREATED = "createdAt";
    private static final String UPDATED = "updatedAt";

    private final Map<DatabaseMapping, String> prefixes = new LinkedHashMap<>();
    private final Map<DatabaseMapping, Object> defaults = new LinkedHashMap<>();
    private final ClassDescriptor descriptor;

    private RecordKeeper(ClassDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** Lets records of all {@code descriptors} be kept. */
    static void install(Collection<ClassDescriptor> descriptors) {
        for (ClassDescriptor descriptor : descriptors) {
            if (!descriptor.isAggregateDescriptor() && !descriptor.isAggregateCollectionDescriptor()) {
                descriptor.getEventManager().addListener(new RecordKeeper(descriptor).prepared());
            }
        }
    }

    /** Returns now, as exact as every database keeps it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private RecordKeeper prepared() {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            var type = AttributeType.of(descriptor.getJavaClass(), mapping.getAttributeName());
            if (type == null) {
                continue;
            }
            var ulid = type.annotation(Ulid.class);
            if (ulid != null) {
                prefixes.put(mapping, ulid.prefix().isEmpty() ? "" : ulid.prefix() + "_");
            }
            var value = type.annotation(Default.class);
            if (value != null && !type.raw().isPrimitive()) {
                defaults.put(mapping, DefaultValue.parse(value.value(), type));
            }
        }
        return this;
    }

    @Override
    public void prePersist(DescriptorEvent event) {
        var entity = event.getSource();
        if (entity.getClass() != descriptor.getJavaClass()) {
            return; // EclipseLink tells the listeners of parents too; the child's own keeper does it all
        }
        prefixes.forEach((mapping, prefix) -> {
            if (mapping.getAttributeValueFromObject(entity) == null) {
                mapping.setAttributeValueInObject(entity, prefix + ULIDS.next());
            }
        });
        defaults.forEach((mapping, value) -> {
            if (mapping.getAttributeValueFromObject(entity) == null) {
                mapping.setAttributeValueInObject(entity, value);
            }
        });
        if (entity instanceof Model) {
            var now = now();
            descriptor.getMappingForAttributeName(CREATED).setAttributeValueInObject(entity, now);
            descriptor.getMappingForAttributeName(UPDATED).setAttributeValueInObject(entity, now);
        }
    }

    @Override
    public void preUpdateWithChanges(DescriptorEvent event) {
        if (event.getSource() instanceof Model && event.getSource().getClass() == descriptor.getJavaClass()) {
            event.updateAttributeWithObject(UPDATED, now());
        }
    }
}
