package io.ashlar.internal.event;

import io.ashlar.event.ModelEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers events one after the other, in a thread that starts with the first. Safe for use by many threads. */
final class MemoryQueue {

    private static final Logger LOG = LoggerFactory.getLogger("io.ashlar.Events");
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MANY = 10_000;

    private final Subscribers subscribers;
    private final ClassLoader loader;
    private final ThreadPoolExecutor executor;
    private volatile @Nullable Thread worker;

    MemoryQueue(Subscribers subscribers, ClassLoader loader) {
        this.subscribers = subscribers;
        this.loader = loader;
        this.executor = new ThreadPoolExecutor(
                1, 1, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), this::thread);
        executor.allowCoreThreadTimeOut(true);
    }

    void publish(List<ModelEvent> events) {
        try {
            executor.execute(() -> events.forEach(this::deliver));
        } catch (RejectedExecutionException e) {
            LOG.error("The application is closed: nobody is told of {}", names(events));
        }
        int waiting = executor.getQueue().size();
        if (waiting > 0 && waiting % MANY == 0) {
            LOG.warn("{} transactions wait for their events to be handled: a handler is too slow", waiting);
        }
    }

    /** Waits until all that was published before is delivered; false if that took too long. */
    boolean await(Duration longest) throws InterruptedException {
        if (Thread.currentThread() == worker || executor.isShutdown()) {
            return true;
        }
        try {
            executor.submit(() -> true).get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivers what is there, and what that gives rise to, but for no longer than {@code longest}. */
    void close(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        boolean own = Thread.currentThread() == worker;
        boolean inTime = own || await(longest);
        while (!own && inTime && executor.getQueue().size() + executor.getActiveCount() > 0) {
            inTime = await(Duration.ofNanos(end - System.nanoTime()));
        }
        executor.shutdown();
        if (!own && !executor.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            int left = executor.shutdownNow().size();
            LOG.error(
                    "Event handlers did not end within {}: one is interrupted, {} transactions are left out",
                    longest,
                    left);
        }
    }

    private void deliver(ModelEvent event) {
        Map<String, Throwable> failures = subscribers.deliver(event, Set.of());
        failures.forEach((handler, cause) -> LOG.error(
                "Handler '{}' of event {} {} failed; the change stands", handler, event.name(), event.id(), cause));
        subscribers.report(event, failures, 1, true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ashlar-events");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        worker = thread;
        return thread;
    }

    private static List<String> names(List<ModelEvent> events) {
        return events.stream().map(event -> event.name() + event.ids()).toList();
    }
}
