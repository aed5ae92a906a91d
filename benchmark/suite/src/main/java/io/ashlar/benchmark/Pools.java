package io.ashlar.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.databases.TestDatabase;

/** Makes the connection pools of the contenders, all alike, and as Ashlar's own is. */
public final class Pools {

    private static final int CONNECTIONS = 10;

    private Pools() {}

    /** Opens a pool; the caller closes it. */
    public static HikariDataSource open(TestDatabase database, String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setPoolName(name);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
