package io.ashlar.ddl;

import io.ashlar.schema.Index;

/**
 * A trigram index of PostgreSQL, which serves {@code ilike '%part%'}. The extension may be there, in whatever schema; or
 * be there to create, which needs the right to create in the database; or not be installed on the server. A migration
 * runs in all three, and says where it leaves the index out.
 */
final class TrigramIndex {

    private TrigramIndex() {}

    static String create(Ddl ddl, String table, Index index) {
        String column = index.columns().get(0).column();
        String start = "create index " + ddl.quote(index.name()) + " on " + ddl.quote(table) + " using gin ("
                + ddl.quote(column);
        String sql = start.replace("%", "%%") + " %I.gin_trgm_ops)";
        String notice = "no index for search in " + table + "." + column
                + ": extension pg_trgm is not there and may not be created";
        return """
                do $$
                declare
                    home name;
                begin
                    if not exists (select from pg_extension where extname = 'pg_trgm') then
                        begin
                            create extension pg_trgm;
                        exception
                            when insufficient_privilege or feature_not_supported or undefined_file
                                or duplicate_object or unique_violation then null;
                        end;
                    end if;
                    select nspname into home
                        from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
                        where extname = 'pg_trgm';
                    if home is null then
                        raise notice %s;
                    else
                        execute format(%s, home);
                    end if;
                end
                $$;
                """.formatted(ddl.literal(notice.replace("%", "%%")), ddl.literal(sql));
    }
}
