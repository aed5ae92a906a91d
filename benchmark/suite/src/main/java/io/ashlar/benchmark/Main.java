package io.ashlar.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures, and writes what it found. */
public final class Main {

    private Main() {}

    /** Does what {@link Plan#USAGE} says. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("org.jboss.logging.provider", "slf4j"); // Hibernate's, else to java.util.logging
        Plan plan;
        try {
            plan = Plan.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            var samples = new ArrayList<>(calls(plan));
            if (plan.streams()) {
                samples.addAll(streams(plan));
            }
            new Report(plan, samples).write(Path.of("results"));
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1); // the server's own threads would go on
        }
    }

    private static List<Sample> calls(Plan plan) {
        var samples = new ArrayList<Sample>();
        if (plan.calls(1).isEmpty()) {
            return samples;
        }
        System.setProperty("jmh.ignoreLock", "true"); // each turn is a run of JMH
        try (var arena = Arena.open(Data.fresh(Data.POSTS), plan.contenders())) {
            Check.all(arena, plan);
            System.out.println("All contenders give the same answers.");
            var rounds = new Rounds(arena, plan);
            for (var threads : plan.threads()) {
                for (var operation : plan.calls(threads)) {
                    samples.addAll(printed(plan, operation, rounds.measure(operation, threads)));
                }
            }
        }
        return samples;
    }

    private static List<Sample> streams(Plan plan) {
        return printed(plan, Operation.STREAM, new Streams(plan).measure());
    }

    private static List<Sample> printed(Plan plan, Operation operation, List<Sample> samples) {
        if (!samples.isEmpty()) {
            System.out.print(Summary.of(samples).text());
        }
        for (var entrant : plan.contenders()) {
            if (entrant.missing().contains(operation)) {
                System.out.println("  " + entrant.id() + " cannot " + operation.label() + " yet");
            }
        }
        return samples;
    }
}
