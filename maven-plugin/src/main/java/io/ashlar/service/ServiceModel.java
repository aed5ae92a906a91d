package io.ashlar.service;

import io.ashlar.ModuleService;
import io.ashlar.crud.Crud;
import io.ashlar.crud.DataException;
import io.ashlar.crud.NotFound;
import io.ashlar.crud.Upserted;
import io.ashlar.model.EntityModel;
import io.ashlar.model.ModuleModel;
import io.ashlar.query.Change;
import io.ashlar.query.CountedList;
import io.ashlar.query.Filter;
import io.ashlar.query.FilteredUpdate;
import io.ashlar.query.Find;
import io.ashlar.query.RelationAttribute;
import io.ashlar.query.Update;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the template of a service's base class lays out; all names and types are decided here.
 *
 * @param moduleName what {@code @Module} says
 * @param packageName of service and base
 * @param imports qualified names, sorted
 * @param className of the base
 * @param serviceName of the class the user writes
 * @param entities in the order of {@code @Module}
 */
public record ServiceModel(
        String moduleName,
        String packageName,
        List<String> imports,
        String className,
        String serviceName,
        List<Entity> entities) {

    /** The classes the template names; listed first, they get the short names. */
    private static final List<Class<?>> NAMED_IN_TEMPLATE = List.of(
            ModuleService.class,
            Crud.class,
            DataException.class,
            NotFound.class,
            Upserted.class,
            Change.class,
            CountedList.class,
            Filter.class,
            FilteredUpdate.class,
            Find.class,
            RelationAttribute.class,
            Update.class,
            Arrays.class,
            Collection.class,
            Collections.class,
            List.class,
            Map.class,
            Stream.class,
            IllegalArgumentException.class,
            Object.class,
            SafeVarargs.class,
            String.class,
            SuppressWarnings.class);

    /** Copies the lists. */
    public ServiceModel {
        imports = List.copyOf(imports);
        entities = List.copyOf(entities);
    }

    /** Returns what is generated for {@code module}. */
    static ServiceModel of(ModuleModel module) {
        Imports imports =
                new Imports(module.base(), module.entityNamesIn(module.base().packageName()));
        NAMED_IN_TEMPLATE.forEach(imports::name);
        String serviceName = imports.name(module.service());
        List<Entity> entities = module.entities().stream()
                .map(entity -> Entity.of(entity, imports))
                .toList();
        return new ServiceModel(
                module.name(),
                module.service().packageName(),
                imports.toWrite(),
                module.base().simple(),
                serviceName,
                entities);
    }

    /**
     * An entity as the base class writes it.
     *
     * @param visibility {@code public} and a blank; nothing for a class that only its package sees
     * @param type its class
     * @param idType what a record is retrieved by
     * @param singular as in {@code retrievePost}
     * @param plural as in {@code listPosts}
     * @param variable as in {@code postFilter}
     * @param one what Javadoc calls one record, such as {@code blog post}
     * @param many what Javadoc calls many
     */
    public record Entity(
            String visibility,
            String type,
            String idType,
            String singular,
            String plural,
            String variable,
            String one,
            String many) {

        static Entity of(EntityModel entity, Imports imports) {
            return new Entity(
                    entity.isPublic() ? "public " : "",
                    imports.name(entity.type()),
                    entity.id().type().in(imports::name),
                    entity.singular(),
                    entity.plural(),
                    entity.variable(),
                    words(entity.singular()),
                    words(entity.plural()));
        }

        private static String words(String name) {
            return name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
