package io.ashlar.internal.persistence;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Hands EclipseLink's log to SLF4J: SQL at debug under {@code io.ashlar.sql}, the rest under {@code io.ashlar.eclipselink}. */
public final class Slf4jSessionLog extends AbstractSessionLog {

    private static final Logger SQL_LOG = LoggerFactory.getLogger("io.ashlar.sql");
    private static final Logger LOG = LoggerFactory.getLogger("io.ashlar.eclipselink");

    @Override
    public boolean shouldLog(int level, String category) {
        return logger(category).isEnabledForLevel(level(level));
    }

    @Override
    public boolean shouldLog(int level) {
        return shouldLog(level, "");
    }

    @Override
    public boolean shouldDisplayData() {
        return false; // values of records are nobody's business in a log
    }

    @Override
    public void log(SessionLogEntry entry) {
        var category = entry.getNameSpace() == null ? "" : entry.getNameSpace();
        if (!shouldLog(entry.getLevel(), category)) {
            return;
        }
        var event = logger(category).atLevel(level(entry.getLevel()));
        if (entry.getException() != null) {
            event = event.setCause(entry.getException());
        }
        event.log(entry.getException() == null ? formatMessage(entry) : "EclipseLink");
    }

    private static Logger logger(String category) {
        return SessionLog.SQL.equals(category) ? SQL_LOG : LOG;
    }

    private static Level level(int level) {
        if (level >= SessionLog.WARNING) {
            return Level.DEBUG; // reported to the caller as exceptions; never twice
        }
        return level >= SessionLog.FINE ? Level.DEBUG : Level.TRACE;
    }
}
