package io.ashlar.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * An entity of a module.
 *
 * @param type its class
 * @param singular what one record is called in generated methods: the JPA name, by default the simple name of the class
 * @param plural what many are called: the English plural, or what {@code @Plural} says
 * @param isPublic whether classes of other packages can use it
 * @param id how records are told apart
 * @param attributes its own first, in the order of the source, then inherited ones
 */
public record EntityModel(
        ClassName type, String singular, String plural, boolean isPublic, IdModel id, List<AttributeModel> attributes) {

    /** Copies the list. */
    public EntityModel {
        attributes = List.copyOf(attributes);
    }

    /** Returns the class that is generated for its attributes: {@code _Post} in the same package. */
    public ClassName attributesClass() {
        return ClassName.of(type.packageName(), "_" + type.simple());
    }

    /** Returns the names of the methods that the service gets for it. */
    public List<String> methods() {
        Stream<String> one = Stream.of("retrieve", "exists").map(verb -> verb + singular);
        Stream<String> many = Stream.of(
                        "create",
                        "upsert",
                        "upsertWithReplace",
                        "list",
                        "listAndCount",
                        "count",
                        "stream",
                        "update",
                        "delete",
                        "deleteAll",
                        "softDelete",
                        "restore")
                .map(verb -> verb + plural);
        Stream<String> asked = Stream.of("Filter", "Find").map(noun -> variable() + noun);
        return Stream.of(one, many, asked).flatMap(names -> names).toList();
    }

    /** Returns what a variable that holds one would be called: {@code post}. */
    public String variable() {
        return Member.decapitalized(singular);
    }
}
