package io.ashlar.internal.mapping;

/** Text of limited length. PostgreSQL and MariaDB cut spaces beyond it without a word. */
record TextCodec(int length) implements Codec {

    @Override
    public Object write(Object value) {
        var text = (String) value;
        if (text.length() > length && text.codePointCount(0, text.length()) > length) {
            throw new Unstorable(text.codePointCount(0, text.length()) + " characters, and the column holds " + length);
        }
        return text;
    }

    @Override
    public Object read(Object stored) {
        return stored;
    }
}
