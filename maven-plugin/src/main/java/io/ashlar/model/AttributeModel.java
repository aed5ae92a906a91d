package io.ashlar.model;

/**
 * A stored attribute of an entity. Those of an embedded value stand for it, one by one.
 *
 * @param path the name in the entity; {@code address.city} inside an embedded value
 * @param type as declared, with type variables replaced by what they are in the entity
 * @param kind what can be asked of it
 * @param target the entity a relation leads to, or the value a collection holds; else the same as {@code type}
 * @param computed whether nobody but the database writes it
 */
public record AttributeModel(String path, JavaType type, AttributeKind kind, JavaType target, boolean computed) {}
