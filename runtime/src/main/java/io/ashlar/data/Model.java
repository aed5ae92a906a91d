package io.ashlar.data;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every data model has: when it was created, last updated and, softly, deleted. The times are kept by Ashlar, in
 * UTC with microseconds; a model that declares one of them itself does not build.
 */
@MappedSuperclass
@Access(AccessType.FIELD) // also below entities whose annotations are on getters
public abstract class Model {

    @Column(name = "created_at", nullable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private @Nullable Instant updatedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Transient
    @SuppressWarnings("unused") // whether only some attributes were read; written where records are read
    private transient boolean partial;

    /** Creates a record that is not stored yet. */
    protected Model() {}

    /** Returns when the record was created; null until it is. */
    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    /** Returns when the record was last created or updated; null until it is stored. */
    public @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }

    /** Returns when the record was softly deleted; null while it is not. */
    public @Nullable Instant getDeletedAt() {
        return deletedAt;
    }
}
