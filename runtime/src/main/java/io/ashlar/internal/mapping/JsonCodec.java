package io.ashlar.internal.mapping;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON: sorted keys, decimals as they are. The attribute's full type, with its arguments, decides what is read. */
final class JsonCodec implements Codec {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JavaType type;

    JsonCodec(Type type) {
        this.type = MAPPER.constructType(type);
    }

    @Override
    public Object write(Object value) {
        try {
            return new JsonText(MAPPER.writerFor(type).writeValueAsString(value));
        } catch (JacksonException e) {
            throw unstorable("it cannot be written as JSON: ", e);
        }
    }

    @Override
    public Object read(Object stored) {
        try {
            var json = stored instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : stored.toString();
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw unstorable("what is stored cannot be read as " + type.toCanonical() + ": ", e);
        }
    }

    @Override
    public boolean mutable() {
        return true;
    }

    private static Unstorable unstorable(String what, JacksonException e) {
        var unstorable = new Unstorable(what + e.getOriginalMessage());
        unstorable.initCause(e);
        return unstorable;
    }
}
