package io.ashlar.internal.request;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object that asks both a relation or embedded value itself, by operators, and what is in it, by properties.
 *
 * @param operators with their operands
 * @param others what else it says
 */
record Split(Map<Operator, @Nullable Object> operators, Map<String, @Nullable Object> others) {

    /** Takes the operators of {@code own} out of {@code object}. */
    static Split of(Map<?, ?> object, Set<Operator> own) {
        Map<Operator, @Nullable Object> operators = new EnumMap<>(Operator.class);
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            Optional<Operator> operator = Operator.of(name).filter(own::contains);
            if (operator.isPresent()) {
                operators.put(operator.get(), value);
            } else {
                others.put(name, value);
            }
        });
        return new Split(operators, others);
    }
}
