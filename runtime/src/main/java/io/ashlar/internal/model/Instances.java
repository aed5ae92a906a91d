package io.ashlar.internal.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/** Makes objects of one class by its constructor without arguments, or of a record by its canonical one. */
final class Instances {

    private final MethodHandle constructor;

    private Instances(MethodHandle constructor) {
        this.constructor = constructor;
    }

    static Instances of(Class<?> type) {
        try {
            if (type.isRecord()) {
                Class<?>[] components = java.util.Arrays.stream(type.getRecordComponents())
                        .map(java.lang.reflect.RecordComponent::getType)
                        .toArray(Class<?>[]::new);
                MethodHandle canonical =
                        Access.lookup(type).findConstructor(type, MethodType.methodType(void.class, components));
                return new Instances(canonical
                        .asSpreader(Object[].class, components.length)
                        .asType(MethodType.methodType(Object.class, Object[].class)));
            }
            MethodHandle empty = Access.lookup(type).findConstructor(type, MethodType.methodType(void.class));
            return new Instances(empty.asType(MethodType.methodType(Object.class)));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " has no constructor that can be reached", e);
        }
    }

    Object make() {
        try {
            return constructor.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("a constructor failed", e);
        }
    }

    Object make(Object[] components) {
        try {
            return constructor.invokeExact(components);
        } catch (Throwable e) {
            throw new IllegalStateException("a constructor failed", e);
        }
    }
}
