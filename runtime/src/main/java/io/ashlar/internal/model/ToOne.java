package io.ashlar.internal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relation to one record. Its holder, if woven, loads the record when it is first touched. */
public final class ToOne implements Attribute {

    private final String name;
    private final Access access;
    private final @Nullable Access holder;
    private final Link link;
    private final Cascade cascade;
    private final Basic.Traits traits;
    private final boolean manyToOne;
    private @Nullable Entity target;

    ToOne(
            String name,
            Access access,
            @Nullable Access holder,
            Link link,
            Cascade cascade,
            Basic.Traits traits,
            boolean manyToOne) {
        this.name = name;
        this.access = access;
        this.holder = holder;
        this.link = link;
        this.cascade = cascade;
        this.traits = traits;
        this.manyToOne = manyToOne;
    }

    void lead(Entity newTarget) {
        target = newTarget;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Access access() {
        return access;
    }

    /** Returns the access to the holder that weaving put beside the attribute; null if it is not woven. */
    public @Nullable Access holder() {
        return holder;
    }

    /** Returns how rows of the two tables find each other. */
    public Link link() {
        return link;
    }

    /** Returns what goes along with the record. */
    public Cascade cascade() {
        return cascade;
    }

    /** Returns what the model says of it beside its type. */
    public Basic.Traits traits() {
        return traits;
    }

    /** Returns the model it leads to. */
    public Entity target() {
        if (target == null) {
            throw new IllegalStateException(name + " leads nowhere yet");
        }
        return target;
    }

    /** Returns whether other records may lead to the same one. */
    boolean isManyToOne() {
        return manyToOne;
    }

    /** Returns the columns in the record's own row that hold the key; none if the key is elsewhere. */
    public List<Column> columns() {
        return link instanceof Link.OwnKey own ? own.columns() : List.of();
    }

    /** Returns the related record, loading it if it was not; null if there is none. */
    public @Nullable Object get(Object record) {
        Object held = holder == null ? null : holder.get(record);
        return held instanceof org.eclipse.persistence.indirection.ValueHolderInterface<?> value
                ? value.getValue()
                : access.get(record);
    }

    /** Returns the key of the related record, one value for each column, without loading it; null if there is none. */
    public Object @Nullable [] key(Object record) {
        Object held = holder == null ? null : holder.get(record);
        if (held instanceof Lazy lazy && !lazy.isInstantiated()) {
            return lazy.key();
        }
        Object related = get(record);
        return related == null || !(link instanceof Link.OwnKey own) ? null : target().values(related, own.targets());
    }

    /** Puts a record that is loaded into its place. */
    public void set(Object record, @Nullable Object related) {
        if (holder != null) {
            holder.set(record, related == null ? null : new Loaded(related));
        }
        access.set(record, related);
    }
}
