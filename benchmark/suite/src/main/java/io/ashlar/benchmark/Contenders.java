package io.ashlar.benchmark;

import io.ashlar.benchmark.ashlar.AshlarContender;
import io.ashlar.benchmark.eclipselink.EclipseLinkContender;
import io.ashlar.benchmark.hibernate.HibernateContender;
import io.ashlar.benchmark.jdbc.JdbcContender;
import io.ashlar.benchmark.jooq.JooqContender;
import io.ashlar.benchmark.spring.SpringContender;
import io.ashlar.databases.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** All contenders, in the order of the report. */
final class Contenders {

    /** What all others are compared with. */
    static final String BASELINE = "jdbc";

    private static final List<Entrant> ALL = List.of(
            new Entrant(BASELINE, "plain JDBC", List.of(), database -> new JdbcContender(Pools.open(database, "jdbc"))),
            new Entrant(
                    "control",
                    "plain JDBC again",
                    List.of(),
                    database -> new JdbcContender(Pools.open(database, "control"))),
            new Entrant("ashlar", "Ashlar", AshlarContender.MISSING, AshlarContender::new),
            new Entrant(
                    "spring",
                    "Spring Data JPA",
                    List.of(),
                    database -> new SpringContender(Pools.open(database, "spring"))),
            new Entrant(
                    "hibernate",
                    "Hibernate StatelessSession",
                    List.of(),
                    database -> new HibernateContender(Pools.open(database, "hibernate"))),
            new Entrant("jooq", "jOOQ", List.of(), database -> new JooqContender(Pools.open(database, "jooq"))),
            new Entrant(
                    "eclipselink",
                    "EclipseLink",
                    List.of(),
                    database -> new EclipseLinkContender(Pools.open(database, "eclipselink"))));

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

    /** A contender that can be opened on a database, and what it cannot do yet, which is left out. */
    record Entrant(String id, String label, List<Operation> missing, Function<TestDatabase, Contender<?, ?>> opener) {
        Contender<?, ?> open(TestDatabase database) {
            return opener.apply(database);
        }
    }
}
