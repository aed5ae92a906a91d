package io.ashlar.pull;

import io.ashlar.service.Imports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An annotation that is being put together. */
final class Annotated {

    private static final int LONGEST_LINE = 120;
    private static final String CONTINUED = "        ";

    private final String name;
    private final List<String> elements = new ArrayList<>();

    Annotated(Imports imports, Class<?> type) {
        this.name = "@" + imports.name(type);
    }

    /** Adds an element with a text. */
    Annotated text(String element, @Nullable String value) {
        return value == null ? this : code(element, quoted(value));
    }

    /** Adds an element as Java writes it. */
    Annotated code(String element, String value) {
        elements.add(element + " = " + value);
        return this;
    }

    /** Adds an element with several values, if there are any. */
    Annotated all(String element, List<String> values) {
        return switch (values.size()) {
            case 0 -> this;
            case 1 -> code(element, values.get(0));
            default -> code(element, "{" + String.join(", ", values) + "}");
        };
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    /** Returns the Java, its elements on lines of their own where one line would be too long. */
    String text(String indent) {
        String whole = text();
        return indent.length() + whole.length() <= LONGEST_LINE || elements.size() < 2
                ? whole
                : name + "(\n" + indent + CONTINUED + String.join(",\n" + indent + CONTINUED, elements) + ")";
    }

    /** Returns the Java in one line. */
    String text() {
        if (elements.isEmpty()) {
            return name;
        }
        boolean valueAlone = elements.size() == 1 && elements.get(0).startsWith("value = ");
        return name + "(" + (valueAlone ? elements.get(0).substring("value = ".length()) : String.join(", ", elements))
                + ")";
    }

    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : Objects.requireNonNull(value).toCharArray()) {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) each)
                        .replace("\\u000a", "\\n")
                        .replace("\\u000d", "\\r"));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
