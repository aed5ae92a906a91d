package io.ashlar.internal.persistence;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands EclipseLink's log to SLF4J: SQL at debug under {@code io.ashlar.sql}, the rest under {@code io.ashlar.eclipselink}.
 *
 * <p>Keeps to what SLF4J 1.7 has: that is what Maven 3 gives to its plugins.
 */
public final class Slf4jSessionLog extends AbstractSessionLog {

    private static final Logger SQL_LOG = LoggerFactory.getLogger("io.ashlar.sql");
    private static final Logger LOG = LoggerFactory.getLogger("io.ashlar.eclipselink");

    @Override
    public boolean shouldLog(int level, String category) {
        var logger = logger(category);
        return isDetail(level) ? logger.isTraceEnabled() : logger.isDebugEnabled();
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
        var logger = logger(category);
        var message = entry.getException() == null ? formatMessage(entry) : "EclipseLink";
        if (isDetail(entry.getLevel())) {
            logger.trace(message, entry.getException());
        } else {
            logger.debug(message, entry.getException());
        }
    }

    private static Logger logger(String category) {
        return SessionLog.SQL.equals(category) ? SQL_LOG : LOG;
    }

    /** Warnings are debug too: they reach the caller as exceptions, and never twice. */
    private static boolean isDetail(int level) {
        return level < SessionLog.FINE;
    }
}
