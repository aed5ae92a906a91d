package io.ashlar.benchmark;

import com.sun.management.ThreadMXBean;
import io.ashlar.databases.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Streams all posts of a database, in a process with little memory, and prints what that took. */
final class StreamProcess {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private StreamProcess() {}

    /**
     * Streams twice, and prints the second time: rows, nanoseconds of wall time and CPU, bytes.
     *
     * @param arguments the contender; the URL, the user and the password of the database; how many posts it holds
     */
    public static void main(String[] arguments) {
        System.setProperty("org.jboss.logging.provider", "slf4j"); // Hibernate's, else to java.util.logging
        var database = new TestDatabase(arguments[1], arguments[2], arguments[3]);
        try (var contender = Contenders.named(arguments[0]).get(0).open(database)) {
            read(contender, Long.parseLong(arguments[4]));
            var bytes = THREADS.getCurrentThreadAllocatedBytes();
            var cpu = THREADS.getCurrentThreadCpuTime();
            var wall = System.nanoTime();
            var rows = read(contender, Long.parseLong(arguments[4]));
            System.out.printf(
                    Locale.ROOT,
                    "%d %d %d %d%n",
                    rows,
                    System.nanoTime() - wall,
                    THREADS.getCurrentThreadCpuTime() - cpu,
                    THREADS.getCurrentThreadAllocatedBytes() - bytes);
        }
    }

    private static <P, A> long read(Contender<P, A> contender, long wanted) {
        var reader = new Reader<>(contender);
        contender.stream(reader::accept);
        if (reader.rows != wanted || reader.views != viewsOf(wanted)) {
            throw new IllegalStateException(
                    "wanted " + wanted + " posts, read " + reader.rows + " with " + reader.views + " views");
        }
        return reader.rows;
    }

    /** {@link Data} gives the posts 0 to 999 views, over and over. */
    private static long viewsOf(long posts) {
        return posts / 1000 * (999 * 1000 / 2);
    }

    /** Looks at each post, as a caller would. */
    private static final class Reader<P> {

        private final Contender<P, ?> contender;
        private long rows;
        private long views;

        private Reader(Contender<P, ?> contender) {
            this.contender = contender;
        }

        private void accept(P post) {
            rows++;
            views += contender.views(post);
        }
    }
}
