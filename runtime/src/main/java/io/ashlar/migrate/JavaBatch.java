package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** One call of a {@link DataStep}. */
record JavaBatch(Dialect dialect, Connection connection, Optional<KeyRange> range) implements DataBatch {

    private static final Set<String> OURS =
            Set.of("commit", "rollback", "setAutoCommit", "close", "abort", "setSavepoint", "releaseSavepoint");

    /** Calls a step for a range of rows; for all rows without one. */
    static long run(DataStep step, Dialect dialect, Connection connection, Optional<KeyRange> range)
            throws SQLException {
        try {
            return step.run(new JavaBatch(dialect, kept(connection), range));
        } catch (SQLException e) {
            throw e;
        } catch (Exception | LinkageError e) { // a class that it needs may be missing
            throw new SQLException(step.getClass().getName() + ": " + e, e);
        }
    }

    @Override
    public String in(String column) {
        return range.map(rows -> column + " between " + rows.from().sql() + " and "
                        + rows.to().sql())
                .orElse("1 = 1");
    }

    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JavaBatch.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (OURS.contains(method.getName())) {
                        throw new IllegalStateException("The batch is committed with the note that it is done; a data"
                                + " step cannot call " + method.getName() + "()");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
