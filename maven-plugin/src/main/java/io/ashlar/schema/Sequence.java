package io.ashlar.schema;

/**
 * A source of numbers for ids.
 *
 * @param start the first number
 * @param increment how far apart, at least 1
 */
public record Sequence(String name, long start, int increment) {}
