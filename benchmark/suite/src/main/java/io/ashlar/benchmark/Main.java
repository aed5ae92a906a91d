package io.ashlar.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;

/** Measures, and writes what it found. */
public final class Main {

    private Main() {}

    /** Does what {@link Plan#USAGE} says. */
    public static void main(String[] arguments) {
        System.setProperty("jmh.ignoreLock", "true");
        Plan plan;
        try {
            plan = Plan.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try (var arena = Arena.open(Data.fresh(Data.POSTS), plan.contenders())) {
            var rounds = new Rounds(arena, plan);
            var samples = new ArrayList<Sample>();
            for (var threads : plan.threads()) {
                for (var operation : plan.operations()) {
                    if (operation != Operation.STREAM) {
                        var measured = rounds.measure(operation, threads);
                        System.out.println(Summary.of(measured).text());
                        samples.addAll(measured);
                    }
                }
            }
            Csv.write(Path.of("results", plan.partial() ? "last.csv" : "results.csv"), samples);
        }
        System.exit(0); // the server's own threads would go on
    }
}
