package io.ashlar.weaving;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A persistence unit without persistence.xml and without a database: enough to find out what to weave. */
final class WeavingUnit implements PersistenceUnitInfo {

    private final String name;
    private final URL root;
    private final List<String> managedClasses;
    private final URLClassLoader loader;

    WeavingUnit(String name, URL root, List<String> managedClasses, URLClassLoader loader) {
        this.name = name;
        this.root = root;
        this.managedClasses = managedClasses;
        this.loader = loader;
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public List<String> getManagedClassNames() {
        return managedClasses;
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return root;
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        // Lazy relations only: the rest calls methods woven into every superclass, and those of other artifacts have
        // none.
        for (String feature : List.of("changetracking", "fetchgroups", "internal", "rest")) {
            properties.setProperty("eclipselink.weaving." + feature, "false");
        }
        return properties;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.eclipse.persistence.jpa.PersistenceProvider";
    }

    @Override
    public @Nullable String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"}) // the type is part of the interface
    public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
        return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public @Nullable DataSource getNonJtaDataSource() {
        return null;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.2";
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        throw new UnsupportedOperationException("EclipseLink returns the transformer");
    }
}
