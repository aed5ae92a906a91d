package io.ashlar.internal.persistence;

import io.ashlar.database.Dialect;
import io.ashlar.internal.mapping.MappingCustomizer;
import io.ashlar.internal.mapping.Platforms;
import io.ashlar.internal.mapping.UnitMetadata;
import io.ashlar.internal.model.Metamodel;
import io.ashlar.internal.model.MetamodelReader;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.Project;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** The door to EclipseLink: makes one factory for the models of one module. */
public final class PersistenceUnits {

    /** Two units with the same session name would share one session, and the second use the first one's database. */
    private static final AtomicLong COUNT = new AtomicLong();

    private PersistenceUnits() {}

    /** Returns what EclipseLink makes of the models, without any connection. */
    public static Project describe(String moduleName, List<Class<?>> models, Dialect dialect, ClassLoader loader) {
        var offline = Map.<String, Object>of(PersistenceUnitProperties.VALIDATION_ONLY_PROPERTY, "true");
        try (var factory = create(moduleName, "offline", models, dialect, null, loader, offline)) {
            return JpaHelper.getServerSession(factory).getProject();
        }
    }

    /** Returns the models as they are mapped, without any connection. */
    public static Metamodel metamodel(String moduleName, List<Class<?>> models, Dialect dialect, ClassLoader loader) {
        var offline = Map.<String, Object>of(PersistenceUnitProperties.VALIDATION_ONLY_PROPERTY, "true");
        try (var factory = create(moduleName, "offline", models, dialect, null, loader, offline)) {
            return MetamodelReader.read((ServerSession) JpaHelper.getServerSession(factory), dialect);
        }
    }

    private static EntityManagerFactory create(
            String moduleName,
            String instanceId,
            List<Class<?>> models,
            Dialect dialect,
            @Nullable DataSource dataSource,
            ClassLoader loader,
            Map<String, Object> more) {
        ModelChecks.check(models);
        var classes = ModelClasses.reachableFrom(models);
        var info = new UnitInfo(moduleName, classes.managed(), root(models), dataSource, loader, Map.of());
        var properties = new HashMap<>(more);
        properties.put(
                PersistenceUnitProperties.SESSION_NAME, moduleName + "@" + instanceId + "#" + COUNT.incrementAndGet());
        properties.put(PersistenceUnitProperties.TARGET_DATABASE, Platforms.className(dialect));
        properties.put(PersistenceUnitProperties.METADATA_SOURCE, new UnitMetadata(classes.values()));
        properties.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, new MappingCustomizer(dialect));
        properties.put(PersistenceUnitProperties.WEAVING, "static");
        properties.put(PersistenceUnitProperties.SHARED_CACHE_MODE, "NONE"); // several applications share a database
        properties.put(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        properties.put(PersistenceUnitProperties.BATCH_WRITING_SIZE, "1000");
        properties.put(PersistenceUnitProperties.LOGGING_LOGGER, Slf4jSessionLog.class.getName());
        properties.put(PersistenceUnitProperties.DDL_GENERATION, PersistenceUnitProperties.NONE);
        properties.put(PersistenceUnitProperties.THROW_EXCEPTIONS, "true");
        properties.put(PersistenceUnitProperties.DEPLOY_ON_STARTUP, "true");
        try {
            return new PersistenceProvider().createContainerEntityManagerFactory(info, properties);
        } catch (PersistenceException e) {
            throw problems(e);
        }
    }

    /** Returns the problems that EclipseLink wrapped, or else its own exception. */
    private static RuntimeException problems(PersistenceException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemsFound problems) {
                return problems;
            }
        }
        return thrown;
    }

    /** Returns where the models come from; EclipseLink looks there for {@code META-INF/orm.xml}. */
    private static URL root(List<Class<?>> models) {
        var source = models.get(0).getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalArgumentException(models.get(0) + " comes from no directory or jar");
        }
        return source.getLocation();
    }
}
