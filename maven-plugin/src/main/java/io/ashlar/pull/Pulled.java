package io.ashlar.pull;

import io.ashlar.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Models made from tables, not written yet.
 *
 * @param models the entities' simple names, sorted
 * @param sources their files, and those of composite ids
 * @param schema the tables that the models are read as, and that db-generate will create
 * @param notes what the models do not say, a sentence each
 */
public record Pulled(List<String> models, List<PulledSource> sources, Schema schema, List<String> notes) {

    /** Copies. */
    public Pulled {
        models = List.copyOf(models);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /**
     * Writes the files that are not there; a file that is there is never touched.
     *
     * @return the files written
     */
    public List<Path> writeTo(Path sourceRoot, Charset encoding) {
        List<Path> written = new ArrayList<>();
        for (PulledSource source : sources) {
            Path file = file(sourceRoot, source);
            if (Files.notExists(file)) {
                try {
                    Files.createDirectories(file.resolveSibling(""));
                    Files.writeString(file, source.text(), encoding, StandardOpenOption.CREATE_NEW);
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot write " + file, e);
                }
                written.add(file);
            }
        }
        return written;
    }

    /** Returns the files that are there already, and are not written. */
    public List<Path> kept(Path sourceRoot) {
        return sources.stream()
                .map(source -> file(sourceRoot, source))
                .filter(Files::exists)
                .toList();
    }

    /** Returns what a person has to do now, a line each. */
    public List<String> next(String module) {
        if (models.isEmpty()) {
            return List.of("Nothing to pull: there is no table that is no module's and can be a model");
        }
        return List.of(
                "Next:",
                "  1. name them in the module: @Module(models = {"
                        + models.stream().map(model -> model + ".class").collect(Collectors.joining(", ")) + "})",
                "  2. mvn modules:db-generate -Dmodule=" + module
                        + "   writes a migration that creates these tables, for databases that are empty",
                "  3. mvn modules:db-baseline -Dmodule=" + module
                        + "   so that it counts as applied here, and never runs here",
                "  What differs above stays as it is here: db-check tells it as drift until a statement by hand mends it.");
    }

    private static Path file(Path sourceRoot, PulledSource source) {
        return sourceRoot.resolve(source.name().qualified().replace('.', '/') + ".java");
    }
}
