package io.ashlar.internal.mapping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.MariaDBPlatform;
import org.jspecify.annotations.Nullable;

/** EclipseLink's platform with the values of {@link JdbcValues}. */
public final class MariadbValues extends MariaDBPlatform {

    private static final long serialVersionUID = 1L;

    /** Called by EclipseLink. */
    public MariadbValues() {
        setShouldTrimStrings(false);
    }

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, PreparedStatement statement, int index, AbstractSession session) throws SQLException {
        if (!JdbcValues.mariadb(parameter, statement, index)) {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    @Override
    public @Nullable Object getObjectFromResultSet(ResultSet row, int column, int type, AbstractSession session)
            throws SQLException {
        return JdbcValues.isTime(type)
                ? JdbcValues.mariadbTime(row, column, type)
                : super.getObjectFromResultSet(row, column, type, session);
    }
}
