package io.ashlar.migrate;

import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.jdbc.Results;
import org.jspecify.annotations.Nullable;

/** One of our files as Flyway sees it: Flyway keeps the history and the transaction, the statements are run by us. */
final class FlywayMigration implements ResolvedMigration, MigrationExecutor {

    private final MigrationFile file;
    private final int checksum;
    private final Supplier<Script> splitter;
    private final Work work;
    private @Nullable Script script;

    FlywayMigration(MigrationFile file, Supplier<Script> splitter, Work work) {
        this.file = file;
        this.checksum = file.checksum();
        this.splitter = splitter;
        this.work = work;
    }

    /** Runs a file; throws nothing that Flyway would take for its own, and note as failed in the history. */
    interface Work {
        void run(MigrationFile file, Script script, Context context);
    }

    private Script script() {
        if (script == null) {
            script = splitter.get(); // not before it is needed: applied files are never split
        }
        return script;
    }

    @Override
    public List<Results> execute(Context context) {
        work.run(file, script(), context);
        return List.of();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return script().transactional();
    }

    @Override
    public boolean shouldExecute() {
        return true;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(file.migration().version());
    }

    @Override
    public String getDescription() {
        return file.migration().description();
    }

    @Override
    public String getScript() {
        return file.name();
    }

    @Override
    public Integer getChecksum() {
        return checksum;
    }

    @Override
    public MigrationType getType() {
        return CoreMigrationType.SQL;
    }

    @Override
    public String getPhysicalLocation() {
        return file.path().toString();
    }

    @Override
    public MigrationExecutor getExecutor() {
        return this;
    }

    @Override
    public boolean checksumMatches(@Nullable Integer other) {
        return other == null || other == checksum;
    }

    @Override
    public boolean checksumMatchesWithoutBeingIdentical(@Nullable Integer other) {
        return false;
    }
}
