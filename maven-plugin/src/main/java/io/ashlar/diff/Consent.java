package io.ashlar.diff;

import java.util.Set;

/**
 * What someone agreed to lose.
 *
 * @param objects tables, or tables and columns with a dot between, such as {@code comment} or {@code post.body}
 */
public record Consent(Set<String> objects) {

    /** Nothing may be lost. */
    public static final Consent NONE = new Consent(Set.of());

    /** Copies the set. */
    public Consent {
        objects = Set.copyOf(objects);
    }

    /** Returns whether exactly this object was named; a table does not stand for its columns. */
    public boolean covers(Loss loss) {
        return objects.contains(loss.object());
    }
}
