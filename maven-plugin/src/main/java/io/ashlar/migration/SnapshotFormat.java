package io.ashlar.migration;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The snapshot as JSON: an array of small objects, one a line, so that version control merges and shows them well. The
 * last line holds version and hashes; it always changes, so two branches that both generated meet there.
 */
final class SnapshotFormat {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SnapshotFormat() {}

    /** Returns the file's text; equal snapshots give equal bytes. */
    static String write(Snapshot snapshot) {
        ObjectNode last = JSON.createObjectNode()
                .put("snapshot", FORMAT)
                .put("version", snapshot.version())
                .put("parent", snapshot.parent())
                .put("hash", snapshot.hash());
        StringBuilder text = new StringBuilder("[\n");
        lines(snapshot).forEach(line -> text.append(line).append(",\n"));
        return text.append(JSON.writeValueAsString(last)).append("\n]\n").toString();
    }

    /**
     * Reads a file's text.
     *
     * @param path for messages
     * @throws ProblemsFound if it is no snapshot, one of a later Ashlar, or not as it was written
     */
    static Snapshot read(String text, Path path) {
        Snapshot snapshot;
        try {
            snapshot = parse(JSON.readTree(text), path);
        } catch (JacksonException e) {
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw unreadable(path + line, e);
        } catch (SnapshotLines.NotALine e) {
            throw unreadable(path.toString(), e);
        }
        if (!snapshot.hash().equals(hash(snapshot))) {
            throw new ProblemsFound(new Problem(
                    "snapshot-edited",
                    "The snapshot is not as db-generate wrote it: edited by hand, or merged from two branches",
                    path.toString(),
                    "restore it from version control; or delete it, and db-generate writes it anew from the records of all"
                            + " migrations"));
        }
        return snapshot;
    }

    /** Returns the hash of what a snapshot holds. */
    static String hash(Snapshot snapshot) {
        String text = String.join("\n", lines(snapshot)) + "\n" + snapshot.version() + "\n" + snapshot.parent();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<String> lines(Snapshot snapshot) {
        return SnapshotLines.of(snapshot.schema(), snapshot.retired()).stream()
                .map(JSON::writeValueAsString)
                .toList();
    }

    private static Snapshot parse(JsonNode array, Path path) {
        if (!array.isArray() || array.isEmpty()) {
            throw new SnapshotLines.NotALine("not an array of objects");
        }
        JsonNode last = array.get(array.size() - 1);
        int format = last.path("snapshot").asInt(0);
        if (format > FORMAT) {
            throw new ProblemsFound(new Problem(
                    "snapshot-of-later-version",
                    "The snapshot was written by a later Ashlar",
                    path.toString(),
                    "update modules-maven-plugin in the pom to the version your team uses"));
        }
        if (format < 1) {
            throw new SnapshotLines.NotALine("the last line is missing");
        }
        return new Snapshot(
                SnapshotLines.schema(array),
                SnapshotLines.retired(array),
                SnapshotLines.text(last, "version"),
                SnapshotLines.text(last, "parent"),
                SnapshotLines.text(last, "hash"));
    }

    private static ProblemsFound unreadable(String where, RuntimeException cause) {
        String reason = cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage();
        return new ProblemsFound(
                List.of(new Problem(
                        "snapshot-unreadable",
                        "The snapshot cannot be read: " + reason,
                        where,
                        "restore it from version control; or delete it, and db-generate writes it anew from the records of"
                                + " all migrations")),
                cause);
    }
}
