package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/** The times every record has: what is returned equals what is read again, so no finer than databases store. */
final class Times {

    private static final Clock CLOCK = Clock.systemUTC();

    private Times() {}

    static Instant now() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static boolean isDeleted(Object record) {
        return record instanceof Model model && model.getDeletedAt() != null;
    }

    static void created(ClassDescriptor descriptor, Object record, Instant now) {
        descriptor.getMappingForAttributeName(ModelType.CREATED_AT).setAttributeValueInObject(record, now);
        descriptor.getMappingForAttributeName(ModelType.UPDATED_AT).setAttributeValueInObject(record, now);
    }

    static void updated(ClassDescriptor descriptor, Object record, Instant now, AbstractSession session) {
        Changes.set(record, descriptor.getMappingForAttributeName(ModelType.UPDATED_AT), now, session);
    }

    static void deleted(
            ClassDescriptor descriptor,
            Object record,
            @Nullable Instant deletedAt,
            Instant now,
            AbstractSession session) {
        Changes.set(record, descriptor.getMappingForAttributeName(ModelType.DELETED_AT), deletedAt, session);
        updated(descriptor, record, now, session);
    }
}
