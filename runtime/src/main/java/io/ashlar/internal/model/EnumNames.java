package io.ashlar.internal.model;

import java.util.HashMap;
import java.util.Map;

/** The constants of an enum, and the names or positions they are stored as. */
final class EnumNames {

    private final Object[] constants;
    private final Map<String, Object> byName = new HashMap<>();
    private final boolean named;

    private EnumNames(Object[] constants, boolean named) {
        this.constants = constants;
        this.named = named;
        for (Object constant : constants) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
    }

    static EnumNames of(Class<?> type, boolean named) {
        return new EnumNames(type.getEnumConstants(), named);
    }

    @SuppressWarnings("EnumOrdinal") // what JPA stores unless told to store names
    Object store(Object constant) {
        Enum<?> value = (Enum<?>) constant;
        if (named) {
            return value.name();
        }
        return value.ordinal();
    }

    Object read(Object stored) {
        Object constant = named ? byName.get((String) stored) : atPosition((Integer) stored);
        if (constant == null) {
            throw new IllegalStateException("the database holds '" + stored + "', which is no constant of "
                    + constants.getClass().getComponentType().getName());
        }
        return constant;
    }

    private @org.jspecify.annotations.Nullable Object atPosition(int position) {
        return position < 0 || position >= constants.length ? null : constants[position];
    }
}
