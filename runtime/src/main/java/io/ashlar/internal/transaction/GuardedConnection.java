package io.ashlar.internal.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transaction's connection in the hands of a user's code, which must not end the transaction. */
final class GuardedConnection implements InvocationHandler {

    private static final Set<String> REFUSED =
            Set.of("commit", "setAutoCommit", "setTransactionIsolation", "setReadOnly", "abort");

    private final Connection connection;
    private boolean closed;

    private GuardedConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.equals("close")) { // by try-with-resources, out of habit
            closed = true;
            return null;
        }
        if (name.equals("isClosed") && closed) {
            return true;
        }
        boolean toSavepoint = arguments != null && arguments.length == 1 && arguments[0] instanceof Savepoint;
        if (REFUSED.contains(name) || (name.equals("rollback") && !toSavepoint)) {
            throw new IllegalStateException(
                    "Connection." + name + " is not this code's to call: the transaction commits"
                            + " when the work around it returns, and rolls back when it throws");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
