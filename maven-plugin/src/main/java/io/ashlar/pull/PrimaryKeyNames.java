package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.operation.Catalog;
import io.ashlar.operation.Catalog.CatalogTable;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The name of a primary key, which no annotation can say, and the one we give it. */
record PrimaryKeyNames(String table, String is, String should) {

    private static final String DEFINITION = "PRIMARY KEY";

    /** Returns the primary keys that are called otherwise; none on MariaDB, where all have one name. */
    static List<PrimaryKeyNames> in(Schema schema, Catalog catalog) {
        List<PrimaryKeyNames> names = new ArrayList<>();
        for (Table table : schema.tables()) {
            CatalogTable stored = catalog.tables().get(table.name());
            PrimaryKey key = table.primaryKey();
            if (stored != null && key != null) {
                stored.definitions().forEach((name, definition) -> {
                    if (definition.startsWith(DEFINITION) && !name.equals(key.name())) {
                        names.add(new PrimaryKeyNames(table.name(), name, key.name()));
                    }
                });
            }
        }
        return names;
    }

    /** Returns what the catalog would be if all were called as we call them. */
    static Catalog alike(Schema schema, Catalog catalog) {
        Map<String, CatalogTable> tables = new TreeMap<>(catalog.tables());
        for (PrimaryKeyNames each : in(schema, catalog)) {
            tables.computeIfPresent(each.table, (name, table) -> {
                Map<String, String> definitions = new TreeMap<>(table.definitions());
                String definition = definitions.remove(each.is);
                if (definition != null) {
                    definitions.put(each.should, definition);
                }
                return new CatalogTable(table.columns(), definitions, table.comment());
            });
        }
        return new Catalog(tables, catalog.sequences());
    }

    String note(Dialect dialect) {
        return "The primary key of " + table + " has a name of its own: " + rename(dialect);
    }

    private String rename(Dialect dialect) {
        String quote = dialect == Dialect.MARIADB ? "`" : "\"";
        return "alter table " + quote + table + quote + " rename constraint " + quote + is + quote + " to " + quote
                + should + quote;
    }
}
