package io.ashlar.migrate;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets Flyway speak at debug level only: what users should know, our report and our problems say. */
record FlywayLog(Logger log) implements Log {

    FlywayLog(Class<?> type) {
        this(LoggerFactory.getLogger(type));
    }

    @Override
    public void debug(String message) {
        log.trace(message);
    }

    @Override
    public void info(String message) {
        log.debug(message);
    }

    @Override
    public void warn(String message) {
        log.debug(message);
    }

    @Override
    public void error(String message) {
        log.debug(message);
    }

    @Override
    public void error(String message, Exception cause) {
        log.debug(message, cause);
    }

    @Override
    public void notice(String message) {
        log.debug(message);
    }
}
