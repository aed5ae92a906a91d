package io.ashlar.internal.request;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads values that attributes are compared with. */
final class ValueReader {

    private final Report report;

    ValueReader(Report report) {
        this.report = report;
    }

    /** Returns {@code given} as a value of the attribute; empty after noting a problem. */
    Optional<Object> read(ModelDescription model, AttributeDescription attribute, @Nullable Object given, Place at) {
        return read(model, attribute, ValueTypes.of(attribute), given, at);
    }

    private Optional<Object> read(
            ModelDescription model, AttributeDescription attribute, ValueType type, @Nullable Object given, Place at) {
        if (given == null) {
            refuseNull(model, attribute, at);
            return Optional.empty();
        }
        Object value = converted(type, given);
        if (value == null) {
            String shown = attribute.sensitive() ? "the value given" : Shown.value(given);
            report.add(
                    "value-misfit",
                    label(model, attribute) + " cannot be compared with " + shown + ", which is not " + type.takes(),
                    at,
                    "write " + type.takes());
        }
        return Optional.ofNullable(value);
    }

    /** Returns the values of a list; none after noting a problem. */
    List<Object> readAll(ModelDescription model, AttributeDescription attribute, Collection<?> given, Place at) {
        ValueType type = ValueTypes.of(attribute);
        List<Object> values = new ArrayList<>();
        int index = 0;
        for (Object one : given) {
            read(model, attribute, type, one, at.at(index++)).ifPresent(values::add);
        }
        return values;
    }

    /** Notes that a null stands where a filter could have lost its value by accident. */
    void refuseNull(ModelDescription model, AttributeDescription attribute, Place at) {
        report.add(
                "value-missing",
                label(model, attribute) + " is compared with null, which could be an accident",
                at,
                "leave it out; to ask for records without a value, write {\"$exists\": false}");
    }

    static String label(ModelDescription model, AttributeDescription attribute) {
        return model.name() + "." + attribute.name();
    }

    private static @Nullable Object converted(ValueType type, Object given) {
        try {
            return type.reader().apply(given);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null; // the message says what is taken; the exception's own would repeat the value
        }
    }
}
