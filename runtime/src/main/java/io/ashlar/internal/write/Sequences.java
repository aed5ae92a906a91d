package io.ashlar.internal.write;

import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Generation;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers of the database's sequences; each call of one stands for a block of them, which is used up before the next. */
final class Sequences {

    private final Map<String, Queue<Long>> blocks = new ConcurrentHashMap<>();
    private final SqlDialect dialect;

    Sequences(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /** Gives a number to each record that has none. */
    void fill(Connection connection, Entity entity, List<Object> records) throws SQLException {
        Generation.Sequence sequence = entity.generation().sequence();
        if (sequence == null) {
            return;
        }
        Basic attribute = sequence.attribute();
        List<Object> open =
                records.stream().filter(record -> lacks(attribute, record)).toList();
        Queue<Long> block = blocks.computeIfAbsent(sequence.name(), name -> new ArrayDeque<>());
        synchronized (block) {
            if (block.size() < open.size()) {
                draw(connection, sequence, block, open.size() - block.size());
            }
            for (Object record : open) {
                attribute.access().set(record, as(attribute.access().type(), block.remove()));
            }
        }
    }

    private void draw(Connection connection, Generation.Sequence sequence, Queue<Long> block, int missing)
            throws SQLException {
        int calls = (missing + sequence.size() - 1) / sequence.size();
        try (PreparedStatement statement = connection.prepareStatement(dialect.next(sequence.name(), calls));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long first = row.getLong(1);
                for (int i = 0; i < sequence.size(); i++) {
                    block.add(first + i);
                }
            }
        }
    }

    private static boolean lacks(Basic attribute, Object record) {
        Object value = attribute.access().get(record);
        return value == null || (attribute.access().type().isPrimitive() && ((Number) value).longValue() == 0);
    }

    private static Object as(Class<?> type, long number) {
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(number);
        }
        return number;
    }
}
