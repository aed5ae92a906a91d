package io.ashlar.migration;

import io.ashlar.schema.Schema;

/**
 * The schema that all migrations together lead to.
 *
 * @param schema what the models wanted when the last migration was written
 * @param version of that migration
 * @param parent the hash of the snapshot before it; empty for the first
 * @param hash of this one
 */
record Snapshot(Schema schema, String version, String parent, String hash) {

    /** Before the first migration. */
    static final Snapshot NONE = new Snapshot(Schema.EMPTY, "", "", "");

    /** Returns what follows this one. */
    Snapshot next(Schema wanted, String nextVersion) {
        return new Snapshot(wanted, nextVersion, hash, SnapshotFormat.hash(wanted, nextVersion, hash));
    }
}
