package io.ashlar.query;

import jakarta.data.metamodel.Attribute;

/**
 * A relation of a model, or a path of relations: what {@link Find#relations} loads along with the records. Immutable.
 *
 * @param <T> the model the path starts from
 * @param <R> the model it leads to
 */
public sealed interface RelationAttribute<T, R> extends Attribute<T> permits ToOne, ToMany, RelationPath {

    /**
     * Returns the path that goes on with {@code next}: {@code _Author.posts.then(_Post.comments)}. Whatever is loaded by it
     * includes the relations on the way.
     */
    default <N> RelationAttribute<T, N> then(RelationAttribute<R, N> next) {
        return new RelationPath<>(name() + "." + next.name());
    }

    /** Returns the attribute of the related model as seen from this one, to select: {@code _Post.author.get(_Author.name)}. */
    default Attribute<T> get(Attribute<R> attribute) {
        return new RelationPath<>(name() + "." + attribute.name());
    }
}
