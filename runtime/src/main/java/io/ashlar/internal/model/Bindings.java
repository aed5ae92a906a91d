package io.ashlar.internal.model;

import io.ashlar.database.Dialect;
import io.ashlar.internal.mapping.Storage;
import io.ashlar.internal.mapping.StorageKind;
import io.ashlar.internal.mapping.Storages;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.EnumTypeConverter;
import org.eclipse.persistence.mappings.converters.TypeConversionConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/** Finds the binding of each column: its own mapping's, or, for a foreign key, that of the column it points to. */
final class Bindings {

    private final Storages storages;
    private final Dialect dialect;

    Bindings(Storages storages, Dialect dialect) {
        this.storages = storages;
        this.dialect = dialect;
    }

    /** Returns {@code field} as a column of {@code table}. */
    Column column(String table, DatabaseField field) {
        String owner = field.hasTableName() ? field.getTableName() : table;
        DatabaseMapping source = storages.source(owner, field.getName());
        return new Column(owner, field.getName(), source == null ? plain(owner, field) : of(source, owner, field));
    }

    private Binding of(DatabaseMapping source, String table, DatabaseField field) {
        Storage storage = storages.column(table, field.getName()).orElseThrow();
        if (source instanceof AbstractDirectMapping direct) {
            return of(storage, direct.getConverter(), direct.getAttributeClassification());
        }
        DirectCollectionMapping collection = (DirectCollectionMapping) source;
        return of(
                storage,
                collection.getValueConverter(),
                collection.getDirectField().getType());
    }

    /** EclipseLink's conversions between types, such as for large text, are the binding's own work. */
    private Binding of(Storage storage, @Nullable Converter given, @Nullable Class<?> type) {
        Converter converter = given instanceof TypeConversionConverter ? null : given;
        return converter instanceof EnumTypeConverter names
                ? Binding.ofEnum(storage, dialect, names.getEnumClass())
                : Binding.of(storage, dialect, converter, type == null ? Object.class : type);
    }

    /** Columns of no mapping: discriminators and the positions of lists. */
    private Binding plain(String table, DatabaseField field) {
        Storage storage = storages.column(table, field.getName())
                .orElseGet(() -> new Storage(StorageKind.INT, 0, 0, 0, java.util.List.of()));
        return Binding.of(storage, dialect, null, Object.class);
    }
}
