package io.ashlar.migrate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The tables that a statement's first words name, as good as words can tell. */
final class TableNames {

    private static final String NAME = "((?:\"[^\"]+\"|`[^`]+`|[\\w$]+)(?:\\.(?:\"[^\"]+\"|`[^`]+`|[\\w$]+))?)";
    private static final Pattern CREATED = pattern(
            "create\\s+(?:or\\s+replace\\s+)?(?:cached\\s+|memory\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME);
    private static final List<Pattern> TOUCHED = List.of(
            pattern("(?:alter|drop|truncate|rename)\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?" + NAME),
            pattern("update\\s+(?:only\\s+)?" + NAME),
            pattern("delete\\s+from\\s+(?:only\\s+)?" + NAME),
            pattern("(?:insert|merge|replace)\\s+into\\s+" + NAME),
            pattern("create\\s+(?:\\w+\\s+)?index\\b.*?\\son\\s+(?:only\\s+)?" + NAME));

    private TableNames() {}

    /** Returns the tables that {@code sql} changes, as written there, without quotes. */
    static Set<String> touched(String sql) {
        var names = new LinkedHashSet<String>();
        for (var pattern : TOUCHED) {
            var matcher = pattern.matcher(sql);
            if (matcher.lookingAt()) {
                names.add(plain(matcher.group(1)));
            }
        }
        return names;
    }

    /** Returns the tables that {@code sql} creates. */
    static Set<String> created(String sql) {
        var matcher = CREATED.matcher(sql);
        return matcher.lookingAt() ? Set.of(plain(matcher.group(1))) : Set.of();
    }

    static String plain(String name) {
        return name.replace("\"", "").replace("`", "");
    }

    /** Returns what to look for in a catalog, whatever case an unquoted name ends up in. */
    static String key(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
