package io.ashlar.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a server for other processes, until this process is ended or the file it wrote is deleted. */
public final class Main {

    private Main() {}

    /**
     * Starts a server, creates a database in it, and writes the JDBC URL, the user and the password, a line each.
     *
     * @param args the dialect and the file to write
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            System.err.println(
                    "usage: java ... io.ashlar.databases.Main postgresql|mariadb <file to write the URL to>");
            System.exit(2);
        }
        var file = Path.of(args[1]).toAbsolutePath();
        var database = TestDatabases.fresh(args[0]);
        var draft = Files.writeString(
                file.resolveSibling(file.getFileName() + ".draft"),
                database.url() + "\n" + database.user() + "\n" + database.password() + "\n");
        Files.move(draft, file); // whoever waits for the file finds it complete
        while (Files.exists(file)) {
            Thread.sleep(500);
        }
        System.exit(0); // the server's own threads would go on
    }
}
