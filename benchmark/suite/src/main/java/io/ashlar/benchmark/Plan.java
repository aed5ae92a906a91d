package io.ashlar.benchmark;

import io.ashlar.benchmark.Contenders.Entrant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.TimeValue;

/** What to measure, and for how long. */
record Plan(
        List<Operation> operations,
        List<Entrant> contenders,
        List<Integer> threads,
        int rounds,
        TimeValue warmup,
        TimeValue time,
        boolean partial) {

    private static final int STREAMED = 1_000_000;
    private static final int QUICK_ROUNDS = 3;

    static final String USAGE = """
            benchmark/run [--quick] [--only OPERATION,...] [--contenders NAME,...] [--threads N,...] [--rounds N]
              --quick       fewer and shorter rounds, one thread: about 3 minutes
              --only        these operations; printed, not written to results/
              --contenders  these; jdbc is what they are compared with
              --threads     1,8 unless told
              --rounds      how often each takes its turn""";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it is not understood
     */
    static Plan of(String... arguments) {
        var rest = new ArrayDeque<>(Arrays.asList(arguments));
        var quick = rest.remove("--quick");
        var plan = quick
                ? new Plan(all(), Contenders.all(), List.of(1), QUICK_ROUNDS, millis(500), millis(200), false)
                : new Plan(all(), Contenders.all(), List.of(1, 8), 5, millis(1_200), millis(350), false);
        while (!rest.isEmpty()) {
            var option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            }
            plan = plan.with(option, rest.pop());
        }
        return plan;
    }

    private Plan with(String option, String value) {
        return switch (option) {
            case "--only" -> {
                var only = Stream.of(value.split(",")).map(Operation::of).toList();
                yield new Plan(only, contenders, threads, rounds, warmup, time, true);
            }
            case "--contenders" -> new Plan(operations, Contenders.named(value), threads, rounds, warmup, time, true);
            case "--threads" -> {
                var counts = Stream.of(value.split(",")).map(Integer::valueOf).toList();
                yield new Plan(operations, contenders, counts, rounds, warmup, time, true);
            }
            case "--rounds" ->
                new Plan(operations, contenders, threads, Integer.parseInt(value), warmup, time, partial);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    /** Several threads get fewer rounds: their calls are many, and the machine's cores few. */
    int rounds(int callers) {
        return callers == 1 ? rounds : Math.max(1, rounds - 2);
    }

    /** Returns how many posts are streamed. */
    int streamed() {
        return STREAMED;
    }

    /** Returns how often each contender streams. */
    int streamRounds() {
        return rounds > QUICK_ROUNDS ? 3 : 1;
    }

    /** Returns what is measured call by call; storing 80 000 rows at once would measure the server alone. */
    List<Operation> calls(int callers) {
        return operations.stream()
                .filter(each -> each != Operation.STREAM)
                .filter(each -> callers == 1 || each != Operation.CREATE_10000)
                .toList();
    }

    boolean streams() {
        return operations.contains(Operation.STREAM);
    }

    private static List<Operation> all() {
        return List.of(Operation.values());
    }

    private static TimeValue millis(long millis) {
        return TimeValue.milliseconds(millis);
    }
}
