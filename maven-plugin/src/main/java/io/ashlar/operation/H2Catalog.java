package io.ashlar.operation;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads the catalog of H2. */
final class H2Catalog {

    private static final String TABLES = """
            SELECT table_name, remarks FROM information_schema.tables
            WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'""";

    private static final String COLUMNS = """
            SELECT table_name, column_name, CASE
                WHEN data_type IN ('CHARACTER VARYING', 'CHARACTER') THEN data_type || '(' || character_maximum_length || ')'
                WHEN data_type = 'NUMERIC' THEN data_type || '(' || numeric_precision || ',' || numeric_scale || ')'
                WHEN data_type = 'DECFLOAT' THEN data_type || '(' || numeric_precision || ')'
                WHEN data_type LIKE 'TIME%' THEN REGEXP_REPLACE(data_type, '^(TIMESTAMP|TIME)', '$1(' || datetime_precision || ')')
                ELSE data_type END, is_nullable, column_default, generation_expression, is_identity, remarks
            FROM information_schema.columns WHERE table_schema = CURRENT_SCHEMA""";

    private static final String DEFINITIONS = """
            SELECT k.table_name, k.constraint_name, 'CHECK (' || c.check_clause || ')'
                FROM information_schema.table_constraints k JOIN information_schema.check_constraints c
                    ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name
                WHERE k.table_schema = CURRENT_SCHEMA
            UNION ALL SELECT k.table_name, k.constraint_name, k.constraint_type || ' (' || LISTAGG(i.column_name, ', ')
                    WITHIN GROUP (ORDER BY i.ordinal_position) || ')'
                FROM information_schema.table_constraints k JOIN information_schema.index_columns i
                    ON i.index_schema = k.index_schema AND i.index_name = k.index_name
                WHERE k.table_schema = CURRENT_SCHEMA AND k.constraint_type IN ('PRIMARY KEY', 'UNIQUE')
                GROUP BY k.table_name, k.constraint_name, k.constraint_type
            UNION ALL SELECT k.table_name, k.constraint_name, 'FOREIGN KEY (' || LISTAGG(u.column_name, ', ')
                    WITHIN GROUP (ORDER BY u.ordinal_position) || ') REFERENCES ' || t.table_name || ' ON DELETE ' || r.delete_rule
                FROM information_schema.table_constraints k
                    JOIN information_schema.key_column_usage u
                        ON u.constraint_schema = k.constraint_schema AND u.constraint_name = k.constraint_name
                    JOIN information_schema.referential_constraints r
                        ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                    JOIN information_schema.table_constraints t
                        ON t.constraint_schema = r.unique_constraint_schema AND t.constraint_name = r.unique_constraint_name
                WHERE k.table_schema = CURRENT_SCHEMA AND k.constraint_type = 'FOREIGN KEY'
                GROUP BY k.table_name, k.constraint_name, t.table_name, r.delete_rule
            UNION ALL SELECT i.table_name, i.index_name, CASE WHEN MAX(i.is_unique) THEN 'UNIQUE (' ELSE '(' END
                    || LISTAGG(i.column_name || CASE i.ordering_specification WHEN 'DESC' THEN ' DESC' ELSE '' END, ', ')
                    WITHIN GROUP (ORDER BY i.ordinal_position) || ')'
                FROM information_schema.index_columns i JOIN information_schema.indexes x
                    ON x.index_schema = i.index_schema AND x.index_name = i.index_name
                WHERE i.table_schema = CURRENT_SCHEMA AND NOT x.is_generated
                GROUP BY i.table_name, i.index_name""";

    private static final String SEQUENCES = """
            SELECT sequence_name, increment FROM information_schema.sequences WHERE sequence_schema = CURRENT_SCHEMA""";

    private H2Catalog() {}

    static Catalog read(Connection connection) throws SQLException {
        return Catalog.of(
                Catalog.rows(connection, TABLES),
                Catalog.rows(connection, COLUMNS),
                Catalog.rows(connection, DEFINITIONS),
                Catalog.rows(connection, SEQUENCES));
    }
}
