package io.ashlar.pull;

import io.ashlar.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index or a unique constraint of whole columns and all rows, as a catalog describes it.
 *
 * @param parts most significant first
 */
record IndexText(boolean unique, List<Index.Part> parts) {

    private static final String NAME = "\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\p{L}_][\\p{L}\\p{N}_$ ]*?";
    private static final Pattern PART =
            Pattern.compile("(" + NAME + ")(?: (ASC|DESC))?(?:, ?|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM = Pattern.compile("(UNIQUE )?(?:btree )?\\(([^()]+)\\)(?: USING BTREE)?");

    /** Reads; empty for an index of expressions, of some rows, or of another kind. */
    static Optional<IndexText> parse(String definition) {
        Matcher form = FORM.matcher(definition);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<Index.Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(form.group(2));
        int end = 0;
        while (end < form.group(2).length() && part.find(end) && part.start() == end) {
            String direction = part.group(2);
            parts.add(new Index.Part(
                    bare(part.group(1)),
                    direction != null && direction.toUpperCase(Locale.ROOT).equals("DESC")));
            end = part.end();
        }
        return end == form.group(2).length()
                ? Optional.of(new IndexText(form.group(1) != null, parts))
                : Optional.empty();
    }

    List<String> columns() {
        return parts.stream().map(Index.Part::column).toList();
    }

    private static String bare(String name) {
        return switch (name.charAt(0)) {
            case '"' -> name.substring(1, name.length() - 1).replace("\"\"", "\"");
            case '`' -> name.substring(1, name.length() - 1).replace("``", "`");
            default -> name;
        };
    }
}
