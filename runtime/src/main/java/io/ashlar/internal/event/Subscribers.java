package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.event.EventFailure;
import io.ashlar.event.EventHandler;
import io.ashlar.event.ModelEvent;
import io.ashlar.event.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who listens, in the order of registration. Safe for use by many threads. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger("io.ashlar.Events");

    private final List<Consumer<EventFailure>> reporters = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> registered = new HashMap<>();
    private volatile Listening listening = new Listening(List.of());

    /** Adds a handler that {@code owner} registers for {@code what}. */
    synchronized Subscription add(String owner, String what, Subscriber.Interest interest, EventHandler handler) {
        String name = owner + ": " + what;
        int nth = registered.merge(name, 1, Integer::sum);
        Subscriber added = new Subscriber(nth == 1 ? name : name + " #" + nth, interest, handler);
        List<Subscriber> all = new ArrayList<>(listening.all());
        all.add(added);
        listening = new Listening(List.copyOf(all));
        return () -> remove(added);
    }

    Subscription add(Consumer<EventFailure> reporter) {
        reporters.add(reporter);
        return () -> reporters.remove(reporter);
    }

    boolean wants(String module, String model, Action action) {
        return listening.wants(module, model, action);
    }

    /** Returns whether somebody listens to one of the models. */
    boolean anyFor(String module, List<String> models) {
        for (String model : models) {
            for (Action action : Action.values()) {
                if (wants(module, model, action)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Runs all handlers of {@code event} but those {@code done}, and returns what failed, by their keys. */
    Map<String, Throwable> deliver(ModelEvent event, Set<String> done) {
        Map<String, Throwable> failures = new LinkedHashMap<>();
        for (Subscriber each : of(event)) {
            if (!done.contains(each.key())) {
                try {
                    each.handler().handle(event);
                } catch (Exception | Error e) {
                    failures.put(each.key(), e);
                }
            }
        }
        return failures;
    }

    /** Returns the keys of all handlers of {@code event}. */
    List<String> keys(ModelEvent event) {
        return of(event).stream().map(Subscriber::key).toList();
    }

    void report(ModelEvent event, Map<String, Throwable> failures, int attempt, boolean last) {
        failures.forEach((key, cause) -> reporters.forEach(reporter -> {
            try {
                reporter.accept(new EventFailure(event, key, cause, attempt, last));
            } catch (RuntimeException | Error e) {
                LOG.error("What is to report failures of event handlers failed", e);
            }
        }));
    }

    private List<Subscriber> of(ModelEvent event) {
        return listening.all().stream()
                .filter(each -> each.interest().in(event.module(), event.model(), event.action()))
                .toList();
    }

    private synchronized void remove(Subscriber removed) {
        listening = new Listening(listening.all().stream()
                .filter(each -> !each.key().equals(removed.key()))
                .toList());
    }

    /** A state of the list, with the answers given so far: crud asks for every change. */
    private record Listening(List<Subscriber> all, Map<Question, Boolean> answers) {

        Listening(List<Subscriber> all) {
            this(all, new ConcurrentHashMap<>());
        }

        boolean wants(String module, String model, Action action) {
            return !all.isEmpty()
                    && answers.computeIfAbsent(
                            new Question(module, model, action),
                            asked -> all.stream()
                                    .anyMatch(each -> each.interest().in(module, model, action)));
        }
    }

    private record Question(String module, String model, Action action) {}
}
