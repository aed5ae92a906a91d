package io.ashlar.internal.model;

/** The array types that JPA allows for text and binary, beside {@code String} and {@code byte[]}. */
final class JavaArrays {

    private JavaArrays() {}

    static String text(Character[] characters) {
        StringBuilder text = new StringBuilder(characters.length);
        for (Character each : characters) {
            text.append(each.charValue());
        }
        return text.toString();
    }

    static byte[] bytes(Byte[] boxed) {
        byte[] bytes = new byte[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            bytes[i] = boxed[i];
        }
        return bytes;
    }

    /** Returns {@code value}, text or bytes, as {@code type}; anything else as it is. */
    static Object as(Class<?> type, Object value) {
        if (type == char[].class) {
            return ((String) value).toCharArray();
        }
        if (type == Character[].class) {
            return ((String) value).chars().mapToObj(each -> (char) each).toArray(Character[]::new);
        }
        if (type == Byte[].class) {
            byte[] bytes = (byte[]) value;
            Byte[] boxed = new Byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                boxed[i] = bytes[i];
            }
            return boxed;
        }
        return value;
    }
}
