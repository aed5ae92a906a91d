package io.ashlar.service;

import io.ashlar.model.ClassName;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder that is generated into, and the record, in a file beside the Java, of what was written there from what. A file
 * that is not in the record is not touched, unless it stands where one is to be written.
 */
final class GeneratedFolder {

    private static final String RECORD = ".generated";

    private final Path folder;
    private final Charset encoding;

    GeneratedFolder(Path folder, Charset encoding) {
        this.folder = folder;
        this.encoding = encoding;
    }

    /** Returns whether all that is here was written from {@code inputs}, and nothing was changed since. */
    boolean isFrom(String inputs) throws IOException {
        List<String> lines = record();
        if (lines.isEmpty() || !lines.get(0).equals(inputs)) {
            return false;
        }
        for (Map.Entry<String, String> file : files(lines).entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)
                    || !Fingerprint.of(Files.readAllBytes(path)).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Writes {@code sources}, made from {@code inputs}, where they differ, and deletes what was written before and is gone. */
    Generation write(String inputs, Map<ClassName, String> sources) throws IOException {
        List<Path> written = new ArrayList<>();
        Map<String, String> files = new TreeMap<>();
        for (Map.Entry<ClassName, String> source : sources.entrySet()) {
            String name = source.getKey().qualified().replace('.', '/') + ".java";
            byte[] content = source.getValue().getBytes(encoding);
            Path path = folder.resolve(name);
            if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), content)) {
                Files.createDirectories(path.getParent());
                Files.write(path, content);
                written.add(path);
            }
            files.put(name, Fingerprint.of(content));
        }
        List<Path> deleted = new ArrayList<>();
        for (String old : files(record()).keySet()) {
            if (!files.containsKey(old) && Files.deleteIfExists(folder.resolve(old))) {
                deleted.add(folder.resolve(old));
            }
        }
        record(inputs, files);
        return new Generation(false, written, deleted);
    }

    private void record(String inputs, Map<String, String> files) throws IOException {
        List<String> lines = new ArrayList<>(List.of(inputs));
        files.forEach((name, fingerprint) -> lines.add(fingerprint + " " + name));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(RECORD), String.join("\n", lines) + "\n");
    }

    private List<String> record() throws IOException {
        Path record = folder.resolve(RECORD);
        return Files.isRegularFile(record) ? Files.readAllLines(record, StandardCharsets.UTF_8) : List.of();
    }

    /** Returns the fingerprints by file of a record. */
    private static Map<String, String> files(List<String> lines) {
        Map<String, String> files = new TreeMap<>();
        lines.stream()
                .skip(1)
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> files.put(parts[1], parts[0]));
        return files;
    }
}
