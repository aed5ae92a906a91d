package io.ashlar.internal.crud;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Writes down the SQL that passes through a data source; a batch counts once. */
final class CountedStatements {

    private final DataSource target;
    private final List<String> sql = Collections.synchronizedList(new ArrayList<>());

    CountedStatements(DataSource target) {
        this.target = target;
    }

    DataSource dataSource() {
        return wrapped(DataSource.class, target, "");
    }

    List<String> seen() {
        return List.copyOf(sql);
    }

    void reset() {
        sql.clear();
    }

    private <I> I wrapped(Class<I> type, Object original, String prepared) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                sql.add(args != null && args.length > 0 ? String.valueOf(args[0]) : prepared);
            }
            try {
                Object result = method.invoke(original, args);
                if (result instanceof PreparedStatement) {
                    return wrapped(PreparedStatement.class, result, String.valueOf(args[0]));
                }
                return result instanceof Connection ? wrapped(Connection.class, result, "") : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
