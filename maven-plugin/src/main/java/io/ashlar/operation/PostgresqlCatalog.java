package io.ashlar.operation;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads the catalog of PostgreSQL. */
final class PostgresqlCatalog {

    private static final String TABLES = """
            SELECT relname, obj_description(oid, 'pg_class') FROM pg_class WHERE relnamespace = %1$s AND relkind IN ('r', 'p')""";

    private static final String COLUMNS = """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'NO' ELSE 'YES' END,
                CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid, true) END,
                CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid, true) END,
                CASE WHEN a.attidentity <> '' THEN 'YES' END, col_description(c.oid, a.attnum)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = %1$s AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped""";

    private static final String DEFINITIONS = """
            SELECT c.relname, k.conname, pg_get_constraintdef(k.oid, true)
                FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                WHERE c.relnamespace = %1$s AND k.contype IN ('p', 'u', 'f', 'c')
            UNION ALL SELECT c.relname, i.relname,
                    regexp_replace(pg_get_indexdef(i.oid, 0, true), '^CREATE (UNIQUE )?INDEX .*? USING ', '\\1')
                        || CASE WHEN x.indisvalid THEN '' ELSE ' INVALID' END
                FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
                WHERE c.relnamespace = %1$s AND NOT EXISTS (
                    SELECT FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u', 'x'))""";

    private static final String SEQUENCES = """
            SELECT c.relname, s.seqincrement FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
            WHERE c.relnamespace = %1$s""";

    private PostgresqlCatalog() {}

    /** Reads the tables of a schema, which is given as SQL. */
    static Catalog read(Connection connection, String namespace) throws SQLException {
        return Catalog.of(
                Catalog.rows(connection, TABLES.formatted(namespace)),
                Catalog.rows(connection, COLUMNS.formatted(namespace)),
                Catalog.rows(connection, DEFINITIONS.formatted(namespace)),
                Catalog.rows(connection, SEQUENCES.formatted(namespace)));
    }
}
