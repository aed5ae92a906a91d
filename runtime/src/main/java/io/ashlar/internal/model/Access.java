package io.ashlar.internal.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an attribute is read from and written to its object, by field or by getter and setter, whatever their visibility.
 * Method handles: as fast as reflection never is, and primitives pass without a box. Immutable.
 */
public final class Access {

    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final Class<?> type;
    private final MethodHandle getter;
    private final MethodHandle setter;
    private final @Nullable MethodHandle primitiveSetter;

    private Access(Class<?> type, MethodHandle getter, MethodHandle setter) {
        this.type = type;
        this.getter = getter.asType(GETTER);
        this.setter = setter.asType(SETTER);
        this.primitiveSetter =
                type.isPrimitive() ? setter.asType(MethodType.methodType(void.class, Object.class, type)) : null;
    }

    /** Returns the access to a field of {@code owner} or its super-classes; null if there is none of this name. */
    static @Nullable Access field(Class<?> owner, String name) {
        Field field = declared(owner, name);
        if (field == null) {
            return null;
        }
        try {
            MethodHandles.Lookup lookup = lookup(field.getDeclaringClass());
            return new Access(field.getType(), lookup.unreflectGetter(field), lookup.unreflectSetter(field));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + field, e);
        }
    }

    /** Returns the access by a getter and its setter; null if there is none of this name. */
    static @Nullable Access property(Class<?> owner, String name) {
        String suffix = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Method get = method(owner, "get" + suffix);
        if (get == null) {
            get = method(owner, "is" + suffix);
        }
        Method set = get == null ? null : method(owner, "set" + suffix, get.getReturnType());
        if (get == null || set == null) {
            return null;
        }
        try {
            return new Access(
                    get.getReturnType(),
                    lookup(get.getDeclaringClass()).unreflect(get),
                    lookup(set.getDeclaringClass()).unreflect(set));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + get, e);
        }
    }

    /** Returns the access to a component of a record, which can only be read. */
    static Access component(RecordComponent component) {
        try {
            Class<?> owner = component.getDeclaringRecord();
            MethodHandle never = MethodHandles.insertArguments(
                    MethodHandles.throwException(void.class, UnsupportedOperationException.class),
                    0,
                    new UnsupportedOperationException(component + " of a record is not written"));
            return new Access(
                    component.getType(),
                    lookup(owner).unreflect(component.getAccessor()),
                    MethodHandles.dropArguments(never, 0, owner, component.getType()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot reach " + component, e);
        }
    }

    /** Returns what may see all of {@code owner}. */
    static MethodHandles.Lookup lookup(Class<?> owner) throws IllegalAccessException {
        Access.class.getModule().addReads(owner.getModule());
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
    }

    /** Returns the declared type. */
    public Class<?> type() {
        return type;
    }

    /** Returns the value in {@code target}. */
    public @Nullable Object get(Object target) {
        try {
            return getter.invokeExact(target);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Puts a value into {@code target}; null leaves a primitive alone. */
    public void set(Object target, @Nullable Object value) {
        if (value == null && primitiveSetter != null) {
            return;
        }
        try {
            setter.invokeExact(target, value);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Puts a value into a primitive of this very type. */
    void setInt(Object target, int value) {
        try {
            primitive().invokeExact(target, value);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Puts a value into a primitive of this very type. */
    void setLong(Object target, long value) {
        try {
            primitive().invokeExact(target, value);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Puts a value into a primitive of this very type. */
    void setBoolean(Object target, boolean value) {
        try {
            primitive().invokeExact(target, value);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Puts a value into a primitive of this very type. */
    void setDouble(Object target, double value) {
        try {
            primitive().invokeExact(target, value);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private MethodHandle primitive() {
        if (primitiveSetter == null) {
            throw new IllegalStateException("no primitive: " + type);
        }
        return primitiveSetter;
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("an accessor failed", thrown);
    }

    private static @Nullable Field declared(Class<?> owner, String name) {
        for (Class<?> each = owner; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    private static @Nullable Method method(Class<?> owner, String name, Class<?>... parameters) {
        for (Class<?> each = owner; each != null && each != Object.class; each = each.getSuperclass()) {
            try {
                return each.getDeclaredMethod(name, parameters);
            } catch (NoSuchMethodException e) {
                // then it may be inherited
            }
        }
        return null;
    }
}
