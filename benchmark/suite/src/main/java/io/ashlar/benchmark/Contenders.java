package io.ashlar.benchmark;

import io.ashlar.benchmark.ashlar.AshlarContender;
import io.ashlar.benchmark.jdbc.JdbcContender;
import io.ashlar.databases.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** All contenders, in the order of the report. */
final class Contenders {

    /** What all others are compared with. */
    static final String BASELINE = "jdbc";

    private static final List<Entrant> ALL = List.of(
            new Entrant(BASELINE, "plain JDBC", database -> new JdbcContender(Pools.open(database, "jdbc"))),
            new Entrant("control", "plain JDBC again", database -> new JdbcContender(Pools.open(database, "control"))),
            new Entrant("ashlar", "Ashlar", AshlarContender::new));

    private Contenders() {}

    static List<Entrant> all() {
        return ALL;
    }

    /**
     * Returns those with these names, separated by commas, in the order of the report.
     *
     * @throws IllegalArgumentException if one is unknown
     */
    static List<Entrant> named(String ids) {
        var wanted = Arrays.asList(ids.split(","));
        var known = ALL.stream().map(Entrant::id).toList();
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("--contenders " + ids + ": known are " + String.join(", ", known));
        }
        return ALL.stream().filter(each -> wanted.contains(each.id())).toList();
    }

    /** A contender that can be opened on a database. */
    record Entrant(String id, String label, Function<TestDatabase, Contender<?, ?>> opener) {
        Contender<?, ?> open(TestDatabase database) {
            return opener.apply(database);
        }
    }
}
