package io.ashlar.migrate;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to the rows that a migration asks before anything runs.
 *
 * @param message says what was found, with {@code {count}} for how many
 * @param query gives one number, which must be 0
 */
record Preflight(String tag, String message, String query, int line) {

    private static final String MARK = "-- ashlar:preflight ";

    /**
     * Returns what the comments at the head of {@code file} ask.
     *
     * @throws ProblemsFound if a line is not tag, message and query
     */
    static List<Preflight> of(MigrationFile file) {
        var found = new ArrayList<Preflight>();
        var lines = file.sql().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith(MARK)) {
                var parts = line.substring(MARK.length()).split("\\|", 3);
                if (parts.length < 3) {
                    throw new ProblemsFound(malformed(file, i + 1));
                }
                found.add(new Preflight(parts[0].strip(), parts[1].strip(), parts[2].strip(), i + 1));
            } else if (!line.isEmpty() && !line.startsWith("--")) {
                break;
            }
        }
        return found;
    }

    String text(long count) {
        return message.replace("{count}", Long.toString(count));
    }

    private static Problem malformed(MigrationFile file, int line) {
        return new Problem(
                "preflight-malformed",
                "'" + file.name() + "' has a preflight line without all of tag, message and query",
                file.path() + ":" + line,
                "write it as  -- ashlar:preflight <tag> | <message with {count}> | <select of one number>");
    }
}
