package io.ashlar.pull;

import io.ashlar.model.ClassName;

/**
 * A Java file and its text.
 *
 * @param table whose rows it is about
 */
public record PulledSource(ClassName name, String table, String text) {}
