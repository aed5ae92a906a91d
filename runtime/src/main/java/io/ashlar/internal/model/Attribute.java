package io.ashlar.internal.model;

/** A persistent attribute of a model, or of what is embedded in it. */
public sealed interface Attribute permits Basic, Embedded, ToOne, ToMany, Elements {

    /** Returns its name; inside of an embedded value its path: {@code place.city}. */
    String name();

    /** Returns how it is read from and written to its object: the record, or the embedded value. */
    Access access();
}
