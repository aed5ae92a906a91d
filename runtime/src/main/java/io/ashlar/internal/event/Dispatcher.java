package io.ashlar.internal.event;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what is in the outboxes of one database, in a thread of its own. Safe for use by many threads. */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger("io.ashlar.Events");

    private final Map<String, Outbox> outboxes = new LinkedHashMap<>();
    private final Predicate<String> heard;
    private final Duration interval;
    private final Thread thread;
    private final Set<String> unreadable = new HashSet<>();
    private boolean woken = true;
    private boolean closed;
    private long started;
    private long finished;

    /**
     * Prepares the thread.
     *
     * @param heard whether anybody listens to a module; if not, its events are left to other instances
     */
    Dispatcher(Predicate<String> heard, Duration interval, ClassLoader loader) {
        this.heard = heard;
        this.interval = interval;
        this.thread = new Thread(this::run, "ashlar-outbox");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
    }

    /** Adds an outbox, before the start. */
    void add(String module, Outbox outbox) {
        outboxes.put(module, outbox);
    }

    void start() {
        thread.start();
    }

    /** Has the outboxes looked into now. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Waits until the outboxes were looked into from now on and nothing was due; false if that took too long. */
    synchronized boolean await(Duration longest) throws InterruptedException {
        if (Thread.currentThread() == thread || !thread.isAlive()) {
            return true;
        }
        long end = System.nanoTime() + longest.toNanos();
        long wanted = started + 1;
        wake();
        while (finished < wanted && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Ends after the handlers that run, or after {@code longest}. What is not delivered then, is after the next start. */
    void close(Duration longest) throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        if (Thread.currentThread() != thread && thread.isAlive()) {
            thread.join(Math.max(1, longest.toMillis()));
            if (thread.isAlive()) {
                LOG.error(
                        "A handler of durable events did not end within {}: it is interrupted, and the event delivered"
                                + " again later",
                        longest);
                thread.interrupt();
            }
        }
    }

    private void run() {
        Instant next = Instant.now();
        while (sleepUntil(next)) {
            next = Instant.now().plus(interval);
            for (Map.Entry<String, Outbox> each : outboxes.entrySet()) {
                Instant due = drain(each.getKey(), each.getValue());
                next = due.isBefore(next) ? due : next;
            }
            synchronized (this) {
                finished = started;
                notifyAll();
            }
        }
    }

    /** Returns false once closed. */
    private synchronized boolean sleepUntil(Instant next) {
        try {
            while (!woken && !closed) {
                long left = Duration.between(Instant.now(), next).toMillis();
                if (left <= 0) {
                    break;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        woken = false;
        started++;
        return !closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Delivers until nothing is due, and returns when something will be. */
    private Instant drain(String module, Outbox outbox) {
        try {
            while (heard.test(module) && !isClosed()) {
                Outbox.Pass pass = outbox.deliver(this::isClosed);
                if (unreadable.remove(module)) {
                    LOG.info("The outbox of module {} can be read again", module);
                }
                if (!pass.progress()) {
                    return pass.next();
                }
            }
        } catch (SQLException | RuntimeException | Error e) {
            if (!isClosed() && unreadable.add(module)) {
                LOG.error("The outbox of module {} cannot be read; tried again every {}", module, interval, e);
            }
        }
        return Instant.MAX;
    }
}
