package io.ashlar.lint;

import io.ashlar.database.Dialect;
import io.ashlar.migrate.MigrationText;
import io.ashlar.migrate.ModuleMigrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What files may do, allowed or not, in lines for people to read before the files run. */
public final class HazardLines {

    private HazardLines() {}

    /** Returns lines about the files of these names. */
    public static List<String> of(ModuleMigrations module, Dialect dialect, Set<String> files) {
        return MigrationText.read(module, dialect, files::contains).stream()
                .map(text -> Lint.of(dialect, text))
                .flatMap(lint -> of(lint).stream())
                .toList();
    }

    /** Returns lines about one file. */
    public static List<String> of(Lint lint) {
        List<String> lines = new ArrayList<>();
        lint.hazards().forEach(hazard -> lines.add(line(lint, hazard, "")));
        lint.allowed().forEach(hazard -> lines.add(line(lint, hazard, " (allowed)")));
        return lines;
    }

    private static String line(Lint lint, Hazard hazard, String allowed) {
        return lint.text().name() + ":" + hazard.line() + " " + hazard.rule().id() + allowed + ": " + hazard.text();
    }
}
