package io.ashlar.internal.mapping;

import io.ashlar.data.Sensitive;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MapKeyEnumerated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.DeferredChangeDetectionPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.ConverterClass;
import org.eclipse.persistence.mappings.converters.EnumTypeConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/** Gives each column of each mapping its {@link Storage}, and the codec that binds it. */
final class StorageAssigner {

    /** The property of a mapping, of EclipseLink's, that holds the storage of its values. */
    static final String STORAGE = "ashlar.storage";

    private final AbstractSession session;
    private final Dialect dialect;
    private final List<Problem> problems = new ArrayList<>();
    private boolean mutable;

    private StorageAssigner(AbstractSession session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /** Assigns storage in all {@code descriptors} and returns what stands against it. */
    static List<Problem> assign(AbstractSession session, Collection<ClassDescriptor> descriptors, Dialect dialect) {
        var assigner = new StorageAssigner(session, dialect);
        for (ClassDescriptor descriptor : descriptors) {
            descriptor.getMappings().forEach(mapping -> assigner.assign(descriptor, mapping));
        }
        if (assigner.mutable) { // such values change without a setter that weaving could watch
            descriptors.forEach(descriptor -> {
                if (!descriptor.isAggregateDescriptor()) {
                    descriptor.setObjectChangePolicy(new DeferredChangeDetectionPolicy());
                }
            });
        }
        return assigner.problems;
    }

    private void assign(ClassDescriptor descriptor, DatabaseMapping mapping) {
        var owner = descriptor.getJavaClass();
        var type = mapping.getAttributeName() == null ? null : AttributeType.of(owner, mapping.getAttributeName());
        if (type == null) {
            return;
        }
        if (mapping instanceof AbstractDirectMapping direct) {
            direct(direct, type, false);
        } else if (mapping instanceof DirectMapMapping map) {
            elements(map, type.argument(1));
        } else if (mapping instanceof DirectCollectionMapping collection) {
            elements(collection, type.argument(0));
        }
        if (mapping instanceof AggregateCollectionMapping embeddables
                && embeddables.getReferenceClass().isRecord()) {
            problems.add(new Problem(
                    "record-in-collection",
                    type.where() + " is an element collection of the record "
                            + embeddables.getReferenceClass().getSimpleName() + ", which EclipseLink cannot fill",
                    owner.getName(),
                    "make it an @Embeddable class, or drop @ElementCollection and store the list as JSON"));
        }
        if (MappingColumns.mapKey(mapping) instanceof AbstractDirectMapping key) {
            direct(key, type.argument(0), true);
        }
    }

    private void direct(AbstractDirectMapping direct, AttributeType type, boolean key) {
        var converter = direct.getConverter();
        if (converter instanceof ConverterClass<?, ?, ?> own) {
            own.setSession(session);
            own.initialize(direct, session);
            converter = direct.getConverter();
        }
        var stored = converter instanceof ConverterClass<?, ?, ?>
                ? type.as(direct.getFieldClassification(direct.getField()))
                : type;
        var result = choose(direct, direct.getField(), stored, converter, key);
        if (result != converter) {
            direct.setConverter(result);
        }
    }

    private void elements(DirectCollectionMapping collection, AttributeType type) {
        var converter = collection.getValueConverter();
        if (converter instanceof ConverterClass<?, ?, ?> own) {
            own.setSession(session);
            own.initialize(collection, session);
            converter = collection.getValueConverter();
        }
        var stored = converter instanceof ConverterClass<?, ?, ?>
                ? type.as(collection.getDirectField().getType())
                : type;
        var result = choose(collection, collection.getDirectField(), stored, converter, false);
        if (result != converter) {
            collection.setValueConverter(result);
        }
    }

    /** Chooses for a value, or for the key of a map, of which {@code @Lob}, {@code @Json} and the like say nothing. */
    private @Nullable Converter choose(
            DatabaseMapping mapping,
            DatabaseField column,
            AttributeType type,
            @Nullable Converter converter,
            boolean key) {
        if (converter instanceof EnumTypeConverter || type.raw().isEnum()) {
            mapping.setProperty(STORAGE, enumeration(type, column, key));
            return converter;
        }
        var storage = StorageRules.storage(key ? type.unannotated() : type, column);
        if (storage == null) {
            problems.add(unsupported(type));
            return converter;
        }
        mapping.setProperty(STORAGE, storage);
        StorageRules.prepare(column, storage, dialect);
        var codec = StorageRules.codec(storage, type.type(), column, dialect);
        if (codec == null) {
            return converter;
        }
        mutable |= codec.mutable();
        var own = converter instanceof ConverterClass<?, ?, ?> ? converter : null;
        return new StoredValue(type.owner().getSimpleName(), type.name(), type.has(Sensitive.class), own, codec);
    }

    /** JPA stores the position of a constant unless told to store its name. */
    private static Storage enumeration(AttributeType type, DatabaseField column, boolean key) {
        if (!named(type, key)) {
            return Storage.of(StorageKind.INT);
        }
        var names = Arrays.stream(type.raw().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        return Storage.names(column.getLength() > 0 ? column.getLength() : 255, names);
    }

    private static boolean named(AttributeType type, boolean key) {
        if (key) {
            var enumerated = type.annotation(MapKeyEnumerated.class);
            return enumerated != null && enumerated.value() == EnumType.STRING;
        }
        var enumerated = type.annotation(Enumerated.class);
        return enumerated != null && enumerated.value() == EnumType.STRING;
    }

    private static Problem unsupported(AttributeType type) {
        return new Problem(
                "unsupported-type",
                type.where() + " is a " + type.type().getTypeName() + ", which has no form in a database",
                type.owner().getName(),
                mend(type.raw().getName()));
    }

    private static String mend(String type) {
        return switch (type) {
            case "java.util.Date", "java.util.Calendar", "java.sql.Timestamp" -> "make it a java.time.Instant";
            case "java.time.ZonedDateTime" ->
                "make it a java.time.OffsetDateTime, or an Instant beside a column for the zone";
            case "java.sql.Date" -> "make it a java.time.LocalDate";
            case "java.sql.Time", "java.time.OffsetTime" -> "make it a java.time.LocalTime";
            default -> "annotate it with @Json, make its class an @Embeddable, or give it a @Convert";
        };
    }
}
