package io.ashlar.migration;

import io.ashlar.diff.Consent;
import io.ashlar.diff.Retirement;
import io.ashlar.schema.Schema;
import java.util.Set;
import java.util.TreeSet;

/**
 * The schema that all migrations together lead to.
 *
 * @param schema what the models wanted when the last migration was written, and what is retired
 * @param retired tables and columns that no model has any more, and that stay until someone agrees to their loss
 * @param version of the last migration
 * @param parent the hash of the snapshot before it; empty for the first
 * @param hash of this one
 */
record Snapshot(Schema schema, Set<String> retired, String version, String parent, String hash) {

    /** Before the first migration. */
    static final Snapshot NONE = new Snapshot(Schema.EMPTY, Set.of(), "", "", "");

    Snapshot {
        retired = new TreeSet<>(retired);
    }

    /** Returns what is retired and what is to be, except what someone agrees to lose. */
    Set<String> retiredWith(Set<String> more, Consent consent) {
        Set<String> all = new TreeSet<>(retired);
        all.addAll(more);
        all.removeAll(consent.objects());
        return all;
    }

    /** Returns what follows this one. */
    Snapshot next(Retirement wanted, String nextVersion) {
        return new Snapshot(wanted.schema(), wanted.retired(), nextVersion, hash, "").hashed();
    }

    /** Returns the same with its own hash. */
    Snapshot hashed() {
        return new Snapshot(schema, retired, version, parent, SnapshotFormat.hash(this));
    }
}
