package io.ashlar.internal.mapping;

/** A value as JSON, told apart from text so that it can be bound as what the database calls JSON. */
public record JsonText(String json) {

    @Override
    public String toString() {
        return json;
    }
}
