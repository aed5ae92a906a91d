package io.ashlar.internal.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.jpa.metadata.accessors.classes.EmbeddableAccessor;
import org.eclipse.persistence.internal.jpa.metadata.accessors.classes.EntityAccessor;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLEntityMappings;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLPersistenceUnitDefaults;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLPersistenceUnitMetadata;
import org.eclipse.persistence.jpa.metadata.MetadataSource;
import org.eclipse.persistence.logging.SessionLog;

/**
 * Tells EclipseLink to quote every name. So derived names keep the humps that {@link SnakeCase} needs, and words that a
 * database reserves are good names.
 */
public final class DelimitedIdentifiers implements MetadataSource {

    @Override
    public Map<String, Object> getPropertyOverrides(
            Map<String, Object> properties, ClassLoader classLoader, SessionLog log) {
        return Map.of();
    }

    @Override
    public XMLEntityMappings getEntityMappings(
            Map<String, Object> properties, ClassLoader classLoader, SessionLog log) {
        var defaults = new XMLPersistenceUnitDefaults();
        defaults.setDelimitedIdentifiers(true);
        var metadata = new XMLPersistenceUnitMetadata();
        metadata.setPersistenceUnitDefaults(defaults);
        var mappings = new NoMappings();
        mappings.setPersistenceUnitMetadata(metadata);
        return mappings;
    }

    /** A mapping file that says nothing of any class; EclipseLink fills the lists only when it reads XML. */
    private static final class NoMappings extends XMLEntityMappings {

        private NoMappings() {
            setEntities(List.of());
            setEmbeddables(List.of());
            setMappedSuperclasses(List.of());
        }

        @Override
        @SuppressWarnings("NonApiType") // the signature is EclipseLink's
        public void initPersistenceUnitClasses(
                HashMap<String, EntityAccessor> entities, HashMap<String, EmbeddableAccessor> embeddables) {
            // none
        }

        @Override
        public void process() {
            // nothing
        }
    }
}
