package io.ashlar.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names for what the user does not name: the same for the same columns, and short enough for every database. */
public final class Names {

    /** PostgreSQL cuts longer names silently. */
    static final int LONGEST = 63;

    private static final int HASH_LENGTH = 8;

    private Names() {}

    /** Returns whether every database keeps the name whole. */
    public static boolean fits(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /** Returns what a primary key is called. */
    public static String primaryKey(String table) {
        return bounded("pk_" + table);
    }

    /** Returns what a unique constraint is called. */
    public static String unique(String table, List<String> columns) {
        return derived("uq", table, columns);
    }

    /** Returns what an index is called. */
    public static String index(String table, List<String> columns) {
        return derived("ix", table, columns);
    }

    static String search(String table, String column) {
        return derived("search", table, List.of(column));
    }

    static String check(String table, List<String> columns) {
        return derived("ck", table, columns);
    }

    /** Returns what a foreign key is called. */
    public static String foreignKey(String table, List<String> columns) {
        return derived("fk", table, columns);
    }

    private static String derived(String kind, String table, List<String> columns) {
        return bounded(kind + "_" + table + "_" + String.join("_", columns));
    }

    /** Cuts a name that is too long and adds a hash of the whole, so that two long names stay two. */
    private static String bounded(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        return name.substring(0, LONGEST - HASH_LENGTH - 1) + "_" + sha256(name).substring(0, HASH_LENGTH);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
