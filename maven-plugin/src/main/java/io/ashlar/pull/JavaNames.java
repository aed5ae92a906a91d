package io.ashlar.pull;

import io.ashlar.internal.mapping.SnakeCase;
import io.ashlar.model.Plurals;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Names for classes and attributes, from those of tables and columns. */
final class JavaNames {

    private JavaNames() {}

    /** Returns {@code BlogPost} for {@code blog_posts}, {@code BLOG_POST} and {@code BlogPost}. */
    static String className(String table) {
        List<String> words = words(table);
        int last = words.size() - 1;
        String name =
                words.subList(0, last).stream().map(JavaNames::capitalized).collect(Collectors.joining())
                        + capitalized(singular(words.get(last)));
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "Table" + name;
    }

    /** Returns {@code firstName} for {@code first_name}, {@code FIRST_NAME} and {@code FirstName}. */
    static String attribute(String column) {
        return attribute(words(column));
    }

    /** Returns {@code author} for {@code author_id} and {@code tag} for {@code tag_code}, where that is the target's key. */
    static String relation(String column, String targetKey) {
        List<String> words = words(column);
        List<String> key = words(targetKey);
        int rest = words.size() - key.size();
        if (rest > 0 && words.subList(rest, words.size()).equals(key)) {
            return attribute(words.subList(0, rest));
        }
        int last = words.size() - 1;
        return attribute(last > 0 && words.get(last).equals("id") ? words.subList(0, last) : words);
    }

    static String free(String wanted, Set<String> taken) {
        String free = wanted;
        for (int i = 2; taken.contains(free); i++) {
            free = wanted + i;
        }
        return free;
    }

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String attribute(List<String> words) {
        String name = words.get(0)
                + words.stream().skip(1).map(JavaNames::capitalized).collect(Collectors.joining());
        boolean usable = Character.isJavaIdentifierStart(name.charAt(0)) && !SourceVersion.isKeyword(name);
        return usable ? name : "value" + capitalized(name);
    }

    private static List<String> words(String name) {
        String text = name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : SnakeCase.of(name);
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() ? List.of("unnamed") : words;
    }

    /** The singular is what has the word for its plural; what ends like one but is none stays. */
    private static String singular(String word) {
        if (word.matches(".*(ss|us|is)")) {
            return word;
        }
        return Stream.of(
                        word.replaceFirst("(?<=(ss|tus|bus|x|ch|sh))es$", ""),
                        word.replaceFirst("ies$", "y"),
                        word.replaceFirst("s$", ""),
                        word.equals("people") ? "person" : word)
                .filter(each -> !each.equals(word) && Plurals.of(each).equals(word))
                .findFirst()
                .orElse(word);
    }
}
