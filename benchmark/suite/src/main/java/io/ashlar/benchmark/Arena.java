package io.ashlar.benchmark;

import io.ashlar.benchmark.Contenders.Entrant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The database and the open contenders, where the benchmark's threads find them: JMH makes those itself. */
final class Arena implements AutoCloseable {

    private static volatile @Nullable Arena current;

    private final Data data;
    private final Map<String, Contender<?, ?>> contenders = new LinkedHashMap<>();
    private long seed;
    private Usage used = Usage.NONE;

    private Arena(Data data) {
        this.data = data;
    }

    /** Opens {@code entrants} on {@code data}. */
    static Arena open(Data data, List<Entrant> entrants) {
        var arena = new Arena(data);
        for (var entrant : entrants) {
            arena.contenders.put(entrant.id(), entrant.open(data.database()));
        }
        current = arena;
        return arena;
    }

    static Arena current() {
        return Objects.requireNonNull(current, "an open arena");
    }

    Data data() {
        return data;
    }

    Contender<?, ?> contender(String id) {
        return Objects.requireNonNull(contenders.get(id), id);
    }

    /** Lets the threads to come choose their arguments by {@code newSeed}. */
    void seed(long newSeed) {
        seed = newSeed;
    }

    Work work(int thread, int threads) {
        return new Work(data, thread, threads, seed);
    }

    /** Adds what one thread used. */
    synchronized void used(long calls, long cpu, long bytes) {
        used = new Usage(used.calls() + calls, used.cpu() + cpu, used.bytes() + bytes);
    }

    /** Returns what all threads used since this was last asked. */
    synchronized Usage takeUsed() {
        var taken = used;
        used = Usage.NONE;
        return taken;
    }

    @Override
    public void close() {
        contenders.values().forEach(Contender::close);
        data.close();
    }

    /** How many calls, and the nanoseconds of CPU and the bytes they took together. */
    record Usage(long calls, long cpu, long bytes) {
        static final Usage NONE = new Usage(0, 0, 0);
    }
}
