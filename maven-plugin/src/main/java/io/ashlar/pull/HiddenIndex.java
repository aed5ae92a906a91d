package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.schema.Names;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * An index that MariaDB made for a foreign key and called like it: of the two, its catalog by name has the key.
 *
 * @param definition in the catalog's words
 */
record HiddenIndex(String table, String name, String definition) {

    private static final String QUERY = """
            SELECT s.table_name, s.index_name, CONCAT('(', GROUP_CONCAT(CONCAT('`', REPLACE(s.column_name, '`', '``'), '`')
                    ORDER BY s.seq_in_index SEPARATOR ','), ')')
                FROM information_schema.statistics s JOIN information_schema.referential_constraints k
                    ON k.constraint_schema = s.table_schema AND k.table_name = s.table_name
                    AND k.constraint_name = s.index_name
                WHERE s.table_schema = DATABASE() AND s.non_unique = 1
                GROUP BY s.table_name, s.index_name ORDER BY 1, 2""";

    static List<HiddenIndex> in(Dialect dialect, Connection connection) throws SQLException {
        List<HiddenIndex> hidden = new ArrayList<>();
        if (dialect == Dialect.MARIADB) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(QUERY)) {
                while (rows.next()) {
                    hidden.add(new HiddenIndex(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return hidden;
    }

    Renaming renaming() {
        List<String> columns =
                IndexText.parse(definition).map(IndexText::columns).orElse(List.of());
        return new Renaming(
                table,
                PartKind.INDEX,
                definition,
                name,
                Names.index(table, columns),
                "a foreign key has the name as well");
    }
}
