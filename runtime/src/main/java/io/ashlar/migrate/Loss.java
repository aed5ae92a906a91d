package io.ashlar.migrate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a script loses, as a comment at its head says.
 *
 * @param text in words
 */
record Loss(MigrationFile file, String text) {

    private static final String MARK = "-- ashlar:lossy ";

    /** The first thing named: {@code post.body}, {@code "post"."body"}, or {@code "post"}. */
    private static final Pattern NAMED =
            Pattern.compile("[\"`]([^\"`]+)[\"`](?:\\.[\"`]([^\"`]+)[\"`])?|\\b([\\p{L}_][\\w$]*\\.[\\w$]+)\\b");

    static List<Loss> of(MigrationFile file) {
        return file.sql()
                .lines()
                .map(String::strip)
                .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                .filter(line -> line.startsWith(MARK))
                .map(line -> new Loss(file, line.substring(MARK.length()).strip()))
                .toList();
    }

    /** Returns what the user has to name to agree. */
    String name() {
        var matcher = NAMED.matcher(text);
        if (!matcher.find()) {
            return file.migration().version();
        }
        if (matcher.group(3) != null) {
            return matcher.group(3);
        }
        return matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + "." + matcher.group(2);
    }

    boolean isAllowed(Set<String> consent) {
        var name = name().toLowerCase(Locale.ROOT);
        return consent.stream()
                .map(given -> given.strip().toLowerCase(Locale.ROOT))
                .anyMatch(given -> given.equals(name)
                        || name.startsWith(given + ".") // the whole table
                        || given.equals(file.migration().version()));
    }
}
