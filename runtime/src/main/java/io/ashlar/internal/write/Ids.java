package io.ashlar.internal.write;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads ids from the rows of a statement. */
final class Ids {

    private Ids() {}

    /** Returns the values of the id of a record that has one. */
    static Object[] of(Entity entity, Object record) {
        return Objects.requireNonNull(entity.id().values(record));
    }

    /** Returns the ids, each as its values, in the first columns of the rows. */
    static List<Object[]> of(Connection connection, Entity entity, Sql sql) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            return read(statement, entity);
        }
    }

    /** Returns the ids that {@code text}, with the parameters of {@code sql}, gives. */
    static List<Object[]> of(Connection connection, Entity entity, Sql sql, String text) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection, text)) {
            return read(statement, entity);
        }
    }

    /**
     * Returns those of {@code known} that {@code text}, with the parameters of {@code sql}, gives, in their order and
     * each once. Rows are read only where some of the ids are missing: mostly, none is.
     */
    static List<Object[]> among(List<Object[]> known, Connection connection, Entity entity, Sql sql, String text)
            throws SQLException {
        try (PreparedStatement statement = sql.scrollable(connection, text);
                ResultSet row = statement.executeQuery()) {
            int count = 0;
            while (row.next()) {
                count++;
            }
            if (count == known.size()) {
                return known;
            }
            row.beforeFirst();
            return inOrder(known, read(row, entity));
        }
    }

    /** Returns those of {@code known} that are among {@code ids}, in their order, each once. */
    static List<Object[]> inOrder(List<Object[]> known, List<Object[]> ids) {
        if (known.size() == ids.size()) {
            return known; // all of them, each once
        }
        Set<Object> there = new HashSet<>();
        ids.forEach(id -> there.add(Id.key(id)));
        return known.stream().filter(id -> there.remove(Id.key(id))).toList();
    }

    private static List<Object[]> read(PreparedStatement statement, Entity entity) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return read(row, entity);
        }
    }

    private static List<Object[]> read(ResultSet row, Entity entity) throws SQLException {
        List<Object[]> ids = new ArrayList<>();
        while (row.next()) {
            Object[] id = new Object[entity.id().slots().size()];
            for (int i = 0; i < id.length; i++) {
                id[i] = entity.id().slots().get(i).column().binding().read(row, i + 1);
            }
            ids.add(id);
        }
        return ids;
    }

    /** Returns the ids in the form of the model. */
    static List<Object> joined(Entity entity, List<Object[]> ids) {
        List<Object> joined = new ArrayList<>(ids.size());
        ids.forEach(id -> joined.add(entity.id().join(id)));
        return joined;
    }
}
