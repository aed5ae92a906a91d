package io.ashlar.schema;

import io.ashlar.schema.Check.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table while it is being read. */
final class TableDraft {

    private static final String DELETED_AT = "deleted_at";

    final String name;
    /** The class or attribute the table is of, for messages. */
    final String origin;

    final Map<String, ColumnDraft> columns = new LinkedHashMap<>();
    final Map<String, Set<String>> columnsByAttribute = new LinkedHashMap<>();
    final Set<String> primaryKey = new LinkedHashSet<>();
    final List<Unique> uniques = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    /** Checks in SQL, which may name columns that are yet to be read. */
    private final List<NamedSql> sqlChecks = new ArrayList<>();

    final List<ForeignKey> foreignKeys = new ArrayList<>();

    @Nullable
    String comment;

    /** The entity whose main table it is; null for other tables. */
    @Nullable
    Class<?> owner;

    /** The attribute whose values or links lie in the table; null for a table of entities. */
    @Nullable
    Member member;

    TableDraft(String name, String origin) {
        this.name = name;
        this.origin = origin;
    }

    /** Returns the column of this name, new or not. */
    ColumnDraft column(String columnName) {
        return columns.computeIfAbsent(columnName, ColumnDraft::new);
    }

    /** Returns the column, remembering which attribute it is of. */
    ColumnDraft column(String columnName, Member member) {
        columnsByAttribute
                .computeIfAbsent(member.attribute(), key -> new LinkedHashSet<>())
                .add(columnName);
        ColumnDraft column = column(columnName);
        if (column.member == null) {
            column.member = member;
        }
        return column;
    }

    /** Adds a unique constraint of an attribute, for rows not softly deleted, unless the key or another says so. */
    void unique(List<String> uniqueColumns) {
        boolean said = List.copyOf(primaryKey).equals(uniqueColumns)
                || uniques.stream()
                        .anyMatch(unique ->
                                unique.where() == null && unique.columns().equals(uniqueColumns));
        if (!said) {
            uniques.add(new Unique(Names.unique(name, uniqueColumns), uniqueColumns, true));
        }
    }

    /** Adds an index with a derived name, unless one already begins with these columns for all rows. */
    void indexed(List<String> indexColumns) {
        boolean covered = begins(List.copyOf(primaryKey), indexColumns)
                || uniques.stream().anyMatch(unique -> !unique.partial() && begins(unique.columns(), indexColumns))
                || indexes.stream().anyMatch(index -> index.complete() && begins(index.columnNames(), indexColumns));
        if (!covered) {
            List<Index.Part> parts = indexColumns.stream()
                    .map(column -> new Index.Part(column, false))
                    .toList();
            indexes.add(new Index(Names.index(name, indexColumns), parts, false));
        }
    }

    private static boolean begins(List<String> columns, List<String> prefix) {
        return columns.size() >= prefix.size()
                && columns.subList(0, prefix.size()).equals(prefix);
    }

    /** Finishes what depends on all columns: checks, and whether softly deleted rows can be told. */
    void settle() {
        for (NamedSql check : sqlChecks) {
            Expression sql = expression(check.sql());
            String derived = check.name().isEmpty() ? freeCheckName(sql.columns()) : check.name();
            checks.add(new Check(derived, sql.columns(), new Condition.Sql(sql.text())));
        }
        if (!columns.containsKey(DELETED_AT)) {
            uniques.replaceAll(unique -> new Unique(unique.name(), unique.columns(), false, unique.where()));
            indexes.replaceAll(index -> new Index(index.name(), index.columns(), false, index.where(), index.search()));
        }
    }

    /** Adds a check of SQL that names columns or attributes. */
    void check(String checkName, String sql) {
        sqlChecks.add(new NamedSql(checkName, sql));
    }

    /** Adds an index that finds parts of the texts in a column. */
    void searched(String column) {
        indexes.add(new Index(Names.search(name, column), List.of(new Index.Part(column, false)), false, null, true));
    }

    /** Returns SQL with columns for the attributes it names. */
    Expression expression(String sql) {
        Set<String> named = new LinkedHashSet<>();
        String text = new Condition.Sql(sql).withWords(word -> {
            Optional<String> column = columns.containsKey(word) ? Optional.of(word) : ofAttribute(word);
            column.ifPresent(named::add);
            return column.orElse(word);
        });
        return new Expression(text, List.copyOf(named));
    }

    private String freeCheckName(List<String> list) {
        String base = Names.check(name, list.isEmpty() ? List.of("row") : list);
        String free = base;
        for (int i = 2; isCheck(free); i++) {
            free = Names.check(name, List.of(String.join("_", list), Integer.toString(i)));
        }
        return free;
    }

    private boolean isCheck(String checkName) {
        return checks.stream().anyMatch(check -> check.name().equals(checkName));
    }

    /** Returns the column that a user names in an index: by its own name, its attribute's, or in another case. */
    Optional<String> resolve(String given) {
        String bare = given.replace("\"", "").replace("`", "").strip();
        if (columns.containsKey(bare)) {
            return Optional.of(bare);
        }
        return ofAttribute(bare)
                .or(() -> columns.keySet().stream()
                        .filter(column -> column.replace("_", "")
                                .toLowerCase(Locale.ROOT)
                                .equals(bare.replace("_", "").toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    private record NamedSql(String name, String sql) {}

    private Optional<String> ofAttribute(String attribute) {
        Set<String> found = columnsByAttribute.getOrDefault(attribute, Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
