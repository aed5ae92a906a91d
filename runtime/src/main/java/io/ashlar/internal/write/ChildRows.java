package io.ashlar.internal.write;

import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a relation's children, written in one batch. Safe for use by many threads. */
final class ChildRows {

    private final Entity entity;
    private final ToMany toMany;
    private final Entity target;
    private final SqlDialect dialect;

    ChildRows(Entity entity, ToMany toMany, SqlDialect dialect) {
        this.entity = entity;
        this.toMany = toMany;
        this.target = toMany.target();
        this.dialect = dialect;
    }

    /** What is written into the row of a child. */
    interface Written {

        @Nullable
        Object[] of(Object[] child);
    }

    /** Writes {@code columns}, all of one table, of the children with these ids, which have to be there. */
    void update(Connection connection, List<Column> columns, List<Object[]> ids, Written values) throws SQLException {
        String sql = "update " + dialect.quote(columns.get(0).table()) + " set "
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> dialect.quote(column.name()) + " = ?")
                                .toList())
                + " where "
                + String.join(
                        " and ",
                        target.table().key().stream()
                                .map(name -> dialect.quote(name) + " = ?")
                                .toList());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] id : ids) {
                @Nullable Object[] written = values.of(id);
                for (int i = 0; i < written.length; i++) {
                    columns.get(i).binding().bind(statement, i + 1, written[i]);
                }
                for (int i = 0; i < id.length; i++) {
                    target.id().slots().get(i).column().binding().bind(statement, written.length + i + 1, id[i]);
                }
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    throw missing(List.<Object[]>of(ids.get(i)));
                }
            }
        }
    }

    RuntimeException missing(List<Object[]> ids) {
        return Errors.missing(
                entity,
                toMany.name(),
                toMany.name(),
                ids.stream().map(Arrays::toString).toList(),
                null);
    }
}
