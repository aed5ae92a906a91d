package io.ashlar.database;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps passwords out of what people read. */
final class Secrets {

    private static final String MASK = "***";
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:password|passwd|pwd|passphrase|secret|token)\\d?\\s*=\\s*)[^&;\\s]*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/@:\\s]*:)[^/\\s]*@");

    private Secrets() {}

    /** Returns a JDBC URL, or a text that quotes one, with each password in it masked. */
    static String mask(String text) {
        var parameters = PARAMETER.matcher(text).replaceAll("$1" + MASK);
        return USER_INFO.matcher(parameters).replaceAll("$1" + MASK + "@");
    }

    /** Masks as {@link #mask(String)}, and {@code password} wherever it stands by itself. */
    static String mask(String text, @Nullable String password) {
        var masked = mask(text);
        if (password == null || password.isEmpty()) {
            return masked;
        }
        return Pattern.compile("(?<!\\w)" + Pattern.quote(password) + "(?!\\w)")
                .matcher(masked)
                .replaceAll(MASK);
    }
}
