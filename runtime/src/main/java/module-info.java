import org.jspecify.annotations.NullMarked;

/**
 * What generated modules and applications run on.
 *
 * <p>Modules extend and provide {@link io.ashlar.ModuleService}; applications start with an application.
 */
@NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic", "module"})
module io.ashlar.runtime {
    requires transitive jakarta.persistence; // models are JPA entities
    requires transitive jakarta.data; // attributes hand out its Sort
    requires transitive java.sql;
    requires java.desktop; // the property changes by which EclipseLink notices an update
    requires static transitive org.jspecify; // for compilers; absent at run time
    requires org.eclipse.persistence.core;
    requires org.eclipse.persistence.jpa;
    requires org.objectweb.asm; // EclipseLink reads classes with it, and only says requires static
    requires org.objectweb.asm.commons;
    requires flyway.core; // automatic module, named after its jar
    requires com.zaxxer.hikari;
    requires tools.jackson.databind;
    requires com.fasterxml.jackson.annotation;
    requires org.slf4j;

    exports io.ashlar;
    exports io.ashlar.problem;
    exports io.ashlar.database;
    exports io.ashlar.data;
    exports io.ashlar.query;
    exports io.ashlar.crud;
    exports io.ashlar.transaction;
    exports io.ashlar.event;
    exports io.ashlar.config;
    exports io.ashlar.migrate;

    // EclipseLink makes instances of platforms, logs and converters by their names
    exports io.ashlar.internal.mapping to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
    exports io.ashlar.internal.persistence to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;

    uses java.sql.Driver;

    opens io.ashlar.data to
            org.eclipse.persistence.core; // it sets the fields of Model, which is woven nowhere
    opens io.ashlar.config to
            tools.jackson.databind; // it makes the records by method handles, for which an export does not suffice

    uses io.ashlar.ModuleService; // modules announce themselves; nothing is scanned
}
