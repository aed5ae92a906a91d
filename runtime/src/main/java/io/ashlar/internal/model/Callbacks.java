package io.ashlar.internal.model;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/** The lifecycle callbacks of a model, by the annotations of Jakarta Persistence on it and its listeners. */
public final class Callbacks {

    private final @Nullable ClassDescriptor descriptor;
    private final @Nullable AbstractSession session;

    private Callbacks(@Nullable ClassDescriptor descriptor, @Nullable AbstractSession session) {
        this.descriptor = descriptor;
        this.session = session;
    }

    static Callbacks of(ClassDescriptor descriptor, AbstractSession session) {
        boolean any = descriptor.getEventManager().hasAnyEventListeners();
        return any ? new Callbacks(descriptor, session) : new Callbacks(null, null);
    }

    /** Returns whether there is any. */
    public boolean isEmpty() {
        return descriptor == null;
    }

    /** Calls {@code @PrePersist}. */
    public void prePersist(Object record) {
        fire(DescriptorEventManager.PrePersistEvent, record);
    }

    /** Calls {@code @PostPersist}. */
    public void postPersist(Object record) {
        fire(DescriptorEventManager.PostInsertEvent, record);
    }

    /** Calls {@code @PreUpdate}. */
    public void preUpdate(Object record) {
        fire(DescriptorEventManager.PreUpdateWithChangesEvent, record); // to which EclipseLink ties the annotation
    }

    /** Calls {@code @PostUpdate}. */
    public void postUpdate(Object record) {
        fire(DescriptorEventManager.PostUpdateEvent, record);
    }

    /** Calls {@code @PostLoad}. */
    public void postLoad(Object record) {
        fire(DescriptorEventManager.PostRefreshEvent, record); // to which EclipseLink ties the annotation
    }

    private void fire(int event, Object record) {
        if (descriptor != null && session != null) {
            DescriptorEvent fired = new DescriptorEvent(record);
            fired.setEventCode(event);
            fired.setDescriptor(descriptor);
            fired.setSession(session);
            descriptor.getEventManager().executeEvent(fired);
        }
    }
}
