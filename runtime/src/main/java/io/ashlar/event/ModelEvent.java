package io.ashlar.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a transaction did to the records of one model. There is one event for each model and action of a transaction; only a
 * durable one of more than a thousand records comes in parts.
 *
 * @param id the same whenever this event is delivered, by which a handler can tell that it has seen it
 * @param module the name of the module, such as {@code blog}
 * @param model the simple name of the model, such as {@code BlogPost}
 * @param ids of the records, each once, at least one
 * @param time shortly before the commit
 */
public record ModelEvent(String id, String module, String model, Action action, List<Object> ids, Instant time) {

    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    /** Copies the ids. */
    public ModelEvent {
        requireNonNull(id, "id: null");
        requireNonNull(module, "module: null");
        requireNonNull(model, "model: null");
        requireNonNull(action, "action: null");
        ids = List.copyOf(ids);
        requireNonNull(time, "time: null");
    }

    /** Returns module, model and action, such as {@code blog.blog-post.created}. */
    public String name() {
        return module + "." + modelName(model) + "." + action.word();
    }

    /** Returns a model's part of the name: {@code blog-post} for {@code BlogPost}. */
    public static String modelName(String model) {
        return HUMP.matcher(model).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
