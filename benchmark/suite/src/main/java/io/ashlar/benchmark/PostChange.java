package io.ashlar.benchmark;

/** What is to change in a post. */
public record PostChange(String id, String title, int views) {}
