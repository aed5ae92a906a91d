package io.ashlar.schema;

import io.ashlar.internal.mapping.Storage;
import io.ashlar.internal.mapping.StorageKind;
import io.ashlar.internal.mapping.Storages;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.SchemaSource.ModelSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All tables while they are being read; then the schema. */
final class SchemaDraft {

    private final Map<String, TableDraft> tables = new TreeMap<>();
    private final Map<String, Sequence> sequences = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Storages storages;

    SchemaDraft(Storages storages) {
        this.storages = storages;
    }

    /** Returns the table of this name, new or not. */
    TableDraft table(String name, String origin) {
        return tables.computeIfAbsent(name, key -> new TableDraft(key, origin));
    }

    Collection<TableDraft> tables() {
        return tables.values();
    }

    void sequence(Sequence sequence) {
        Sequence other = sequences.putIfAbsent(sequence.name(), sequence);
        if (other != null && !other.equals(sequence)) {
            problem(
                    "sequence-defined-twice",
                    "Sequence " + sequence.name() + " is defined twice, with another start or allocation size",
                    "sequence " + sequence.name(),
                    "give each @SequenceGenerator its own sequenceName, or the same values");
        }
    }

    void problem(String tag, String what, String where, String mend) {
        problems.add(new Problem(tag, what, where, mend));
    }

    void problems(List<Problem> found) {
        problems.addAll(found);
    }

