package io.ashlar.query;

import java.util.List;

/**
 * One page and the number of all records that match, which ignores paging.
 *
 * @param <T> the model
 * @param items the page, unmodifiable
 * @param count how many match in all
 */
public record CountedList<T>(List<T> items, long count) {

    /** Copies the page. */
    public CountedList {
        items = List.copyOf(items);
    }
}
