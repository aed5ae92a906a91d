package io.ashlar.internal.failure;

import io.ashlar.internal.model.Entity;
import java.sql.SQLException;

/** What a database said to a statement on one model, in the course of a call that may be on another. */
public final class Refused extends SQLException {

    private static final long serialVersionUID = 1L;

    private final transient Entity entity;
    private final transient Errors.Given given;
    private final SQLException words;

    private Refused(Entity entity, Errors.Given given, SQLException words) {
        super(entity.name() + " was refused", words.getSQLState(), words.getErrorCode());
        this.entity = entity;
        this.given = given;
        this.words = words;
    }

    /** Returns {@code words} with the model that they are about, unless that is known already. */
    public static SQLException of(Entity entity, SQLException words) {
        return of(entity, column -> null, words);
    }

    /** Does the same, with the values that the statement was given, by column. */
    public static SQLException of(Entity entity, Errors.Given given, SQLException words) {
        return words instanceof Refused ? words : new Refused(entity, given, words);
    }

    /** Returns what the database said. */
    static SQLException words(SQLException sql) {
        return sql instanceof Refused refused ? refused.words : sql;
    }

    /** Returns what the database said in the words of the model that it is about; of {@code called} where that is not known. */
    public static RuntimeException translated(Entity called, String module, Errors.Given given, SQLException sql) {
        if (sql instanceof Refused refused) {
            Errors.Given known = column -> {
                Object value = refused.given.value(column);
                return value == null && refused.entity == called ? given.value(column) : value;
            };
            return Errors.translated(refused.entity, module, known, refused.words);
        }
        return Errors.translated(called, module, given, sql);
    }
}
