package io.ashlar.internal.persistence;

import io.ashlar.database.Dialect;
import io.ashlar.internal.mapping.DelimitedIdentifiers;
import io.ashlar.internal.mapping.MappingCustomizer;
import io.ashlar.internal.mapping.Platforms;
import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.Project;
import org.jspecify.annotations.Nullable;

/** The door to EclipseLink: makes one factory for the models of one module. */
public final class PersistenceUnits {

    private PersistenceUnits() {}

    /**
     * Returns a factory over {@code dataSource}; the caller closes it. Tables are neither made nor checked.
     *
     * @param instanceId tells apart applications of one JVM that hold the same module
     */
    public static EntityManagerFactory start(
            String moduleName,
            String instanceId,
            List<Class<?>> models,
            Dialect dialect,
            DataSource dataSource,
            ClassLoader loader) {
        return create(moduleName, instanceId, models, dialect, dataSource, loader, Map.of());
    }

    /** Returns what EclipseLink makes of the models, without any connection. */
    public static Project describe(String moduleName, List<Class<?>> models, Dialect dialect, ClassLoader loader) {
        var instance = "describe-" + UUID.randomUUID();
        var offline = Map.<String, Object>of(PersistenceUnitProperties.VALIDATION_ONLY_PROPERTY, "true");
        try (var factory = create(moduleName, instance, models, dialect, null, loader, offline)) {
            return JpaHelper.getServerSession(factory).getProject();
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
        var info = new UnitInfo(moduleName, ModelClasses.reachableFrom(models), root(models), dataSource, loader);
        var properties = new HashMap<>(more);
        properties.put(PersistenceUnitProperties.SESSION_NAME, moduleName + "@" + instanceId);
        properties.put(PersistenceUnitProperties.TARGET_DATABASE, Platforms.className(dialect));
        properties.put(PersistenceUnitProperties.METADATA_SOURCE, new DelimitedIdentifiers());
        properties.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, new MappingCustomizer());
        properties.put(PersistenceUnitProperties.WEAVING, "static");
        properties.put(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        properties.put(PersistenceUnitProperties.BATCH_WRITING_SIZE, "1000");
        properties.put(PersistenceUnitProperties.LOGGING_LOGGER, Slf4jSessionLog.class.getName());
        properties.put(PersistenceUnitProperties.DDL_GENERATION, PersistenceUnitProperties.NONE);
        properties.put(PersistenceUnitProperties.THROW_EXCEPTIONS, "true");
        return new PersistenceProvider().createContainerEntityManagerFactory(info, properties);
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
