package io.ashlar.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement, or a part of one, read from its start. */
final class Words {

    private final List<Token> tokens;
    private int at;

    Words(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Words of(String sql) {
        return new Words(Token.of(sql));
    }

    /** Passes over {@code words} if all of them, one after the other, are next. */
    boolean take(String words) {
        List<String> wanted = Arrays.asList(words.split(" "));
        if (at + wanted.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!tokens.get(at + i).isWord(wanted.get(i))) {
                return false;
            }
        }
        at += wanted.size();
        return true;
    }

    /** Passes over whichever of {@code words} is next, as often as one is. */
    Words skip(String... words) {
        boolean taken = true;
        while (taken) {
            taken = Arrays.stream(words).anyMatch(this::take);
        }
        return this;
    }

    /** Returns the next name without quotes and schema, and passes over it; empty where there is none. */
    String name() {
        var name = "";
        while (at < tokens.size() && tokens.get(at).isNamed()) {
            name = tokens.get(at++).text();
            if (at >= tokens.size() || !tokens.get(at).isSign(".")) {
                break;
            }
            at++;
        }
        return name;
    }

    /** Returns whether {@code words}, one after the other, come anywhere from here. */
    boolean contains(String words) {
        for (int from = at; from < tokens.size(); from++) {
            Words rest = new Words(tokens.subList(from, tokens.size()));
            if (rest.take(words)) {
                return true;
            }
        }
        return false;
    }

    /** Passes over all up to and with {@code word}; stays where it never comes. */
    boolean find(String word) {
        for (int i = at; i < tokens.size(); i++) {
            if (tokens.get(i).isWord(word)) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    /** Returns what is left, apart at the commas that stand in no parentheses. */
    List<Words> parts() {
        var parts = new ArrayList<Words>();
        var part = new ArrayList<Token>();
        int depth = 0;
        for (Token token : rest()) {
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            if (depth == 0 && token.isSign(",")) {
                parts.add(new Words(List.copyOf(part)));
                part.clear();
            } else {
                part.add(token);
            }
        }
        parts.add(new Words(List.copyOf(part)));
        return parts;
    }

    List<Token> rest() {
        return tokens.subList(at, tokens.size());
    }

    /** The same from here, so that one may look ahead. */
    Words copy() {
        return new Words(rest());
    }
}
