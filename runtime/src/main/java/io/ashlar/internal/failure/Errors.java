package io.ashlar.internal.failure;

import io.ashlar.crud.AlreadyExists;
import io.ashlar.crud.DataException;
import io.ashlar.crud.NotOneOf;
import io.ashlar.crud.ReferenceMissing;
import io.ashlar.crud.StillReferenced;
import io.ashlar.crud.TooLong;
import io.ashlar.crud.TransactionConflict;
import io.ashlar.crud.ValueRequired;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.transaction.Conflicts;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the model's words what a database refused. Values of sensitive attributes are left out. */
public final class Errors {

    private static final String HIDDEN = "(hidden)";

    private Errors() {}

    /** Returns the domain's exception for what the database said to a call on {@code entity}. */
    public static RuntimeException translated(Entity entity, String module, SQLException sql) {
        return translated(entity, module, column -> null, sql);
    }

    /** The values that a caller gave. */
    @FunctionalInterface
    public interface Given {

        /** Returns the value for a column; null if none was given, or it is not known. */
        @Nullable
        Object value(String column);
    }

    /** Does the same; where the database does not tell the value that it refused, {@code given} may know it. */
    public static RuntimeException translated(Entity entity, String module, Given given, SQLException sql) {
        if (Conflicts.isConflict(sql)) {
            return new TransactionConflict(
                    entity.name(),
                    entity.name()
                            + " was in use by another transaction at the same time; nothing was changed, try it again",
                    sql);
        }
        Refusal told = Refusal.of(sql);
        List<String> names = told.columns().isEmpty() ? Uniques.columns(entity, told.constraint()) : told.columns();
        Refusal refusal = told.constraint().isEmpty() || names.isEmpty()
                ? told
                : told.readable(names.size(), Uniques.isGuarded(entity, told.constraint(), names));
        String columns = String.join(", ", names);
        String attribute = names.isEmpty() ? null : entity.attributeOf(names.get(0));
        boolean hidden = names.stream().anyMatch(name -> isSensitive(entity, name));
        String value = hidden ? null : refused(refusal, names, given);
        Throwable cause = hidden ? null : shown(entity, sql); // the database's own words hold the value
        return switch (refusal.kind()) {
            case DUPLICATE ->
                new AlreadyExists(
                        entity.name(),
                        attribute,
                        value,
                        duplicate(entity, names, refusal, hidden ? HIDDEN : refusal.value()),
                        cause);
            case REQUIRED -> required(entity, attribute == null ? columns : attribute, cause);
            case NO_PARENT ->
                missing(entity, attribute == null ? columns : attribute, columns, hidden ? HIDDEN : value, cause);
            case HAS_CHILDREN ->
                new StillReferenced(
                        entity.name(),
                        attribute,
                        value,
                        "Cannot delete " + entity.name()
                                + (value == null ? "" : " with " + entity.id().name() + ": " + value)
                                + ", it is still referenced from " + refusal.table(),
                        cause);
            case TOO_LONG ->
                new TooLong(
                        entity.name(),
                        attribute,
                        null,
                        entity.name() + (attribute == null ? "" : "." + attribute)
                                + " - a value is too long or too large for its column",
                        cause);
            case NOT_ALLOWED ->
                new NotOneOf(
                        entity.name(),
                        attribute,
                        null,
                        entity.name() + (attribute == null ? "" : "." + attribute)
                                + " - a value is not one of those that " + check(refusal) + " allows",
                        cause);
            case NO_TABLE -> tablesMissing(entity, module, sql);
            case OTHER ->
                new DataException(
                        entity.name(),
                        attribute,
                        entity.name() + " was refused by the database: "
                                + firstLine(shown(entity, sql).getMessage()),
                        shown(entity, sql));
        };
    }

    /** Returns whether the database refused a value that is there already. */
    public static boolean isDuplicate(SQLException sql) {
        return Refusal.of(Refused.words(sql)).kind() == Refusal.Kind.DUPLICATE;
    }

    /** Returns the database's words, or none of them if they may quote a whole row with something sensitive in it. */
    private static SQLException shown(Entity entity, SQLException sql) {
        boolean inRow = entity.slots().stream().anyMatch(slot -> slot.traits().sensitive());
        boolean inCollections = entity.attributes().stream()
                .anyMatch(attribute -> attribute instanceof Elements elements && elements.sensitive());
        if (!inRow && !inCollections) {
            return sql;
        }
        var codes = new SQLException(
                "the database's words are hidden, for " + entity.name() + " has @Sensitive attributes",
                sql.getSQLState(),
                sql.getErrorCode());
        codes.setStackTrace(sql.getStackTrace());
        return codes;
    }

    /** Returns that an attribute needs a value. */
    public static ValueRequired required(Entity entity, String attribute, @Nullable Throwable cause) {
        return new ValueRequired(
                entity.name(),
                attribute,
                "Cannot set field '" + attribute + "' of " + entity.name() + " to null",
                cause);
    }

    /** Returns that a relation leads to a record that is not there. */
    public static ReferenceMissing missing(
            Entity entity, String attribute, String column, @Nullable Object id, @Nullable Throwable cause) {
        return new ReferenceMissing(
                entity.name(),
                attribute,
                id,
                "You tried to set relationship " + column + ": " + id + ", but such entity does not exist",
                cause);
    }

    private static ProblemsFound tablesMissing(Entity entity, String module, SQLException sql) {
        return new ProblemsFound(
                List.of(new Problem(
                        "tables-missing",
                        "The database is behind the models of module '" + module + "': " + firstLine(sql.getMessage()),
                        entity.type().getName(),
                        "run mvn modules:db-generate -Dmodule=" + module + " if the model is new, then mvn"
                                + " modules:db-migrate -Dmodule=" + module)),
                sql);
    }

    private static @Nullable String refused(Refusal refusal, List<String> columns, Given given) {
        if (refusal.value() != null || columns.size() != 1) {
            return refusal.value();
        }
        Object value = given.value(columns.get(0));
        return value == null ? null : value.toString();
    }

    private static boolean isSensitive(Entity entity, String column) {
        return entity.slots().stream()
                .filter(slot -> slot.column().name().equalsIgnoreCase(column))
                .anyMatch(slot -> slot.traits().sensitive());
    }

    private static String duplicate(Entity entity, List<String> columns, Refusal refusal, @Nullable String value) {
        String names = columns.isEmpty()
                ? refusal.constraint()
                : columns.stream().map(entity::attributeOf).collect(Collectors.joining(", "));
        return entity.name() + " with " + names + ": " + value + ", already exists.";
    }

    private static String check(Refusal refusal) {
        return refusal.constraint().isEmpty() ? "a check" : "the check " + refusal.constraint();
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason given"
                : message.lines()
                        .findFirst()
                        .orElse("")
                        .replace("; SQL statement:", "")
                        .strip();
    }
}
