package io.ashlar.internal.mapping;

import io.ashlar.crud.DataException;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Hands a {@link Codec} to EclipseLink, behind the converter the model names, if any. */
final class StoredValue implements Converter {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final String attribute;
    private final transient @Nullable Converter own;
    private final transient Codec codec;

    /** Stores {@code attribute} by {@code codec}; {@code own} is the model's converter, which stands before it. */
    StoredValue(String model, String attribute, @Nullable Converter own, Codec codec) {
        this.model = model;
        this.attribute = attribute;
        this.own = own;
        this.codec = codec;
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        var stored = own == null ? value : own.convertObjectValueToDataValue(value, session);
        try {
            return stored == null ? null : codec.write(stored);
        } catch (Codec.Unstorable e) {
            throw new DataException(
                    model, attribute, "Cannot store " + model + "." + attribute + ": " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object stored, Session session) {
        var value = stored == null ? null : codec.read(stored);
        return own == null ? value : own.convertDataValueToObjectValue(value, session);
    }

    @Override
    public boolean isMutable() {
        return codec.mutable();
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        // the column was made ready where the codec was chosen
    }
}
