package io.ashlar.ddl;

import io.ashlar.database.Dialect;
import io.ashlar.diff.Loss;
import io.ashlar.diff.Preflight;
import io.ashlar.diff.Preflight.Duplicates;
import io.ashlar.diff.Preflight.Misfits;
import io.ashlar.diff.Preflight.Nulls;
import io.ashlar.diff.Preflight.Orphans;
import io.ashlar.diff.Preflight.Rows;
import io.ashlar.diff.Preflight.Violations;
import io.ashlar.diff.Renames;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.schema.Column;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes questions to the rows as SQL of one dialect. They are asked before the first statement runs, so they name tables
 * and columns as they are before, and say of a new column what it will hold.
 */
public final class PreflightSql {

    private static final String PREFIX = "-- ashlar:preflight ";

    private final Ddl ddl;
    private final Renames renames;
    private final Map<String, Column> newColumns = new LinkedHashMap<>();

    private PreflightSql(Ddl ddl, Renames renames, List<SchemaChange> changes) {
        this.ddl = ddl;
        this.renames = renames;
        for (SchemaChange change : changes) {
            if (change instanceof AddColumn add) {
                String filler = add.filler();
                newColumns.put(
                        add.table() + "." + add.column().name(),
                        filler == null ? add.column() : add.column().withDefault(filler));
            }
        }
    }

    /** Returns the writer for rows before {@code changes} and {@code renames}. */
    public static PreflightSql of(Dialect dialect, Renames renames, List<SchemaChange> changes) {
        return new PreflightSql(Ddl.of(dialect), renames, changes);
    }

    /** Returns a line for each question that can have another answer than 0, in their order. */
    public String lines(List<Preflight> preflights) {
        return preflights.stream().map(this::line).flatMap(Optional::stream).collect(Collectors.joining());
    }

    /** Returns the line of a migration's file; empty where the dialect lets no row stand in the way, or cannot be asked. */
    private Optional<String> line(Preflight preflight) {
        return sql(preflight.question())
                .filter(ddl::understands)
                .map(sql -> PREFIX + preflight.tag() + " | "
                        + oneLine(preflight.message()).replace('|', '/') + " | " + oneLine(sql) + "\n");
    }

    /** Returns what counts the rows or values that a loss takes. */
    public String count(Loss loss) {
        Column column = loss.column();
        return column == null
                ? count(loss.table(), "")
                : count(loss.table(), " where " + column(loss.table(), column.name()) + " is not null");
    }

    private Optional<String> sql(Preflight.Question question) {
        String table = question.table();
        if (question instanceof Nulls nulls) {
            return Optional.of(count(table, " where " + column(table, nulls.column()) + " is null"));
        }
        if (question instanceof Duplicates duplicates) {
            return Optional.of(duplicates(duplicates));
        }
        if (question instanceof Misfits misfits) {
            String name = column(table, misfits.before().name());
            return Misfit.condition(
                            ddl.types,
                            name,
                            misfits.before().type(),
                            misfits.after().type())
                    .map(condition -> count(table, " where " + name + " is not null and (" + condition + ")"));
        }
        if (question instanceof Violations violations) {
            String holds = ddl.condition(violations.check(), word -> column(table, word));
            return Optional.of(count(table, " where not (" + holds + ")"));
        }
        if (question instanceof Orphans orphans) {
            return Optional.of(orphans(orphans));
        }
        return Optional.of(count(((Rows) question).table(), ""));
    }

    private String duplicates(Duplicates question) {
        String table = question.table();
        List<String> columns =
                question.columns().stream().map(name -> column(table, name)).toList();
        String given = columns.stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
        String live = question.liveOnly() || question.where() != null
                ? " and (" + Ddl.rows(question.liveOnly(), question.where(), name -> column(table, name)) + ")"
                : "";
        return "select coalesce(sum(n), 0) from (select count(*) as n from " + table(table) + " where " + given + live
                + " group by " + String.join(", ", columns) + " having count(*) > 1) as shared";
    }

    private String orphans(Orphans question) {
        ForeignKey key = question.key();
        String table = question.table();
        String given = key.columns().stream()
                .map(name -> "child." + column(table, name) + " is not null")
                .collect(Collectors.joining(" and "));
        String none = "";
        if (!question.targetIsNew()) {
            StringBuilder pairs = new StringBuilder();
            for (int i = 0; i < key.columns().size(); i++) {
                pairs.append(i == 0 ? "" : " and ")
                        .append("parent.")
                        .append(column(key.targetTable(), key.targetColumns().get(i)))
                        .append(" = child.")
                        .append(column(table, key.columns().get(i)));
            }
            none = " and not exists (select 1 from " + table(key.targetTable()) + " parent where " + pairs + ")";
        }
        return "select count(*) from " + table(table) + " child where " + given + none;
    }

    private String count(String table, String where) {
        return "select count(*) from " + table(table) + where;
    }

    private String table(String after) {
        return ddl.quote(renames.tableBefore(after));
    }

    private String column(String table, String after) {
        Column added = newColumns.get(table + "." + after);
        if (added == null) {
            return ddl.quote(renames.columnBefore(table, after));
        }
        Expression computed = added.computed();
        if (computed != null) {
            return "(" + computed.withColumns(source -> column(table, source)) + ")";
        }
        String value = added.defaultValue();
        return value == null ? "null" : ddl.types.literal(added.type(), value);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
