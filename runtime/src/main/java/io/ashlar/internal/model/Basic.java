package io.ashlar.internal.model;

/**
 * An attribute of one column.
 *
 * @param traits what the model says of it beside its type
 */
public record Basic(String name, Access access, Column column, Traits traits) implements Attribute {

    /**
     * What a model says of an attribute beside its type.
     *
     * @param required whether it may not be null
     * @param insertable whether new rows get its value
     * @param updatable whether changes write it
     * @param searchable whether a search looks into it
     * @param sensitive whether its values are nobody's business in messages and logs
     * @param computed whether the database works it out
     */
    public record Traits(
            boolean required,
            boolean insertable,
            boolean updatable,
            boolean searchable,
            boolean sensitive,
            boolean computed) {}

    /** Returns how its values go to JDBC and back. */
    public Binding binding() {
        return column.binding();
    }
}
