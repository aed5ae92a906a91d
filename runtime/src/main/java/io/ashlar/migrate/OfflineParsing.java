package io.ashlar.migrate;

import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.parser.ParsingContext;

/**
 * What Flyway splits statements with where there is no database. At each keyword, its parser of PostgreSQL asks for the
 * version and takes any exception for an old one. The {@code NullPointerException} that it would meet takes longer than all
 * the rest, as Java explains it from the bytecode each time.
 */
final class OfflineParsing extends ParsingContext {

    @Override
    public Database<?> getDatabase() {
        throw new NotConnected();
    }

    /** Costs no more than an object. */
    private static final class NotConnected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotConnected() {
            super("no database to ask", null, false, false);
        }
    }
}
