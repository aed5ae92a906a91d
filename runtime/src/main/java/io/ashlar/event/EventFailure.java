package io.ashlar.event;

/**
 * A handler that failed.
 *
 * @param handler who registered it and for what, such as {@code search: blog.post.*}
 * @param attempt 1 for the first
 * @param last whether it will not be tried again: true of every event that is not durable
 */
public record EventFailure(ModelEvent event, String handler, Throwable cause, int attempt, boolean last) {}
