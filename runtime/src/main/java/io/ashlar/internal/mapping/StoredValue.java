package io.ashlar.internal.mapping;

import io.ashlar.crud.DataException;
import io.ashlar.crud.TooLong;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Hands a {@link Codec} to EclipseLink, behind the converter the model names, if any. */
final class StoredValue implements Converter {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final String attribute;
    private final boolean sensitive;
    private final transient @Nullable Converter own;
    private final transient Codec codec;

    /**
     * Stores {@code attribute} by {@code codec}; {@code own} is the model's converter, which stands before it.
     *
     * @param sensitive whether no message may show the value
     */
    StoredValue(String model, String attribute, boolean sensitive, @Nullable Converter own, Codec codec) {
        this.model = model;
        this.attribute = attribute;
        this.sensitive = sensitive;
        this.own = own;
        this.codec = codec;
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        var stored = own == null ? value : own.convertObjectValueToDataValue(value, session);
        try {
            return stored == null ? null : codec.write(stored);
        } catch (Codec.Unstorable e) {
            throw codec instanceof TextCodec ? tooLong(stored, e) : failure("store", e);
        }
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object stored, Session session) {
        try {
            var value = stored == null ? null : codec.read(stored);
            return own == null ? value : own.convertDataValueToObjectValue(value, session);
        } catch (Codec.Unstorable e) {
            throw failure("read", e);
        }
    }

    private TooLong tooLong(Object value, Codec.Unstorable reason) {
        DataException same = failure("store", reason);
        return new TooLong(
                model, attribute, sensitive ? null : value, String.valueOf(same.getMessage()), same.getCause());
    }

    /** The reason of a codec may quote the value, and so may what caused it. */
    private DataException failure(String verb, Codec.Unstorable reason) {
        var what = "Cannot " + verb + " " + model + "." + attribute + ": ";
        return sensitive
                ? new DataException(
                        model, attribute, what + "its value does not fit, and is not shown, being @Sensitive", null)
                : new DataException(model, attribute, what + reason.getMessage(), reason);
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
