package io.ashlar.testing;

import io.ashlar.Application;
import io.ashlar.ModuleService;
import io.ashlar.migrate.Migrator;
import java.sql.SQLException;
import java.util.List;

/** A module that runs on a database of its own; closing stops the one and drops the other. */
record StartedModule(ModuleService service, Application application, TestDatabase database) implements AutoCloseable {

    static StartedModule start(TestedModule module) {
        var database = TestDatabase.create();
        if (module.hasModels()) {
            Migrator.of(database.settings()).migrate(List.of(module.migrations(TestDatabase.dialect())));
        }
        var application = Application.builder()
                .classLoader(module.service().getClassLoader())
                .database(database.settings())
                .module(module.name())
                .start();
        return new StartedModule(application.resolve(module.service()), application, database);
    }

    @Override
    public void close() throws SQLException {
        try (database) {
            application.close();
        }
    }
}
