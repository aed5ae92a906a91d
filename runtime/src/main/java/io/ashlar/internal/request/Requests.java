package io.ashlar.internal.request;

import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import io.ashlar.query.InvalidQuery;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters and finds that callers send at run time, as maps or JSON, and checks them against the model. What they
 * name becomes attributes of the model and values of their types, or is refused; no text of theirs reaches SQL but as a
 * value.
 */
public final class Requests {

    private static final Place FILTER = new Place("filter");
    private static final Place FIND = new Place("find");

    private Requests() {}

    /**
     * Returns the filter that {@code filter} describes.
     *
     * @throws InvalidQuery with everything that does not fit {@code model}
     * @throws IllegalArgumentException if it is null
     */
    public static <T> Filter<T> filter(ModelDescription model, @Nullable Map<String, ?> filter) {
        return read(FILTER, report -> filter(model, given(FILTER, filter), report));
    }

    /** Returns the filter that {@code json} describes; see {@link #filter(ModelDescription, Map)}. */
    public static <T> Filter<T> filter(ModelDescription model, @Nullable String json) {
        return read(FILTER, report -> filter(model, object(FILTER, json, report), report));
    }

    /**
     * Returns the find that {@code find} describes.
     *
     * @throws InvalidQuery with everything that does not fit {@code model}
     * @throws IllegalArgumentException if it is null
     */
    public static Find find(ModelDescription model, @Nullable Map<String, ?> find) {
        return read(FIND, report -> find(model, given(FIND, find), report));
    }

    /** Returns the find that {@code json} describes; see {@link #find(ModelDescription, Map)}. */
    public static Find find(ModelDescription model, @Nullable String json) {
        return read(FIND, report -> find(model, object(FIND, json, report), report));
    }

    private static <T> @Nullable Filter<T> filter(ModelDescription model, Map<?, ?> filter, Report report) {
        refuseTooLarge(filter, FILTER, report);
        @SuppressWarnings("unchecked") // a filter holds names and values, and nothing of its model
        Filter<T> read =
                (Filter<T>) new FilterReader(report).read(model, filter, FILTER).orElse(null);
        return read;
    }

    private static Find find(ModelDescription model, Map<?, ?> find, Report report) {
        refuseTooLarge(find, FIND, report);
        return new FindReader(model, report).read(find, FIND);
    }

    private static <R> R read(Place place, Function<Report, @Nullable R> reader) {
        Report report = new Report();
        R read = reader.apply(report);
        report.orThrow();
        if (read == null) {
            throw new IllegalStateException(place.path() + " gave neither a result nor a problem");
        }
        return read;
    }

    private static Map<?, ?> object(Place place, @Nullable String json, Report report) {
        Map<?, ?> object = RequestJson.object(given(place, json), place, report).orElse(Map.of());
        report.orThrow();
        return object;
    }

    private static void refuseTooLarge(Map<?, ?> request, Place place, Report report) {
        String exceeded = Limits.exceeded(request);
        if (exceeded != null) {
            report.add(
                    "request-too-large",
                    "The " + place.path() + " is too large: " + exceeded,
                    place,
                    "ask for less at a time");
            report.orThrow();
        }
    }

    private static <V> V given(Place place, @Nullable V value) {
        if (value == null) {
            throw new IllegalArgumentException(place.path() + " - must be defined");
        }
        return value;
    }
}
