package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/**
 * The times of updates and deletions: what is returned equals what is read again, so no finer than databases store.
 * The mapping keeps those of creation, and of updates that change a value; one that changes none is an update too.
 */
final class Times {

    private static final Clock CLOCK = Clock.systemUTC();

    private Times() {}

    static Instant now() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static boolean isDeleted(Object record) {
        return record instanceof Model model && model.getDeletedAt() != null;
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
