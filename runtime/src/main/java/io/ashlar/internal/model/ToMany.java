package io.ashlar.internal.model;

import org.jspecify.annotations.Nullable;

/** A relation to many records. */
public final class ToMany implements Attribute {

    private final String name;
    private final Access access;
    private final Link link;
    private final Container container;
    private final Cascade cascade;
    private final boolean owner;
    private @Nullable Entity target;

    ToMany(String name, Access access, Link link, Container container, Cascade cascade, boolean owner) {
        this.name = name;
        this.access = access;
        this.link = link;
        this.container = container;
        this.cascade = cascade;
        this.owner = owner;
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

    /** Returns how rows of the two tables find each other. */
    public Link link() {
        return link;
    }

    /** Returns what holds the records. */
    public Container container() {
        return container;
    }

    /** Returns what goes along with the record. */
    public Cascade cascade() {
        return cascade;
    }

    /** Returns whether this side writes the join table. */
    public boolean isOwner() {
        return owner;
    }

    /** Returns the model it leads to. */
    public Entity target() {
        if (target == null) {
            throw new IllegalStateException(name + " leads nowhere yet");
        }
        return target;
    }
}
