package io.ashlar.internal.read;

import io.ashlar.data.Model;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Marks records in a field of {@link Model} that nobody else sees. */
final class PartialModels implements Partial {

    private static final VarHandle MARK = mark();

    @Override
    public void mark(Object record) {
        if (record instanceof Model model) {
            MARK.set(model, true);
        }
    }

    @Override
    public boolean is(Object record) {
        return record instanceof Model model && (boolean) MARK.get(model);
    }

    private static VarHandle mark() {
        try {
            return MethodHandles.privateLookupIn(Model.class, MethodHandles.lookup())
                    .findVarHandle(Model.class, "partial", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
