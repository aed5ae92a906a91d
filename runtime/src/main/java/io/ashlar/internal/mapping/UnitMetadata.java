package io.ashlar.internal.mapping;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.jpa.metadata.accessors.classes.EmbeddableAccessor;
import org.eclipse.persistence.internal.jpa.metadata.accessors.classes.EntityAccessor;
import org.eclipse.persistence.internal.jpa.metadata.accessors.objects.MetadataFactory;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLEntityMappings;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLPersistenceUnitDefaults;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLPersistenceUnitMetadata;
import org.eclipse.persistence.jpa.metadata.MetadataSource;
import org.eclipse.persistence.logging.SessionLog;

/**
 * What EclipseLink is told beside the annotations. Every name is quoted: so derived names keep the humps that
 * {@link SnakeCase} needs, and words that a database reserves are good names. And the classes of values pass for
 * serializable, which EclipseLink insists on for types it does not know, before {@link StorageAssigner} decides.
 */
public final class UnitMetadata implements MetadataSource {

    private final Collection<String> values;

    /** Lets attributes be of the classes {@code values}, binary names, which are neither models nor embeddables. */
    public UnitMetadata(Collection<String> values) {
        this.values = List.copyOf(values);
    }

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
        var mappings = new NoMappings(values);
        mappings.setPersistenceUnitMetadata(metadata);
        return mappings;
    }

    /** A mapping file that says nothing of any class; EclipseLink fills the lists only when it reads XML. */
    private static final class NoMappings extends XMLEntityMappings {

        private final Collection<String> values;

        private NoMappings(Collection<String> values) {
            this.values = values;
            setEntities(List.of());
            setEmbeddables(List.of());
            setMappedSuperclasses(List.of());
        }

        @Override
        public void setMetadataFactory(MetadataFactory factory) {
            super.setMetadataFactory(factory);
            values.forEach(value -> factory.getMetadataClass(value).addInterface(Serializable.class.getName()));
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