    /**
     * Returns what was read.
     *
     * @throws ProblemsFound with all problems found up to here, and those that only show now
     */
    ModelSchema finish() {
        tables.values().forEach(this::resolveTypes);
        tables.values().forEach(TableDraft::settle);
        tables.values().forEach(this::checkTargets);
        List<Table> finished = new ArrayList<>();
        Map<String, String> origins = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            tables.values().forEach(table -> finished.add(finish(table)));
        }
        for (TableDraft table : tables.values()) {
            origins.put(table.name, table.origin);
            table.columns.forEach((name, column) -> {
                if (column.member != null) {
                    origins.put(table.name + "." + name, column.member.toString());
                }
            });
        }
        Schema schema = new Schema(List.copyOf(sequences.values()), finished);
        Origins named = new Origins(origins);
        problems.addAll(SchemaRules.violations(schema, named));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return new ModelSchema(schema, named, FormerNameReader.read(tables.values()));
    }

    private void resolveTypes(TableDraft table) {
        for (ColumnDraft column : table.columns.values()) {
            column.type = typeOf(table, column, 0);
            if (column.type == null) {
                problem(
                        "no-column-type",
                        "Ashlar does not know how to store " + (column.member == null ? column.name : column.member),
                        column.member == null ? table.origin : column.member.toString(),
                        "use a type of java.lang, java.math or java.time, @Json, or an AttributeConverter");
                column.type = ColumnType.of(Kind.TEXT);
            }
        }
    }

    private @Nullable ColumnType typeOf(TableDraft table, ColumnDraft column, int depth) {
        ColumnDraft.Ref target = column.copiesTypeOf;
        if (column.type != null) {
            return column.type;
        }
        if (target != null && depth < 10) {
            TableDraft other = tables.get(target.table());
            if (other == null) { // an abstract class whose children have a table each
                return storages.column(target.table(), target.column())
                        .map(SchemaDraft::type)
                        .orElse(null);
            }
            ColumnDraft key = other.columns.get(target.column());
            return key == null ? null : typeOf(other, key, depth + 1);
        }
        Optional<Storage> storage = storages.column(table.name, column.name);
        storage.filter(found -> found.kind() == StorageKind.ENUM)
                .ifPresent(names -> table.checks.add(new Check(
                        Names.check(table.name, List.of(column.name)),
                        List.of(column.name),
                        new OneOf(names.values()))));
        return storage.map(SchemaDraft::type).orElse(null);
    }

    private static ColumnType type(Storage storage) {
        return switch (storage.kind()) {
            case DECIMAL -> ColumnType.decimal(storage.precision(), storage.scale());
            case VARCHAR -> ColumnType.varchar(storage.length());
            // the check limits the values; one more constant, however long, must not change the type
            case ENUM -> ColumnType.varchar(Math.max(storage.length(), 255));
            case OFFSET_DATE_TIME -> ColumnType.of(Kind.INSTANT);
            default -> ColumnType.of(Kind.valueOf(storage.kind().name()));
        };
    }

    /** A foreign key needs a key or a unique constraint of all rows at its target. */
    private void checkTargets(TableDraft table) {
        for (ForeignKey key : table.foreignKeys) {
            TableDraft target = tables.get(key.targetTable());
            if (target == null || sameColumns(target.primaryKey, key.targetColumns())) {
                continue;
            }
            boolean unique = false;
            for (int i = 0; i < target.uniques.size(); i++) {
                Unique each = target.uniques.get(i);
                if (each.where() == null && sameColumns(each.columns(), key.targetColumns())) {
                    target.uniques.set(i, new Unique(each.name(), each.columns(), false));
                    unique = true;
                }
            }
            if (!unique) {
                problem(
                        "foreign-key-to-non-unique",
                        "A relation points to " + key.targetTable() + " (" + String.join(", ", key.targetColumns())
                                + "), which is neither the key nor unique",
                        table.origin,
                        "make the target @Column(unique = true), or leave out referencedColumnName");
            }
        }
    }

    private static boolean sameColumns(Collection<String> one, Collection<String> other) {
        return one.size() == other.size() && one.containsAll(other);
    }

    private Table finish(TableDraft draft) {
        draft.foreignKeys.stream()
                .map(ForeignKey::columns)
                .sorted(Comparator.comparing(columns -> String.join(",", columns)))
                .forEach(draft::indexed);
        PrimaryKey key = draft.primaryKey.isEmpty()
                ? null
                : new PrimaryKey(Names.primaryKey(draft.name), List.copyOf(draft.primaryKey));
        List<Column> columns = draft.columns.values().stream()
                .sorted(Comparator.comparingInt(column -> rank(draft, column)))
                .map(column -> finish(draft, column))
                .toList();
        return new Table(
                draft.name, columns, key, draft.uniques, draft.indexes, draft.checks, draft.foreignKeys, draft.comment);
    }

    private static int rank(TableDraft table, ColumnDraft column) {
        if (table.primaryKey.contains(column.name)) {
            return 0;
        }
        if (column.discriminator) {
            return 1;
        }
        return column.member != null && column.member.isOfModel() ? 3 : 2;
    }

    private Column finish(TableDraft table, ColumnDraft draft) {
        ColumnType type = draft.type == null ? ColumnType.of(Kind.TEXT) : draft.type;
        Expression computed = computed(table, draft);
        boolean required = computed == null && (draft.required || table.primaryKey.contains(draft.name));
        return new Column(draft.name, type, !required, defaultOf(draft, type), draft.identity, draft.comment, computed);
    }

    private @Nullable Expression computed(TableDraft table, ColumnDraft draft) {
        String sql = draft.computedSql();
        Member member = draft.member;
        if (sql == null || member == null) {
            return null;
        }
        Expression expression = table.expression(sql);
        List<String> others = expression.columns().stream()
                .filter(column -> table.columns.getOrDefault(column, draft).computedSql() != null)
                .toList();
        if (expression.columns().isEmpty()) {
            problem(
                    "computed-from-nothing",
                    "@Computed(\"" + sql + "\") of " + member + " names no field with a column in " + table.name,
                    member.toString(),
                    "use one of: " + String.join(", ", table.columns.keySet()));
        } else if (!others.isEmpty()) {
            problem(
                    "computed-from-computed",
                    "@Computed(\"" + sql + "\") of " + member + " names " + String.join(", ", others)
                            + ", which is computed too, and PostgreSQL computes from stored values only",
                    member.toString(),
                    "write the other expression out");
        }
        return expression;
    }

    private @Nullable String defaultOf(ColumnDraft draft, ColumnType type) {
        String text = draft.defaultText();
        Member member = draft.member;
        if (text == null || member == null) {
            return null;
        }
        Optional<String> canonical = DefaultText.canonical(type, member.type(), text);
        if (canonical.isEmpty()) {
            problem(
                    "default-of-other-type",
                    "@Default(\"" + text + "\") is no value of " + member + ", which is stored as " + type,
                    member.toString(),
                    "write it in the form of the type: 0, true, DRAFT, 2026-01-31, 2026-01-31T12:00:00Z, PT5M");
        }
        return canonical.orElse(null);
    }
}
