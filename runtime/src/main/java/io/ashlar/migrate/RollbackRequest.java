package io.ashlar.migrate;

import java.util.Optional;
import java.util.Set;

/**
 * How far to go back, and what may be lost.
 *
 * @param to the version that stays the latest, {@code 0} for none; empty to undo what the last run of db-migrate ran
 * @param consent names that a user gave for what may be lost: {@code table.column}, {@code table}, or the version of a
 *     migration
 */
public record RollbackRequest(Optional<String> to, Set<String> consent) {

    /** Undoes what the last run ran, as long as nothing is lost. */
    public static final RollbackRequest LAST_RUN = new RollbackRequest(Optional.empty(), Set.of());

    /** Copies the set. */
    public RollbackRequest {
        consent = Set.copyOf(consent);
    }

    /** Returns a request that leaves {@code version} the latest. */
    public static RollbackRequest to(String version) {
        return new RollbackRequest(Optional.of(version), Set.of());
    }

    /** Returns the same with consent to lose what is named. */
    public RollbackRequest allowing(String... names) {
        return new RollbackRequest(to, Set.of(names));
    }
}
