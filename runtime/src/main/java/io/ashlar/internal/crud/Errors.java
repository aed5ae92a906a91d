package io.ashlar.internal.crud;

import io.ashlar.crud.AlreadyExists;
import io.ashlar.crud.DataException;
import io.ashlar.crud.ReferenceMissing;
import io.ashlar.crud.StillReferenced;
import io.ashlar.crud.ValueRequired;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;

/** Says in the model's words what a database refused. */
final class Errors {

    private static final String DESCRIPTION = "Exception Description:";

    private Errors() {}

    /** Returns the domain's exception for {@code e}; {@code e} itself if no database and no EclipseLink is behind it. */
    static RuntimeException translated(ModelType<?> model, String module, RuntimeException e) {
        if (e instanceof DataException || e instanceof ProblemsFound) {
            return e;
        }
        SQLException sql = cause(e, SQLException.class);
        if (sql != null) {
            return translated(model, module, sql, e);
        }
        if (cause(e, OptimisticLockException.class) != null) {
            return new DataException(model.name(), null, model.name() + " was changed by another at the same time", e);
        }
        EclipseLinkException own = cause(e, EclipseLinkException.class);
        if (own != null && cause(e, ProblemsFound.class) == null) {
            return new DataException(model.name(), null, model.name() + ": " + description(own), e);
        }
        return e;
    }

    static ValueRequired required(ModelType<?> model, String attribute, @Nullable Throwable cause) {
        return new ValueRequired(
                model.name(), attribute, "Cannot set field '" + attribute + "' of " + model.name() + " to null", cause);
    }

    static ReferenceMissing missing(
            ModelType<?> model, String attribute, String column, @Nullable Object id, @Nullable Throwable cause) {
        return new ReferenceMissing(
                model.name(),
                attribute,
                id,
                "You tried to set relationship " + column + ": " + id + ", but such entity does not exist",
                cause);
    }

    private static RuntimeException translated(
            ModelType<?> model, String module, SQLException sql, RuntimeException e) {
        Refusal refusal = Refusal.of(sql);
        List<String> names = refusal.columns().isEmpty() ? model.columnsOf(refusal.constraint()) : refusal.columns();
        String columns = String.join(", ", names);
        String attribute = names.isEmpty() ? null : model.attributeOf(names.get(0));
        return switch (refusal.kind()) {
            case DUPLICATE ->
                new AlreadyExists(model.name(), attribute, refusal.value(), duplicate(model, names, refusal), e);
            case REQUIRED -> required(model, attribute == null ? columns : attribute, e);
            case NO_PARENT -> missing(model, attribute == null ? columns : attribute, columns, refusal.value(), e);
            case HAS_CHILDREN ->
                new StillReferenced(
                        model.name(),
                        attribute,
                        refusal.value(),
                        "Cannot delete " + model.name()
                                + (refusal.value() == null ? "" : " with " + model.idName() + ": " + refusal.value())
                                + ", it is still referenced from " + refusal.table(),
                        e);
            case NO_TABLE ->
                new ProblemsFound(
                        List.of(new Problem(
                                "tables-missing",
                                "The database is behind the models of module '" + module + "': "
                                        + firstLine(sql.getMessage()),
                                model.type().getName(),
                                "run mvn modules:db-generate -Dmodule=" + module + " if the model is new, then mvn"
                                        + " modules:db-migrate -Dmodule=" + module)),
                        e);
            case OTHER ->
                new DataException(
                        model.name(),
                        attribute,
                        model.name() + " was refused by the database: " + firstLine(sql.getMessage()),
                        e);
        };
    }

    private static String duplicate(ModelType<?> model, List<String> columns, Refusal refusal) {
        String names = columns.isEmpty()
                ? refusal.constraint()
                : columns.stream().map(model::attributeOf).collect(Collectors.joining(", "));
        return model.name() + " with " + names + ": " + refusal.value() + ", already exists.";
    }

    private static <X> @Nullable X cause(Throwable e, Class<X> type) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }

    /** Returns the telling line of EclipseLink's many. */
    private static String description(EclipseLinkException own) {
        String message = String.valueOf(own.getMessage());
        return message.lines()
                .filter(line -> line.startsWith(DESCRIPTION))
                .map(line -> line.substring(DESCRIPTION.length()).strip())
                .findFirst()
                .orElse(firstLine(message.strip()));
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
