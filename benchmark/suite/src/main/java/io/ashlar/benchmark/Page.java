package io.ashlar.benchmark;

import java.util.List;

/** The first posts, and how many there are. */
public record Page<P>(List<P> posts, long count) {}
