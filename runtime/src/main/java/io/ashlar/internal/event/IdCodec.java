package io.ashlar.internal.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ids as text: a JSON list of texts, each the letter of a type and the value, such as {@code ["Spost_1","L7"]}. Ids of several
 * attributes, which JPA asks to be serializable, are serialized.
 */
final class IdCodec {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 100_000;

    private final ClassLoader loader;
    private final Set<String> serialized;

    /**
     * A codec for the ids of some models.
     *
     * @param loader sees the classes of ids
     * @param packages of the models: classes of others are not deserialized
     */
    IdCodec(ClassLoader loader, Set<String> packages) {
        this.loader = loader;
        this.serialized = packages;
    }

    String write(List<Object> ids) {
        return JSON.writeValueAsString(ids.stream().map(this::text).toList());
    }

    List<String> texts(String ids) {
        return Arrays.asList(JSON.readValue(ids, String[].class));
    }

    List<Object> read(String ids) {
        return texts(ids).stream().map(this::value).toList();
    }

    private String text(Object id) {
        if (id instanceof String) {
            return "S" + id;
        } else if (id instanceof Long) {
            return "L" + id;
        } else if (id instanceof Integer) {
            return "I" + id;
        } else if (id instanceof UUID) {
            return "U" + id;
        } else if (id instanceof Short) {
            return "H" + id;
        } else if (id instanceof BigDecimal) {
            return "D" + id;
        } else if (id instanceof BigInteger) {
            return "N" + id;
        }
        return "O" + serialized(id);
    }

    private Object value(String text) {
        String value = text.substring(1);
        return switch (text.charAt(0)) {
            case 'S' -> value;
            case 'L' -> Long.valueOf(value);
            case 'I' -> Integer.valueOf(value);
            case 'U' -> UUID.fromString(value);
            case 'H' -> Short.valueOf(value);
            case 'D' -> new BigDecimal(value);
            case 'N' -> new BigInteger(value);
            case 'O' -> deserialized(value);
            default -> throw new IllegalArgumentException("an id in the outbox is of an unknown kind");
        };
    }

    private static String serialized(Object id) {
        if (!(id instanceof Serializable)) {
            throw new IllegalStateException(
                    "Ids of " + id.getClass().getName() + " cannot be stored in an outbox: let the"
                            + " class implement java.io.Serializable, as JPA demands");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(id);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Ids of " + id.getClass().getName() + " cannot be stored in an outbox: " + e.getMessage(), e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @SuppressWarnings("BanSerializableRead") // what this class wrote, and of known packages only
    private Object deserialized(String text) {
        try (ObjectInputStream objects =
                new Ids(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            objects.setObjectInputFilter(this::filter);
            return objects.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("an id in the outbox cannot be read: " + e.getMessage(), e);
        }
    }

    private ObjectInputFilter.Status filter(ObjectInputFilter.FilterInfo info) {
        Class<?> type = info.serialClass();
        if (type == null) {
            return info.streamBytes() > LONGEST
                    ? ObjectInputFilter.Status.REJECTED
                    : ObjectInputFilter.Status.UNDECIDED;
        }
        String name = type.getPackageName();
        return name.equals("java.lang")
                        || name.equals("java.math")
                        || name.equals("java.time")
                        || name.equals("java.util")
                        || serialized.contains(name)
                ? ObjectInputFilter.Status.ALLOWED
                : ObjectInputFilter.Status.REJECTED;
    }

    private final class Ids extends ObjectInputStream {

        private Ids(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description); // primitives
            }
        }
    }
}
