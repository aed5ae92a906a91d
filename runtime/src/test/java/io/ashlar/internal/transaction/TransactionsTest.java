package io.ashlar.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.DataException;
import io.ashlar.crud.NotFound;
import io.ashlar.crud.TransactionRolledBack;
import io.ashlar.database.OnEachDatabase;
import io.ashlar.transaction.Isolation;
import io.ashlar.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final TransactionOptions DEFAULTS = TransactionOptions.defaults();

    private final Transactions transactions = new Transactions();
    private final List<Counters> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Counters::close);
    }

    @OnEachDatabase
    void commitsAllCallsTogether(String dialect) throws SQLException {
        Counters counters = open(dialect);

        int seen = transactions.run(DEFAULTS, () -> {
            counters.add(1, 5);
            counters.set(2, counters.get(1) + 1);
            assertThat(committedOf(counters, 1)).isZero();
            return counters.get(2);
        });

        assertThat(seen).isEqualTo(6);
        assertThat(counters.committed(1)).isEqualTo(5);
        assertThat(counters.committed(2)).isEqualTo(6);
    }

    @OnEachDatabase
    void undoesAllCallsWhenOneThrows(String dialect) throws SQLException {
        Counters counters = open(dialect);

        assertThatThrownBy(() -> run(() -> {
                    counters.add(1, 5);
                    throw new UnsupportedOperationException("no");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> run(() -> {
                    counters.add(1, 5);
                    throw new AssertionError("no");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(counters.committed(1)).isZero();
    }

    @OnEachDatabase
    void commitsNothingAfterANestedTransactionFailedEvenIfThatIsCaught(String dialect) throws SQLException {
        Counters counters = open(dialect);
        IllegalStateException mistake = new IllegalStateException("in the middle");

        assertThatThrownBy(() -> run(() -> {
                    counters.add(1, 5);
                    try {
                        run(() -> {
                            counters.add(2, 5);
                            throw mistake;
                        });
                    } catch (IllegalStateException expected) {
                        assertThat(expected).isSameAs(mistake);
                    }
                }))
                .isInstanceOf(TransactionRolledBack.class)
                .hasMessageEndingWith("a part of it failed: in the middle")
                .hasCause(mistake);

        assertThat(counters.committed(1)).isZero();
        assertThat(counters.committed(2)).isZero();
    }

    @OnEachDatabase
    void refusesFurtherCallsAfterAStatementFailed(String dialect) throws SQLException {
        Counters counters = open(dialect);

        assertThatThrownBy(() -> run(() -> {
                    counters.add(1, 5);
                    assertThatThrownBy(() -> counters.execute("insert into counter values (1, 9)"))
                            .hasRootCauseInstanceOf(SQLException.class);
                    assertThatThrownBy(() -> counters.add(2, 5)).isInstanceOf(TransactionRolledBack.class);
                    assertThatThrownBy(() -> transactions.lease(counters.database.dataSource()))
                            .isInstanceOf(TransactionRolledBack.class);
                }))
                .isInstanceOf(TransactionRolledBack.class)
                .hasMessageContaining("the database refused a statement (SQLState 23")
                .hasMessageNotContaining("(1)");

        assertThat(counters.committed(1)).isZero();
    }

    @OnEachDatabase
    void goesOnAfterARecordWasNotFoundUnlessAPartMayBeDone(String dialect) throws SQLException {
        Counters counters = open(dialect);

        run(() -> {
            assertThatThrownBy(() -> notFound(counters, false)).isInstanceOf(NotFound.class);
            counters.add(1, 5);
        });
        assertThatThrownBy(() -> run(() -> {
                    counters.add(2, 5);
                    assertThatThrownBy(() -> notFound(counters, true)).isInstanceOf(NotFound.class);
                }))
                .isInstanceOf(TransactionRolledBack.class);

        assertThat(counters.committed(1)).isEqualTo(5);
        assertThat(counters.committed(2)).isZero();
    }

    @OnEachDatabase
    void givesTheReasonInTheWordsOfTheDomain(String dialect) throws SQLException {
        Counters counters = open(dialect);

        assertThatThrownBy(() -> run(() -> assertThatThrownBy(() -> transactions.jdbc(
                                counters.database.dataSource(),
                                connection -> Counters.execute(connection, "delete from nothing")))
                        .isInstanceOf(DataException.class)))
                .isInstanceOf(TransactionRolledBack.class)
                .hasMessageContaining("a part of it failed: The database refused: ")
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @OnEachDatabase
    void staysOnOneDatabase(String dialect) throws SQLException {
        Counters one = open(dialect);
        Counters other = open(dialect);

        assertThatThrownBy(() -> run(() -> {
                    one.add(1, 5);
                    other.add(1, 5);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A transaction stays on one database");

        assertThat(one.committed(1)).isZero();
        assertThat(other.committed(1)).isZero();
    }

    @OnEachDatabase
    void hasTheIsolationAskedForAndGivesConnectionsBackAsTheyWere(String dialect) throws SQLException {
        Counters counters = open(dialect);
        int usual = isolation(counters);

        for (Isolation asked : List.of(Isolation.READ_COMMITTED, Isolation.REPEATABLE_READ, Isolation.SERIALIZABLE)) {
            int had = transactions.run(TransactionOptions.of(asked), () -> isolation(counters));

            assertThat(had).isEqualTo(asked.level());
            assertThat(isolation(counters)).isEqualTo(usual);
        }
        assertThatThrownBy(() -> transactions.run(TransactionOptions.of(Isolation.SERIALIZABLE), () -> {
                    isolation(counters);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        for (Connection each : takeAll(counters)) {
            assertThat(each.getTransactionIsolation()).isEqualTo(usual);
            assertThat(each.getAutoCommit()).isTrue();
            each.close();
        }
    }

    @OnEachDatabase
    void letsOnlyLessStrictWorkJoin(String dialect) throws SQLException {
        Counters counters = open(dialect);

        run(() -> transactions.run(TransactionOptions.of(Isolation.READ_COMMITTED), () -> counters.get(1)));
        transactions.run(
                TransactionOptions.of(Isolation.SERIALIZABLE),
                () -> transactions.run(TransactionOptions.of(Isolation.REPEATABLE_READ), () -> counters.get(1)));
        assertThatThrownBy(() -> transactions.run(
                        TransactionOptions.of(Isolation.REPEATABLE_READ),
                        () -> transactions.run(TransactionOptions.of(Isolation.SERIALIZABLE), () -> counters.get(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SERIALIZABLE cannot be had in it");
    }

    @OnEachDatabase
    void leavesNothingBehindInThreadsThatAreUsedAgain(String dialect) throws Exception {
        Counters counters = open(dialect);
        var thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(() -> assertThatThrownBy(() -> run(() -> {
                        counters.add(1, 5);
                        throw new IllegalStateException();
                    })))
                    .get();
            thread.submit(() -> counters.add(1, 1)).get();
            thread.submit(() -> transactions.run(TransactionOptions.of(Isolation.SERIALIZABLE), () -> counters.get(1)))
                    .get();
            thread.submit(() ->
                            assertThatThrownBy(() -> notFound(counters, true)).isInstanceOf(NotFound.class))
                    .get();
            thread.submit(() -> run(() -> counters.add(1, 1))).get();
        } finally {
            thread.shutdown();
        }

        assertThat(counters.committed(1)).isEqualTo(2);
    }

    @OnEachDatabase
    void givesEveryConnectionBackWhateverFails(String dialect) throws SQLException {
        Counters counters = open(dialect);
        var source = counters.database.dataSource();

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> run(() -> counters.execute("insert into counter values (1, 1)")));
            assertThatThrownBy(() -> run(() -> {
                        counters.add(1, 1);
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
            assertThatThrownBy(() -> counters.execute("update nothing set a = 1"));
            assertThatThrownBy(() -> transactions.call(source, true, unit -> {
                        unit.beforeCommit(late -> {
                            throw new SQLException("too late");
                        });
                        return Counters.execute(unit.connection(), "update counter set total = 7");
                    }))
                    .hasMessage("too late");
            assertThatThrownBy(() -> {
                        try (Lease lease = transactions.lease(source)) {
                            Counters.execute(lease.connection(), "update nothing set a = 1");
                        }
                    })
                    .isInstanceOf(SQLException.class);
        }

        for (Connection each : takeAll(counters)) {
            assertThat(Counters.total(each, 1)).isZero();
            each.close();
        }
    }

    @OnEachDatabase
    void runsWhatFollowsACommitOnlyAfterIt(String dialect) throws SQLException {
        Counters counters = open(dialect);
        List<Integer> seen = new ArrayList<>();
        Work<Integer> work = unit -> {
            unit.afterCommit(() -> {
                throw new IllegalStateException("fails on purpose, and is logged");
            });
            unit.afterCommit(() -> seen.add(committedOf(counters, 1)));
            return Counters.execute(unit.connection(), "update counter set total = total + 1 where id = 1");
        };

        transactions.call(counters.database.dataSource(), false, work);
        transactions.call(counters.database.dataSource(), true, work);
        run(() -> {
            call(counters, work);
            call(counters, work);
            assertThat(seen).containsExactly(1, 2);
        });
        assertThatThrownBy(() -> run(() -> {
                    call(counters, work);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).containsExactly(1, 2, 4, 4);
    }

    @OnEachDatabase
    void keepsItsConnectionFromBeingCommittedOrClosedByHand(String dialect) throws SQLException {
        Counters counters = open(dialect);

        run(() -> {
            transactions.jdbc(counters.database.dataSource(), connection -> {
                try (connection) {
                    return Counters.execute(connection, "update counter set total = 3 where id = 1");
                }
            });
            counters.add(1, 1);
        });
        assertThatThrownBy(() -> run(() -> transactions.jdbc(counters.database.dataSource(), connection -> {
                    Counters.execute(connection, "update counter set total = 9");
                    connection.commit();
                    return true;
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Connection.commit is not this code's to call");

        assertThat(counters.committed(1)).isEqualTo(4);
    }

    @Test
    void rollsBackWhenTheDatabaseRefusesTheCommit() throws SQLException {
        Counters counters = open("postgresql");
        counters.execute("create table child (parent int references counter deferrable initially deferred)");

        assertThatThrownBy(() -> run(() -> {
                    counters.add(1, 1);
                    counters.execute("insert into child values (77)");
                }))
                .isInstanceOf(TransactionRolledBack.class)
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(counters.committed(1)).isZero();
    }

    @OnEachDatabase
    void saysThatTheOutcomeIsUnknownWhenTheConnectionBreaksAtCommit(String dialect) throws SQLException {
        if (dialect.equals("h2")) {
            return; // embedded: there is no connection that could break
        }
        Counters counters = open(dialect);

        assertThatThrownBy(() -> run(() -> {
                    counters.add(1, 1);
                    breakConnection(counters, dialect);
                }))
                .isExactlyInstanceOf(DataException.class)
                .hasMessageContaining("whether it did is not known");

        run(() -> counters.add(1, 1));
        assertThat(counters.committed(1)).isEqualTo(1);
    }

    private void breakConnection(Counters counters, String dialect) {
        boolean postgresql = dialect.equals("postgresql");
        int id = transactions.jdbc(counters.database.dataSource(), connection -> {
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(postgresql ? "select pg_backend_pid()" : "select connection_id()")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        try (Connection other = counters.connect();
                var statement = other.createStatement()) {
            statement.execute(postgresql ? "select pg_terminate_backend(" + id + ", 10000)" : "kill hard " + id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Counters open(String dialect) throws SQLException {
        Counters counters = new Counters(dialect, transactions);
        opened.add(counters);
        return counters;
    }

    private void run(Runnable work) {
        transactions.run(DEFAULTS, () -> {
            work.run();
            return true;
        });
    }

    private void call(Counters counters, Work<?> work) {
        try {
            transactions.call(counters.database.dataSource(), false, work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void notFound(Counters counters, boolean atomic) {
        try {
            transactions.call(counters.database.dataSource(), atomic, unit -> {
                throw new NotFound("Counter", "id", List.of(9));
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int isolation(Counters counters) {
        return transactions.jdbc(counters.database.dataSource(), Connection::getTransactionIsolation);
    }

    private static int committedOf(Counters counters, int id) {
        try {
            return counters.committed(id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes as many connections as the pool has: none is missing. */
    private static List<Connection> takeAll(Counters counters) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(counters.database.dataSource().getConnection());
        }
        return all;
    }
}
