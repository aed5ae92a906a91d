package io.ashlar.migrate;

import org.jspecify.annotations.Nullable;

/**
 * What a migration asks the rows before it runs.
 *
 * @param text what it says about them
 * @param count how many rows stand in the way; null if that can be asked only after migrations before it
 */
public record PlannedCheck(
        String tag, String text, @Nullable Long count) {}
