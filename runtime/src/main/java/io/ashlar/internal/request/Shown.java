package io.ashlar.internal.request;

/** Writes what a caller sent into a message: in one line, and not all of it if it is long. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String name(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return start.codePoints()
                .map(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String value(Object value) {
        if (value instanceof String text) {
            return "'" + name(text) + "'";
        }
        // others may be long and hold what is sensitive elsewhere
        return value instanceof Number || value instanceof Boolean || value instanceof Enum
                ? name(value.toString())
                : "a value of " + value.getClass().getSimpleName();
    }
}
