package io.ashlar.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures contenders in turns: a short run of each, then the next round, so that what disturbs the machine for a while
 * disturbs all.
 */
final class Rounds {

    private static final int WARM_CALLS = 3_000;
    private static final int MOST_WARMUPS = 5;

    private final Arena arena;
    private final Plan plan;
    private Arena.Usage last = Arena.Usage.NONE;

    Rounds(Arena arena, Plan plan) {
        this.arena = arena;
        this.plan = plan;
    }

    /** Measures an operation; each sample is of one contender in one round. */
    List<Sample> measure(Operation operation, int threads) {
        var able = plan.contenders().stream()
                .filter(entrant -> !entrant.missing().contains(operation))
                .map(Contenders.Entrant::id)
                .collect(Collectors.toCollection(ArrayList::new));
        for (var contender : able) {
            warm(operation, contender, threads);
        }
        var samples = new ArrayList<Sample>();
        for (var round = 1; round <= plan.rounds(threads); round++) {
            for (var contender : able) {
                samples.add(run(operation, contender, threads, round, plan.time()));
            }
            Collections.rotate(able, 1); // nobody always follows the same one
        }
        return samples;
    }

    /** Calls for a while, and where calls are short, so often that the JVM compiles what they run through. */
    private void warm(Operation operation, String contender, int threads) {
        var begun = System.nanoTime();
        var calls = 0L;
        do {
            run(operation, contender, threads, 0, plan.warmup());
            calls += last.calls();
        } while (calls < WARM_CALLS
                && operation.isShort()
                && System.nanoTime() - begun < MOST_WARMUPS * plan.warmup().convertTo(TimeUnit.NANOSECONDS));
    }

    private Sample run(Operation operation, String contender, int threads, int round, TimeValue time) {
        var options = new OptionsBuilder()
                .include(CallBenchmark.class.getName())
                .param("operation", operation.id())
                .param("contender", contender)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(time)
                .syncIterations(false)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        arena.seed(round);
        arena.takeUsed();
        try {
            var result = new Runner(options).runSingle();
            var used = arena.takeUsed();
            last = used;
            return new Sample(
                    operation,
                    contender,
                    threads,
                    round,
                    result.getPrimaryResult().getScore(),
                    (double) used.cpu() / used.calls(),
                    (double) used.bytes() / used.calls());
        } catch (RunnerException e) {
            throw new IllegalStateException(operation.id() + " by " + contender, e);
        } finally {
            if (operation.writes()) {
                arena.data().tidy();
            }
        }
    }
}
