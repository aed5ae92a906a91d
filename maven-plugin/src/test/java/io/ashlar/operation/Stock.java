package io.ashlar.operation;

import io.ashlar.data.Default;
import io.ashlar.data.Json;
import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import io.ashlar.database.Dialect;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.MigrationGenerator;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.SchemaSource;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A module of every type and kind of constraint, and its migrations. */
@NullUnmarked // any attribute may be null
final class Stock {

    private Stock() {}

    enum Colour {
        RED,
        GREEN
    }

    @Entity
    @Table(name = "owner")
    static class Owner {
        @Id
        @Ulid
        String id;
    }

    @Entity
    @Table(name = "item")
    static class Item extends Model {
        @Id
        @Ulid
        String id;

        @Column(nullable = false, unique = true)
        String code;

        @Lob
        String text;

        @Default("3")
        int number;

        boolean flag;
        byte tiny;
        short small;
        Long big;
        float real;
        Double wide;
        char letter;

        @Column(precision = 20, scale = 5)
        BigDecimal price;

        BigDecimal quantity;
        BigInteger huge;
        UUID uuid;
        Instant instant;
        LocalDate localDate;
        LocalTime localTime;
        LocalDateTime localDateTime;
        Duration duration;
        byte[] bytes;

        @Json
        Map<String, String> json;

        @Enumerated(EnumType.STRING)
        Colour colour;

        @ManyToOne(optional = false)
        Owner owner;

        @ElementCollection
        Set<String> tags;
    }

    /** The same table after a change. */
    @Entity
    @Table(name = "owner")
    static class LaterOwner {
        @Id
        @Ulid
        String id;

        String name;
    }

    /** What another developer made of it. */
    @Entity
    @Table(name = "owner")
    static class OthersOwner {
        @Id
        @Ulid
        String id;

        @Column(length = 20)
        String name;
    }

    static SchemaSource models() {
        return models(Owner.class, Item.class);
    }

    static SchemaSource models(Class<?>... classes) {
        return EclipseLinkSchemas.of("stock", List.of(classes), Stock.class.getClassLoader());
    }

    /** Writes what the models lack, as db-generate does. */
    static List<Path> generate(Path resources, SchemaSource models) {
        return new MigrationGenerator(
                        "stock",
                        models,
                        MigrationFolder.of(resources, "stock"),
                        List.of(Dialect.values()),
                        Clock.systemUTC())
                .generate(null);
    }

    static Path folder(Path resources, Dialect dialect) {
        return MigrationFolder.of(resources, "stock").path(dialect);
    }
}
