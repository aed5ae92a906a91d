package io.ashlar.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** One operation of one contender, in a loop that JMH drives and times; what a call needs is prepared outside the time. */
public class CallBenchmark {

    /** Calls once. */
    @Benchmark
    public Object call(Caller caller) {
        return caller.call();
    }

    /** One thread's calls. CPU and allocation are this thread's alone, and of the calls alone. */
    @State(Scope.Thread)
    public static class Caller {

        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        @Param("")
        public String operation = "";

        @Param("")
        public String contender = "";

        private @Nullable Contender<?, ?> called;
        private @Nullable Operation asked;
        private @Nullable Work work;
        private Operation.@Nullable Call call;
        private long calls;
        private long cpu;
        private long bytes;
        private long cpuBefore;
        private long bytesBefore;

        /** Takes what the driver has opened. */
        @Setup(Level.Trial)
        public void begin(ThreadParams threads) {
            called = Arena.current().contender(contender);
            asked = Operation.of(operation);
            work = Arena.current().work(threads.getThreadIndex(), threads.getThreadCount());
        }

        /** Chooses the arguments. */
        @Setup(Level.Invocation)
        public void prepare() {
            call = Objects.requireNonNull(asked).prepare(Objects.requireNonNull(work));
            bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            cpuBefore = THREADS.getCurrentThreadCpuTime();
        }

        Object call() {
            return Objects.requireNonNull(call).on(Objects.requireNonNull(called));
        }

        /** Adds up what the call took. */
        @TearDown(Level.Invocation)
        public void count() {
            cpu += THREADS.getCurrentThreadCpuTime() - cpuBefore;
            bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
            calls++;
        }

        /** Hands the sums to the driver. */
        @TearDown(Level.Iteration)
        public void report() {
            Arena.current().used(calls, cpu, bytes);
            calls = 0;
            cpu = 0;
            bytes = 0;
        }
    }
}
