package io.ashlar.ddl;

import io.ashlar.data.Default;
import io.ashlar.data.Json;
import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One attribute of every type that is stored. */
@Entity
@NullUnmarked // any attribute may be null
class Everything extends Model {

    enum Colour {
        RED,
        GREEN
    }

    @Embeddable
    public record Money(@Column(precision = 19, scale = 4) BigDecimal amount, String currency) {}

    @Embeddable
    static class Price {
        @Column(precision = 19, scale = 4)
        BigDecimal amount;

        Instant since;

        Price() {}

        Price(BigDecimal amount, Instant since) {
            this.amount = amount;
            this.since = since;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Price price && price.amount.equals(amount) && price.since.equals(since);
        }

        @Override
        public int hashCode() {
            return amount.hashCode();
        }
    }

    record Line(String name, BigDecimal price, Instant at, List<Integer> counts) {}

    public record Tag(String value) {}

    @Converter
    public static class TagConverter implements AttributeConverter<Tag, String> {
        @Override
        public String convertToDatabaseColumn(Tag tag) {
            return tag == null ? null : "#" + tag.value();
        }

        @Override
        public Tag convertToEntityAttribute(String text) {
            return text == null ? null : new Tag(text.substring(1));
        }
    }

    @Converter
    public static class MillisConverter implements AttributeConverter<Long, Instant> {
        @Override
        public Instant convertToDatabaseColumn(Long millis) {
            return millis == null ? null : Instant.ofEpochMilli(millis);
        }

        @Override
        public Long convertToEntityAttribute(Instant instant) {
            return instant == null ? null : instant.toEpochMilli();
        }
    }

    @Id
    @Ulid(prefix = "all")
    String id;

    String text;

    @Lob
    String longText;

    boolean flag;
    Boolean flagObject;
    int number;
    Integer numberObject;
    long big;
    Long bigObject;
    short small;
    Short smallObject;
    byte tiny;
    Byte tinyObject;
    float real;
    Float realObject;
    double wide;
    Double wideObject;
    char letter = 'x';
    Character letterObject;

    @Column(precision = 20, scale = 5)
    BigDecimal price;

    BigDecimal quantity;
    BigInteger huge;
    UUID uuid;
    Instant instant;
    OffsetDateTime offsetDateTime;
    LocalDate localDate;
    LocalTime localTime;
    LocalDateTime localDateTime;
    Duration duration;

    @Enumerated(EnumType.STRING)
    @Default("GREEN")
    Colour colour;

    @Enumerated
    Colour position;

    byte[] bytes;
    List<String> words;
    Set<Integer> numbers;
    Map<String, Object> properties;

    @Json
    Line line;

    List<Line> lines;

    @Embedded
    Money money;

    @ElementCollection
    Set<String> labels;

    @ElementCollection
    Map<LocalDate, Duration> shifts;

    @ElementCollection
    List<Price> prices;

    @Convert(converter = TagConverter.class)
    Tag tag;

    @Convert(converter = MillisConverter.class)
    Long millis;

    @ManyToOne(cascade = CascadeType.PERSIST)
    Owner owner;

    @ManyToOne(optional = false, cascade = CascadeType.PERSIST)
    Owner creator = new Owner();

    @Entity
    static class Owner extends Model {
        @Id
        @Ulid(prefix = "owner")
        String id;

        UUID key;
    }
}
