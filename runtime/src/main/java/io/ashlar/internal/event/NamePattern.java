package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.event.ModelEvent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Names of events with {@code *} in them. */
record NamePattern(String text, List<Pattern> parts) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9*-]+\\.[a-z0-9*-]+\\.[a-z0-9*-]+");

    static NamePattern of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no name of events: it has three parts, as in"
                    + " 'blog.post.created', each of lower-case letters, digits, hyphens and '*'");
        }
        return new NamePattern(
                text,
                Arrays.stream(text.split("\\."))
                        .map(part -> Pattern.compile(part.replace("*", ".*")))
                        .toList());
    }

    boolean matchesModule(String module) {
        return parts.get(0).matcher(module).matches();
    }

    boolean matchesModel(String model) {
        return parts.get(1).matcher(ModelEvent.modelName(model)).matches();
    }

    boolean matchesAction(Action action) {
        return parts.get(2).matcher(action.word()).matches();
    }

    boolean matches(String module, String model, Action action) {
        return matchesModule(module) && matchesModel(model) && matchesAction(action);
    }
}
