package io.ashlar.benchmark.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;

/** Measures, and prints a table. Each figure is the median of its rounds, and large and small take turns. */
public final class Main {

    private static final int DEFAULT_ROUNDS = 5;

    private Main() {}

    /** Runs all, as many rounds as the only argument says. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length == 0 ? DEFAULT_ROUNDS : Integer.parseInt(args[0]);
        generate(rounds);
        for (String server : List.of("h2", "postgresql", "mariadb")) {
            findNothing(server, rounds * 4);
        }
    }

    private static void generate(int rounds) throws Exception {
        try (var small = Entities.compiled(10);
                var large = Entities.compiled(1_000)) {
            long[] smalls = new long[rounds];
            long[] larges = new long[rounds];
            long[] again = new long[rounds];
            for (int i = 0; i < rounds; i++) {
                smalls[i] = small.generate();
                larges[i] = large.generate();
                again[i] = large.generateAgain();
            }
            print("db-generate, a process of its own, 10 entities", median(smalls), "ms");
            print("db-generate, a process of its own, 1 000 entities", median(larges), "ms");
            print("  ratio; at most 5", median(larges) / median(smalls), "");
            print(
                    "  beyond an empty process, which Maven's own start is too; at most 10 000",
                    beyond(larges, rounds),
                    "ms");
            print("db-generate that finds nothing, 1 000 entities", median(again), "ms");
        }
    }

    private static void findNothing(String server, int rounds) throws Exception {
        try (var one = Modules.migrated(server, 1);
                var many = Modules.migrated(server, 100)) {
            long[] ones = new long[rounds];
            long[] manys = new long[rounds];
            for (int i = 0; i < rounds; i++) {
                ones[i] = microseconds(one::migrate);
                manys[i] = microseconds(many::migrate);
            }
            print("db-migrate that finds nothing, " + server + ", 1 module", median(ones) / 1000.0, "ms");
            print("db-migrate that finds nothing, " + server + ", 100 modules", median(manys) / 1000.0, "ms");
            print("  ratio", median(manys) / median(ones), "");
            int processes = Math.max(1, rounds / 4);
            for (int i = 0; i < processes; i++) {
                ones[i] = one.process();
                manys[i] = many.process();
            }
            double small = median(Arrays.copyOf(ones, processes));
            double large = median(Arrays.copyOf(manys, processes));
            print("db-migrate that finds nothing, " + server + ", a process of its own, 1 module", small, "ms");
            print("db-migrate that finds nothing, " + server + ", a process of its own, 100 modules", large, "ms");
            print("  ratio; at most 3", large / small, "");
            if (server.equals("h2")) {
                print("  statements it sends, 100 modules; at most 3", (double) many.statements(), "");
            }
        }
    }

    private static double beyond(long[] times, int rounds) throws Exception {
        long[] empty = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            empty[i] = Entities.emptyProcess();
        }
        return median(times) - median(empty);
    }

    private static long microseconds(IntSupplier work) {
        long start = System.nanoTime();
        int applied = work.getAsInt();
        if (applied != 0) {
            throw new IllegalStateException("There was something to do");
        }
        return (System.nanoTime() - start) / 1000;
    }

    private static double median(long[] values) {
        return LongStream.of(values).sorted().asDoubleStream().toArray()[values.length / 2];
    }

    private static void print(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-85s %10.1f %s%n", what, value, unit);
    }
}
