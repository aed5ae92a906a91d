package io.ashlar.event;

/**
 * A durable event that was given up after too many attempts. It stays in the outbox until {@link Events#retryDead}.
 *
 * @param error what the last attempt failed with
 */
public record DeadEvent(ModelEvent event, int attempts, String error) {}
