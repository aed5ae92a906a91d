package io.ashlar.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The smallest part of a statement that means something; comments and space do not.
 *
 * @param text a word in lower case; a quoted name or a text without its quotes; or one sign
 */
record Token(Kind kind, String text) {

    enum Kind {
        WORD,
        NAME,
        TEXT,
        SIGN
    }

    private static final Pattern PARTS = Pattern.compile(
            "\\s+|--[^\\n]*|/\\*.*?\\*/" // passed over
                    + "|(?<name>\"(?:[^\"]++|\"\")*+\"|`(?:[^`]++|``)*+`)"
                    + "|(?<dollar>\\$(?<tag>\\w*)\\$(?<body>.*?)\\$\\k<tag>\\$)"
                    + "|(?<text>[eE]'(?:[^'\\\\]++|\\\\.|'')*+'|'(?:[^']++|'')*+')"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<sign>.)",
            Pattern.DOTALL);

    static List<Token> of(String sql) {
        var tokens = new ArrayList<Token>();
        var parts = PARTS.matcher(sql);
        while (parts.find()) {
            if (parts.group("name") != null) {
                var name = parts.group("name");
                tokens.add(new Token(Kind.NAME, name.substring(1, name.length() - 1)));
            } else if (parts.group("dollar") != null) {
                tokens.add(new Token(Kind.TEXT, parts.group("body")));
            } else if (parts.group("text") != null) {
                tokens.add(new Token(Kind.TEXT, parts.group("text")));
            } else if (parts.group("word") != null) {
                tokens.add(new Token(Kind.WORD, parts.group("word").toLowerCase(Locale.ROOT)));
            } else if (parts.group("sign") != null) {
                tokens.add(new Token(Kind.SIGN, parts.group("sign")));
            }
        }
        return tokens;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isNamed() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
