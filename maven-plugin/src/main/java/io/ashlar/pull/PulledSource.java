package io.ashlar.pull;

import io.ashlar.model.ClassName;

/** A Java file and its text. */
public record PulledSource(ClassName name, String text) {}
