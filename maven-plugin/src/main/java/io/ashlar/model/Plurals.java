package io.ashlar.model;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atteo.evo.inflector.English;

/** English plurals of names such as {@code Post} or {@code BlogPost}. */
public final class Plurals {

    private static final Pattern LAST_WORD = Pattern.compile("(?:\\p{Lu}\\p{Ll}+|\\p{Lu}+|\\p{Ll}+)$");

    /** Where the library's rules say what hardly anybody says of records. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "person", "people",
            "medium", "media",
            "media", "media",
            "data", "data",
            "metadata", "metadata",
            "staff", "staff",
            "equipment", "equipment",
            "information", "information",
            "feedback", "feedback",
            "software", "software");

    private Plurals() {}

    /** Returns the plural of {@code name}, whose last word decides. */
    public static String of(String name) {
        Matcher last = LAST_WORD.matcher(name);
        if (!last.find()) {
            return name + "s";
        }
        String word = last.group();
        String lower = word.toLowerCase(Locale.ROOT);
        String plural = EXCEPTIONS.getOrDefault(lower, English.plural(lower));
        String before = name.substring(0, last.start());
        if (plural.startsWith(lower)) {
            return before + word + plural.substring(lower.length());
        }
        return before + (Character.isUpperCase(word.charAt(0)) ? capitalized(plural) : plural);
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
