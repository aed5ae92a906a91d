package io.ashlar.internal.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a model stands among the classes it inherits from and that inherit from it. */
public final class Hierarchy {

    /** How the rows of a hierarchy are stored. */
    public enum Strategy {
        /** It is alone. */
        NONE,
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }

    private final Strategy strategy;
    private final boolean root;
    private final @Nullable Column discriminator;
    private final @Nullable Object value;
    private final List<Entity> concrete = new ArrayList<>();

    /**
     * A place in a hierarchy.
     *
     * @param root whether the model inherits from no other
     * @param discriminator the column that tells classes apart; null for none
     * @param value what it holds for exactly this class
     */
    Hierarchy(Strategy strategy, boolean root, @Nullable Column discriminator, @Nullable Object value) {
        this.strategy = strategy;
        this.root = root;
        this.discriminator = discriminator;
        this.value = value;
    }

    void add(Entity entity) {
        concrete.add(entity);
    }

    /** Returns how the rows are stored. */
    public Strategy strategy() {
        return strategy;
    }

    /** Returns whether the model inherits from no other model. */
    public boolean isRoot() {
        return root;
    }

    /** Returns the column that tells the classes apart; null for none. */
    public @Nullable Column discriminator() {
        return discriminator;
    }

    /** Returns what the discriminator holds for exactly this class; null for none. */
    public @Nullable Object value() {
        return value;
    }

    /** Returns the model itself and those that inherit from it, without abstract ones. */
    public List<Entity> concrete() {
        return concrete;
    }

    /** Returns whether records of other classes than the model's own can be among its records. */
    public boolean isPolymorphic() {
        return strategy != Strategy.NONE;
    }
}
