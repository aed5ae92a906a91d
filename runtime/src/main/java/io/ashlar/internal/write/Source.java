package io.ashlar.internal.write;

import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Slot;

/**
 * A column to write, and where its value is in what the row is made of.
 *
 * @param column its name
 * @param common whether rows written together have the same value, as a rule
 */
record Source(String column, Binding binding, Slot.Getter getter, boolean common) {

    Source(String column, Binding binding, Slot.Getter getter) {
        this(column, binding, getter, false);
    }
}
