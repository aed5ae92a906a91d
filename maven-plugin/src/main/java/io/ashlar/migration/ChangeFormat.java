package io.ashlar.migration;

import io.ashlar.diff.Renames;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record of a change as JSON: an array of small objects, one a line, as the snapshot is. */
final class ChangeFormat {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OURS = Set.of("gone", "renamed", "file", "change");

    private ChangeFormat() {}

    static String write(ChangeRecord change) {
        List<ObjectNode> lines = new ArrayList<>(SnapshotLines.of(change.changed(), change.retired()));
        change.gone().forEach(name -> lines.add(JSON.createObjectNode().put("gone", name)));
        change.renames()
                .tables()
                .forEach((after, before) ->
                        lines.add(JSON.createObjectNode().put("renamed", before).put("to", after)));
        change.renames()
                .columns()
                .forEach((table, names) -> names.forEach((after, before) -> lines.add(JSON.createObjectNode()
                        .put("renamed", before)
                        .put("to", after)
                        .put("in", table))));
        change.files().forEach(file -> lines.add(JSON.createObjectNode().put("file", file)));
        ObjectNode last = JSON.createObjectNode().put("change", FORMAT);
        if (change.start()) {
            last.put("start", true);
        }
        lines.add(last.put("version", change.version())
                .put("parent", change.parent())
                .put("hash", change.hash()));
        return "[\n"
                + String.join(
                        ",\n", lines.stream().map(JSON::writeValueAsString).toList()) + "\n]\n";
    }

    /**
     * Reads a file's text.
     *
     * @throws ProblemsFound if it is no record
     */
    static ChangeRecord read(String text, Path path) {
        try {
            JsonNode lines = JSON.readTree(text);
            if (!lines.isArray() || lines.isEmpty()) {
                throw new SnapshotLines.NotALine("not an array of objects");
            }
            return parse(lines, path.getFileName().toString().replaceFirst("\\.json$", ""));
        } catch (JacksonException e) {
            throw unreadable(path, e.getOriginalMessage(), e);
        } catch (SnapshotLines.NotALine e) {
            throw unreadable(path, String.valueOf(e.getMessage()), e);
        }
    }

    private static ChangeRecord parse(JsonNode lines, String name) {
        ArrayNode schema = JSON.createArrayNode();
        Set<String> gone = new TreeSet<>();
        List<String> files = new ArrayList<>();
        Map<String, String> tables = new LinkedHashMap<>();
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (JsonNode line : lines) {
            if (line.has("gone")) {
                gone.add(SnapshotLines.text(line, "gone"));
            } else if (line.has("file")) {
                files.add(SnapshotLines.text(line, "file"));
            } else if (line.has("renamed") && line.has("in")) {
                columns.computeIfAbsent(SnapshotLines.text(line, "in"), key -> new LinkedHashMap<>())
                        .put(SnapshotLines.text(line, "to"), SnapshotLines.text(line, "renamed"));
            } else if (line.has("renamed")) {
                tables.put(SnapshotLines.text(line, "to"), SnapshotLines.text(line, "renamed"));
            } else if (OURS.stream().noneMatch(line::has)) {
                schema.add(line);
            }
        }
        JsonNode last = lines.get(lines.size() - 1);
        if (last.path("change").asInt(0) != FORMAT) {
            throw new SnapshotLines.NotALine("the last line is missing, or of a later Ashlar");
        }
        schema.add(last); // the reader passes over the last line
        return new ChangeRecord(
                name,
                last.path("start").asBoolean(false),
                SnapshotLines.text(last, "version"),
                SnapshotLines.text(last, "parent"),
                SnapshotLines.text(last, "hash"),
                SnapshotLines.schema(schema),
                gone,
                new Renames(tables, columns),
                SnapshotLines.retired(schema),
                files);
    }

    private static ProblemsFound unreadable(Path path, String reason, RuntimeException cause) {
        return new ProblemsFound(
                List.of(new Problem(
                        "change-unreadable",
                        "The record of a migration cannot be read: " + reason,
                        path.toString(),
                        "restore it from version control; db-generate wrote it beside the migration")),
                cause);
    }
}
