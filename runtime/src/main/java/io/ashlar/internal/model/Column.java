package io.ashlar.internal.model;

/**
 * A column.
 *
 * @param table the name of its table, without quotes
 * @param name without quotes
 * @param binding how its values go to JDBC and back
 */
public record Column(String table, String name, Binding binding) {}
