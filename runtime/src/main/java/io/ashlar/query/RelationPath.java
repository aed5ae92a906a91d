package io.ashlar.query;

/** A path of relations by its names: {@code posts.comments}. */
record RelationPath<T, R>(String name) implements RelationAttribute<T, R> {}
