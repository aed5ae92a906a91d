package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.DatabaseType;
import org.flywaydb.core.internal.database.DatabaseTypeRegister;
import org.flywaydb.core.internal.sqlscript.SqlScriptFactory;

/**
 * A file's statements, as Flyway splits them.
 *
 * @param transactional whether all of it runs in one transaction, which then keeps all or nothing
 */
record Script(List<Step> steps, boolean transactional) {

    Script {
        steps = List.copyOf(steps);
    }

    /** Splits with a factory that knows the database's version. */
    static Script of(Dialect dialect, MigrationFile file, SqlScriptFactory factory) {
        return of(dialect, file, factory, false);
    }

    /** Splits without a database. */
    static Script of(Dialect dialect, MigrationFile file) {
        var configuration = configuration();
        var factory = DatabaseTypeRegister.getDatabaseTypes().stream()
                .filter(type -> type instanceof DatabaseType && type.getName().equals(dialect.title()))
                .map(type -> ((DatabaseType) type).createSqlScriptFactory(configuration, new OfflineParsing()))
                .findFirst()
                .orElseThrow();
        return of(dialect, file, factory, true);
    }

    /** Returns how Flyway reads scripts, and runs their statements. */
    static Configuration configuration() {
        return Flyway.configure(Script.class.getClassLoader()).placeholderReplacement(false);
    }

    private static Script of(Dialect dialect, MigrationFile file, SqlScriptFactory factory, boolean mixed) {
        var resources = new FlywayResources(List.of(file));
        try {
            var script = factory.createSqlScript(resources.only(), mixed, resources);
            var steps = new ArrayList<Step>();
            try (var statements = script.getSqlStatements()) {
                statements.forEachRemaining(statement -> steps.add(Step.of(dialect, file, statement)));
            }
            DataStepFile.addJava(file, steps);
            DataStepFile.check(file, steps);
            return new Script(
                    steps,
                    dialect == Dialect.POSTGRESQL
                            && script.executeInTransaction()
                            && steps.stream().noneMatch(step -> step.batch().isPresent()));
        } catch (FlywayException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "migration-unreadable",
                            "Cannot split '" + file.name() + "' into statements: "
                                    + String.valueOf(e.getMessage()).strip(),
                            file.path().toString(),
                            "correct it; where it mixes statements that can and cannot run in a transaction, give each"
                                    + " kind a file of its own")),
                    e);
        }
    }

    /** Returns a fingerprint of the first {@code count} statements; comments and the space between them do not count. */
    String hash(int count) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var step : steps.subList(0, count)) {
                digest.update(step.sql().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
