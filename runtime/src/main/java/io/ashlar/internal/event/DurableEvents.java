package io.ashlar.internal.event;

/** Where a module's durable events go, and who is to be woken then. Equal to itself alone. */
record DurableEvents(Outbox outbox, Dispatcher dispatcher) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
