package io.ashlar.weaving;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.jpa.metadata.accessors.classes.EmbeddableAccessor;
import org.eclipse.persistence.internal.jpa.metadata.accessors.classes.EntityAccessor;
import org.eclipse.persistence.internal.jpa.metadata.accessors.objects.MetadataFactory;
import org.eclipse.persistence.internal.jpa.metadata.xml.XMLEntityMappings;
import org.eclipse.persistence.jpa.metadata.MetadataSource;
import org.eclipse.persistence.logging.SessionLog;

/**
 * Lets attributes be of classes that EclipseLink does not know, such as those stored as JSON: it insists that they be
 * serializable. How they are stored matters when the module runs, not for weaving.
 */
final class ValueTypes implements MetadataSource {

    private final Set<String> types;

    /** Takes the binary names of the classes. */
    ValueTypes(Set<String> types) {
        this.types = Set.copyOf(types);
    }

    @Override
    public Map<String, Object> getPropertyOverrides(
            Map<String, Object> properties, ClassLoader loader, SessionLog log) {
        return Map.of();
    }

    @Override
    public XMLEntityMappings getEntityMappings(Map<String, Object> properties, ClassLoader loader, SessionLog log) {
        return new NoMappings(types);
    }

    /** A mapping file that says nothing of any class; EclipseLink fills the lists only when it reads XML. */
    private static final class NoMappings extends XMLEntityMappings {

        private final Set<String> types;

        private NoMappings(Set<String> types) {
            this.types = types;
            setEntities(List.of());
            setEmbeddables(List.of());
            setMappedSuperclasses(List.of());
        }

        @Override
        public void setMetadataFactory(MetadataFactory factory) {
            super.setMetadataFactory(factory);
            types.forEach(type -> factory.getMetadataClass(type).addInterface(Serializable.class.getName()));
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
