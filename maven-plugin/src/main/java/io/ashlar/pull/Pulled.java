package io.ashlar.pull;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * Writes the files; all or, refused, none. A file that says the same already is left as it is.
     *
     * @param overwrite whether files that say otherwise are replaced
     * @return the files written
     * @throws ProblemsFound naming each file that says otherwise, unless {@code overwrite}
     */
    public List<Path> writeTo(Path sourceRoot, Charset encoding, boolean overwrite) {
        List<Path> written = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            List<PulledSource> changed = new ArrayList<>();
            for (PulledSource source : sources) {
                Path file = file(sourceRoot, source);
                if (Files.notExists(file)) {
                    changed.add(source);
                } else if (!Files.readString(file, encoding).equals(source.text())) {
                    changed.add(source);
                    problems.add(isThere(source, file));
                }
            }
            if (!overwrite && !problems.isEmpty()) {
                throw new ProblemsFound(problems);
            }
            for (PulledSource source : changed) {
                Path file = file(sourceRoot, source);
                Files.createDirectories(file.resolveSibling(""));
                written.add(Files.writeString(file, source.text(), encoding));
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write models into " + sourceRoot, e);
        }
    }

    private static Problem isThere(PulledSource source, Path file) {
        return new Problem(
                "pull-file-exists",
                source.name().simple() + " is there already, and says otherwise than the table " + source.table(),
                file.toString(),
                "leave the table out by -Dtables=..., pull into another -Dpackage=..., or replace the file by -Doverwrite");
    }

    /** Returns what a person has to do now, a line each. */
    public List<String> next(String module) {
        String named = models.stream().map(model -> model + ".class").collect(Collectors.joining(", "));
        return List.of(
                "Next:",
                "  1. name them in the module: @Module(models = {" + named
                        + "}), and let its service extend the base that modules:generate writes",
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
