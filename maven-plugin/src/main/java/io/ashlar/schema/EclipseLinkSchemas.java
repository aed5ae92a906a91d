package io.ashlar.schema;

import io.ashlar.database.Dialect;
import io.ashlar.internal.mapping.Storages;
import io.ashlar.internal.persistence.PersistenceUnits;
import jakarta.persistence.SecondaryTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Project;

/**
 * Reads the tables that a module's models want from EclipseLink's metadata, without a database.
 *
 * <p>From EclipseLink come names and structure; types, nullability, constraints and order are our own, because its own
 * are lossy and not always the same.
 */
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
        if (models.isEmpty()) {
            return new ModelSchema(Schema.EMPTY, new Origins(Map.of()));
        }
        Project project = describe();
        List<ClassDescriptor> entities = project.getDescriptors().values().stream()
                .filter(descriptor -> !descriptor.isDescriptorTypeAggregate())
                .sorted(Comparator.comparingInt(EclipseLinkSchemas::depth)
                        .thenComparing(ClassDescriptor::getJavaClassName))
                .toList();
        SchemaDraft draft = new SchemaDraft(Storages.of(project));
        entities.forEach(entity -> new EntityReader(draft, entity).read());
        entities.forEach(entity -> tableAnnotations(entity, draft));
        entities.forEach(entity -> IndexedAnnotations.of(entity, draft).add());
        return draft.finish();
    }

    private Project describe() {
        try {
            return PersistenceUnits.describe(module, models, Dialect.H2, loader);
        } catch (RuntimeException e) {
            throw ModelRefusal.explain(e, module);
        }
    }

    private static void tableAnnotations(ClassDescriptor entity, SchemaDraft draft) {
        if (Inheritance.sharesTableOfParent(entity) || (entity.hasTablePerClassPolicy() && entity.isAbstract())) {
            return;
        }
        Class<?> type = entity.getJavaClass();
        var table = type.getDeclaredAnnotation(jakarta.persistence.Table.class);
        if (table != null) {
            TableDraft main = draft.table(Inheritance.mainTable(entity).getName(), type.getName());
            draft.problems(TableAnnotations.of(table).addTo(main));
        }
        draft.table(Inheritance.mainTable(entity).getName(), type.getName()).owner = type;
        for (SecondaryTable secondary : type.getDeclaredAnnotationsByType(SecondaryTable.class)) {
            Inheritance.ownTables(entity).stream()
                    .filter(each -> each.getName().equals(secondary.name()))
                    .map(each -> draft.table(each.getName(), type.getName()))
                    .forEach(each ->
                            draft.problems(TableAnnotations.of(secondary).addTo(each)));
        }
    }

    private static int depth(ClassDescriptor descriptor) {
        return descriptor.isChildDescriptor()
                ? 1 + depth(descriptor.getInheritancePolicy().getParentDescriptor())
                : 0;
    }
}
