package io.ashlar.internal.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of derived table and column names. */
public final class SnakeCase {

    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    /** EclipseLink calls a nested class by its binary name. */
    private static final Pattern ENCLOSING = Pattern.compile("[^_$]*\\$");

    private SnakeCase() {}

    /** Returns {@code created_at} for {@code createdAt} and {@code my_url_path} for {@code MyURLPath}. */
    public static String of(String name) {
        var simple = ENCLOSING.matcher(name).replaceAll("");
        return HUMP.matcher(simple).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
