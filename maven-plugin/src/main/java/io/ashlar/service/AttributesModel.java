package io.ashlar.service;

import static java.util.Objects.requireNonNull;

import io.ashlar.model.AttributeModel;
import io.ashlar.model.ClassName;
import io.ashlar.model.EntityModel;
import io.ashlar.model.JavaType;
import io.ashlar.model.ModuleModel;
import io.ashlar.query.ComparableProperty;
import io.ashlar.query.ElementsProperty;
import io.ashlar.query.Property;
import io.ashlar.query.ReadOnlyComparable;
import io.ashlar.query.ReadOnlyProperty;
import io.ashlar.query.ReadOnlySortable;
import io.ashlar.query.ReadOnlyText;
import io.ashlar.query.SortableProperty;
import io.ashlar.query.TextProperty;
import io.ashlar.query.ToMany;
import io.ashlar.query.ToOne;
import jakarta.data.metamodel.StaticMetamodel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What the template of an entity's attributes lays out; all names and types are decided here. The names follow Jakarta
 * Data's static metamodel: {@code _Post.title} and, for annotations, {@code _Post.TITLE}; inside an embedded value
 * {@code _Author.place_city} and {@code _Author.PLACE_CITY}.
 *
 * @param packageName of entity and attributes
 * @param imports qualified names, sorted
 * @param className of the attributes
 * @param entity the entity's class
 * @param visibility {@code public} and a blank, or nothing
 * @param attributes in the order of the model
 */
public record AttributesModel(
        String packageName,
        List<String> imports,
        String className,
        String entity,
        String visibility,
        List<Attribute> attributes) {

    /** Copies the lists. */
    public AttributesModel {
        imports = List.copyOf(imports);
        attributes = List.copyOf(attributes);
    }

    /** Returns what is generated for the entities of {@code module}, by the class it is for. */
    static Map<ClassName, AttributesModel> of(ModuleModel module) {
        Map<JavaType, JavaType> ids = module.entities().stream()
                .collect(Collectors.toMap(
                        entity -> JavaType.of(entity.type()),
                        entity -> entity.id().type()));
        Map<String, Set<String>> names = new HashMap<>();
        Map<ClassName, AttributesModel> models = new LinkedHashMap<>();
        for (EntityModel entity : module.entities()) {
            Set<String> inPackage = names.computeIfAbsent(entity.type().packageName(), module::entityNamesIn);
            models.put(entity.attributesClass(), of(entity, ids, new Imports(entity.attributesClass(), inPackage)));
        }
        return models;
    }

    private static AttributesModel of(EntityModel entity, Map<JavaType, JavaType> ids, Imports imports) {
        imports.name(entity.type());
        imports.name(StaticMetamodel.class);
        imports.name(String.class);
        List<Attribute> attributes = attributes(entity, ids, imports);
        return new AttributesModel(
                entity.type().packageName(),
                imports.toWrite(),
                entity.attributesClass().simple(),
                imports.name(entity.type()),
                entity.isPublic() ? "public " : "",
                attributes);
    }

    private static List<Attribute> attributes(EntityModel entity, Map<JavaType, JavaType> ids, Imports imports) {
        Set<String> taken = new HashSet<>();
        Map<String, String> fields = names(entity, AttributesModel::field, taken);
        Map<String, String> constants =
                names(entity, path -> path.replace('.', '_').toUpperCase(Locale.ROOT), taken);
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeModel attribute : entity.attributes()) {
            String path = attribute.path();
            Typed typed = typed(entity, attribute, ids, imports);
            attributes.add(new Attribute(
                    path,
                    requireNonNull(fields.get(path)),
                    requireNonNull(constants.get(path)),
                    typed.property(),
                    typed.implementation(),
                    typed.arguments(),
                    typed.about()));
        }
        return attributes;
    }

    /** Returns a name for each path; those inside embedded values give way to the entity's own. */
    private static Map<String, String> names(EntityModel entity, UnaryOperator<String> name, Set<String> taken) {
        Map<String, String> names = new HashMap<>();
        entity.attributes().stream()
                .map(AttributeModel::path)
                .sorted(Comparator.comparing(path -> path.contains(".")))
                .forEach(path -> names.put(path, free(name.apply(path), taken)));
        return names;
    }

    private static String field(String path) {
        String name = path.replace('.', '_');
        return SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free += "_";
        }
        return free;
    }

    private static Typed typed(
            EntityModel entity, AttributeModel attribute, Map<JavaType, JavaType> ids, Imports imports) {
        String type = imports.name(entity.type());
        String value = attribute.type().boxed().in(imports::name);
        return switch (attribute.kind()) {
            case TEXT -> typed(attribute, TextProperty.class, ReadOnlyText.class, type, "text", imports);
            case COMPARABLE ->
                typed(
                        attribute,
                        ComparableProperty.class,
                        ReadOnlyComparable.class,
                        type + ", " + value,
                        "compared and ordered",
                        imports);
            case SORTABLE ->
                typed(
                        attribute,
                        SortableProperty.class,
                        ReadOnlySortable.class,
                        type + ", " + value,
                        "compared for equality",
                        imports);
            case PLAIN ->
                typed(
                        attribute,
                        Property.class,
                        ReadOnlyProperty.class,
                        type + ", " + value,
                        "set as a whole",
                        imports);
            case ELEMENTS ->
                new Typed(
                        imports.name(ElementsProperty.class),
                        type + ", " + value + ", " + attribute.target().in(imports::name),
                        "a collection of values");
            case TO_ONE -> {
                String related = attribute.target().in(imports::name);
                yield new Typed(
                        imports.name(ToOne.class),
                        type + ", " + related + ", "
                                + idType(attribute.target(), ids).in(imports::name),
                        "leads to one " + related);
            }
            case TO_MANY -> {
                String related = attribute.target().in(imports::name);
                yield new Typed(
                        imports.name(ToMany.class),
                        type + ", " + related + ", "
                                + idType(attribute.target(), ids).in(imports::name),
                        "leads to many " + related);
            }
        };
    }

    /** What the database computes can be asked for as what is stored can, and not be set. */
    private static Typed typed(
            AttributeModel attribute,
            Class<?> property,
            Class<?> readOnly,
            String arguments,
            String about,
            Imports imports) {
        return attribute.computed()
                ? new Typed(
                        imports.name(readOnly),
                        imports.name(property),
                        arguments,
                        about.equals("text") ? "text, computed by the database" : "computed by the database")
                : new Typed(imports.name(property), arguments, about);
    }

    private static JavaType idType(JavaType related, Map<JavaType, JavaType> ids) {
        JavaType id = ids.get(related);
        if (id == null) {
            throw new IllegalStateException(related + " is no entity of the module");
        }
        return id;
    }

    private record Typed(String property, String implementation, String arguments, String about) {

        Typed(String property, String arguments, String about) {
            this(property, property, arguments, about);
        }
    }

    /**
     * An attribute as its class writes it.
     *
     * @param name in the entity
     * @param field the Java name; differs from the name where that is a keyword, a path, or taken
     * @param constant the Java name of the constant that holds the name
     * @param property the class that says what can be asked
     * @param implementation the class that it is an instance of
     * @param arguments of the property's type
     * @param about what Javadoc says of it
     */
    public record Attribute(
            String name,
            String field,
            String constant,
            String property,
            String implementation,
            String arguments,
            String about) {}
}
