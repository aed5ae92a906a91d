package io.ashlar.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One empty database of a real server, and who may do everything in it. */
public record TestDatabase(String url, String user, String password) {

    /** Opens a new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
