package io.ashlar.internal.transaction;

import java.sql.Connection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A statement that is committed by itself. */
final class Single implements Unit {

    private final Connection connection;
    private @Nullable Hooks hooks;

    Single(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void beforeCommit(Work<?> action) {
        throw new IllegalStateException("a statement that commits by itself leaves no time before its commit");
    }

    @Override
    public void afterCommit(Runnable action) {
        hooks().afterCommit(action);
    }

    @Override
    public <S> S kept(Class<S> key, Supplier<S> first) {
        return hooks().kept(key, first);
    }

    void committed() {
        if (hooks != null) {
            hooks.committed();
        }
    }

    private Hooks hooks() {
        Hooks current = hooks;
        if (current == null) {
            current = new Hooks();
            hooks = current;
        }
        return current;
    }
}
