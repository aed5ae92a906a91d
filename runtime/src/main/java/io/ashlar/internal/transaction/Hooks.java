package io.ashlar.internal.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to happen around the end of a transaction, and what is kept until then. For one thread. */
final class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final List<Work<?>> beforeCommit = new ArrayList<>(2);
    private final List<Runnable> afterCommit = new ArrayList<>(2);
    private final Map<Class<?>, Object> kept = new HashMap<>(4);

    void beforeCommit(Work<?> action) {
        beforeCommit.add(action);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    <S> S kept(Class<S> key, Supplier<S> first) {
        return key.cast(kept.computeIfAbsent(key, missing -> first.get()));
    }

    /** Returns what is to be done before the commit. */
    List<Work<?>> beforeCommit() {
        return beforeCommit;
    }

    /** Runs what was to happen after the commit. It is committed, so whatever fails now cannot fail the call. */
    void committed() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                LOG.error("What was to happen after a commit failed; the commit stands", e);
            }
        }
    }
}
