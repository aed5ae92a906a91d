package io.ashlar.migration;

import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Schemas;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Models that grow and are edited at random, and remember where each table and column comes from. */
final class RandomModel {

    /** A table; {@code origin} is its first name, null where it came by an edit. */
    static final class Tab {
        String name;
        final @Nullable String origin;
        final List<Col> columns = new ArrayList<>();
        final List<Col> uniques = new ArrayList<>();
        final List<Col> indexes = new ArrayList<>();

        @Nullable
        String comment;

        Tab(String name, @Nullable String origin) {
            this.name = name;
            this.origin = origin;
        }
    }

    /** A column; {@code fill} is what rows without a value have got. */
    static final class Col {
        Column column;
        final @Nullable String origin;
        boolean oneOf;

        @Nullable
        Tab target;

        @Nullable
        String fill;

        Col(Column column, @Nullable String origin) {
            this.column = column;
            this.origin = origin;
        }
    }

    final List<Tab> tables = new ArrayList<>();
    private final Random random;
    private boolean original = true;
    private int names;

    RandomModel(Random random) {
        this.random = random;
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            addTable();
        }
        original = false;
    }

    private String name(String prefix) {
        return prefix + " " + names++;
    }

    private void addTable() {
        String name = name(random.nextBoolean() ? "order" : "Tab");
        Tab table = new Tab(name, original ? name : null);
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            addColumn(table, original && random.nextInt(4) == 0);
        }
        tables.add(table);
    }

    private void addColumn(Tab table, boolean required) {
        String name = name("col");
        ColumnType type = switch (random.nextInt(4)) {
            case 0 -> ColumnType.of(Kind.INT);
            case 1 -> ColumnType.of(Kind.BOOLEAN);
            default -> ColumnType.varchar(20 + random.nextInt(20));
        };
        Col col = new Col(new Column(name, type, !required), original ? name : null);
        if (random.nextInt(4) == 0) {
            col.column = col.column.withDefault(defaultOf(col));
        }
        if (!tables.isEmpty() && random.nextInt(4) == 0) {
            col.column = new Column(name, ColumnType.varchar(255), true);
            col.target = tables.get(random.nextInt(tables.size()));
        } else if (type.kind() == Kind.VARCHAR && random.nextInt(4) == 0) {
            col.oneOf = true;
        }
        table.columns.add(col);
    }

    String defaultOf(Col col) {
        return switch (col.column.type().kind()) {
            case BOOLEAN -> "true";
            case INT, LONG -> "-5";
            default -> col.oneOf ? "A" : "none";
        };
    }

    /** Changes one thing, or nothing where chance points to what cannot be changed. */
    void edit() {
        if (tables.isEmpty() || random.nextInt(12) == 0) {
            addTable();
            return;
        }
        Tab table = tables.get(random.nextInt(tables.size()));
        Col col = table.columns.isEmpty() ? null : table.columns.get(random.nextInt(table.columns.size()));
        int kind = random.nextInt(14);
        if (kind == 0) {
            table.name = name("renamed");
        } else if (kind == 1) {
            tables.remove(table);
            tables.forEach(other ->
                    other.columns.stream().filter(each -> each.target == table).forEach(each -> each.target = null));
        } else if (kind == 2) {
            table.comment = table.comment == null ? "what it's for" : null;
        } else if (kind == 3 || col == null) {
            addColumn(table, false);
        } else {
            edit(table, col, kind);
        }
    }

    private void edit(Tab table, Col col, int kind) {
        Column column = col.column;
        boolean text = column.type().kind() == Kind.VARCHAR;
        switch (kind) {
            case 4 -> {
                table.columns.remove(col);
                table.uniques.remove(col);
                table.indexes.remove(col);
            }
            case 5 -> col.column = column.withName(name("new"));
            case 6 -> {
                if (text && col.target == null) {
                    col.column =
                            column.withType(ColumnType.varchar(column.type().size() + 1 + random.nextInt(60)));
                } else if (column.type().kind() == Kind.INT && column.defaultValue() == null) {
                    col.column =
                            column.withType(random.nextBoolean() ? ColumnType.of(Kind.LONG) : ColumnType.varchar(30));
                }
            }
            case 7 -> {
                col.column = column.withNullable(true);
                col.fill = null; // in one migration with what required it, it was never required
            }
            case 8 -> {
                if (column.nullable() && col.target == null && !table.uniques.contains(col)) {
                    col.fill =
                            col.fill == null && column.defaultValue() != null ? column.defaultValue() : defaultOf(col);
                    col.column = column.withNullable(false).withDefault(col.fill);
                }
            }
            case 9 ->
                col.column = column.withDefault(
                        column.defaultValue() != null && column.nullable() ? null : column.defaultValue());
            case 10 -> col.column = column.withComment(column.comment() == null ? "it's; said" : null);
            case 11 -> toggle(table.indexes, col);
            case 12 -> {
                if (col.origin != null
                        && column.type().kind() != Kind.BOOLEAN
                        && !col.oneOf
                        && col.fill == null
                        && col.target == null) {
                    toggle(table.uniques, col);
                }
            }
            default -> {
                if (col.origin == null && col.target == null && column.nullable() && !tables.isEmpty()) {
                    addColumn(table, false);
                }
            }
        }
    }

    private static void toggle(List<Col> list, Col col) {
        if (!list.remove(col)) {
            list.add(col);
        }
    }

    Schema schema() {
        var built = new ArrayList<Table>();
        for (Tab tab : tables) {
            var columns = new ArrayList<>(List.of(Schemas.id()));
            tab.columns.forEach(col -> columns.add(col.column));
            Table table = Schemas.table(tab.name, columns.toArray(Column[]::new));
            for (Col col : tab.columns) {
                String name = col.column.name();
                Tab target = col.target;
                table = col.oneOf ? Schemas.oneOf(table, name, "A", "it's", "none") : table;
                table = tab.uniques.contains(col) ? Schemas.unique(table, false, name) : table;
                table = tab.indexes.contains(col) && target == null ? Schemas.index(table, false, name) : table;
                table = target == null ? table : Schemas.relation(table, name, target.name);
            }
            built.add(tab.comment == null ? table : Schemas.comment(table, tab.comment));
        }
        return Schemas.schema(built.toArray(Table[]::new));
    }
}
