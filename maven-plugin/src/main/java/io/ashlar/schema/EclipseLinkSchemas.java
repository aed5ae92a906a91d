package io.ashlar.schema;

import java.util.List;

/** Reads the tables that a module's models want from EclipseLink's metadata, without a database. */
public final class EclipseLinkSchemas implements SchemaSource {

    private final String module;
    private final List<Class<?>> models;
    private final ClassLoader loader;

    private EclipseLinkSchemas(String module, List<Class<?>> models, ClassLoader loader) {
        this.module = module;
        this.models = List.copyOf(models);
        this.loader = loader;
    }

    /**
     * Returns a reader of {@code models}, which need not be woven.
     *
     * @param loader knows the models and all they use
     */
    public static EclipseLinkSchemas of(String module, List<Class<?>> models, ClassLoader loader) {
        return new EclipseLinkSchemas(module, models, loader);
    }

    @Override
    public ModelSchema read() {
        throw new UnsupportedOperationException(module + " " + models + " " + loader);
    }
}
