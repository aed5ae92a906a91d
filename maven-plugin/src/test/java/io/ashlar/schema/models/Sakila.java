package io.ashlar.schema.models;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sakila, MySQL's sample of a shop that lends films (New BSD): its tables, as someone would map them. Keys of two columns,
 * once embedded and once by an id class, two tables that each require a row of the other, a picture, a converted set.
 */
@SuppressWarnings({"NullAway", "serial"}) // JPA sets the fields, and nobody stores objects
public final class Sakila {

    private Sakila() {}

    /** All its entities. */
    public static List<Class<?>> models() {
        return List.of(
                Actor.class,
                Address.class,
                Category.class,
                City.class,
                Country.class,
                Customer.class,
                Film.class,
                FilmActor.class,
                FilmCategory.class,
                FilmText.class,
                Inventory.class,
                Language.class,
                Payment.class,
                Rental.class,
                Staff.class,
                Store.class);
    }

    /** What all tables have. */
    @MappedSuperclass
    abstract static class Row {
        @Column(nullable = false)
        LocalDateTime lastUpdate;
    }

    @Entity
    @Table(name = "actor", indexes = @Index(name = "idx_actor_last_name", columnList = "last_name"))
    static class Actor extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "actor_id")
        Integer id;

        @Column(length = 45, nullable = false)
        String firstName;

        @Column(length = 45, nullable = false)
        String lastName;
    }

    @Entity
    @Table(name = "country")
    static class Country extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "country_id")
        Integer id;

        @Column(length = 50, nullable = false)
        String country;
    }

    @Entity
    @Table(name = "city")
    static class City extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "city_id")
        Integer id;

        @Column(length = 50, nullable = false)
        String city;

        @ManyToOne(optional = false)
        @JoinColumn(name = "country_id", nullable = false)
        Country country;
    }

    @Entity
    @Table(name = "address")
    static class Address extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "address_id")
        Integer id;

        @Column(length = 50, nullable = false)
        String address;

        @Column(length = 50)
        String address2;

        @Column(length = 20, nullable = false)
        String district;

        @ManyToOne(optional = false)
        @JoinColumn(name = "city_id", nullable = false)
        City city;

        @Column(length = 10)
        String postalCode;

        @Column(length = 20, nullable = false)
        String phone;
    }

    @Entity
    @Table(name = "category")
    static class Category extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "category_id")
        Short id;

        @Column(length = 25, nullable = false)
        String name;
    }

    @Entity
    @Table(name = "language")
    static class Language extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "language_id")
        Short id;

        @Column(length = 20, nullable = false)
        String name;
    }

    /** Who may see it. */
    enum Rating {
        G,
        PG,
        PG_13,
        R,
        NC_17
    }

    /** A set in one column, as MySQL has it. */
    @Converter
    static class Features implements AttributeConverter<Set<String>, String> {
        @Override
        public String convertToDatabaseColumn(Set<String> features) {
            return features == null ? null : String.join(",", new TreeSet<>(features));
        }

        @Override
        public Set<String> convertToEntityAttribute(String text) {
            return text == null ? null : Set.of(text.split(",", -1));
        }
    }

    @Entity
    @Table(name = "film", indexes = @Index(name = "idx_title", columnList = "title"))
    static class Film extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "film_id")
        Integer id;

        @Column(length = 128, nullable = false)
        String title;

        @Lob
        String description;

        Short releaseYear;

        @ManyToOne(optional = false)
        @JoinColumn(name = "language_id", nullable = false)
        Language language;

        @ManyToOne
        @JoinColumn(name = "original_language_id")
        Language originalLanguage;

        short rentalDuration;

        @Column(precision = 4, scale = 2, nullable = false)
        BigDecimal rentalRate;

        Short length;

        @Column(precision = 5, scale = 2, nullable = false)
        BigDecimal replacementCost;

        @Enumerated(EnumType.STRING)
        Rating rating;

        @Convert(converter = Features.class)
        @Column(length = 100)
        Set<String> specialFeatures;

        @OneToMany(mappedBy = "film")
        List<FilmActor> actors;
    }

    @Embeddable
    static class FilmActorId implements Serializable {
        @Column(name = "actor_id")
        Integer actorId;

        @Column(name = "film_id")
        Integer filmId;

        @Override
        public boolean equals(Object other) {
            return other instanceof FilmActorId id
                    && Objects.equals(actorId, id.actorId)
                    && Objects.equals(filmId, id.filmId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(actorId, filmId);
        }
    }

    @Entity
    @Table(name = "film_actor")
    static class FilmActor extends Row {
        @EmbeddedId
        FilmActorId id;

        @MapsId("actorId")
        @ManyToOne(optional = false)
        @JoinColumn(name = "actor_id")
        Actor actor;

        @MapsId("filmId")
        @ManyToOne(optional = false)
        @JoinColumn(name = "film_id")
        Film film;
    }

    static class FilmCategoryId implements Serializable {
        Integer film;
        Short category;

        @Override
        public boolean equals(Object other) {
            return other instanceof FilmCategoryId id
                    && Objects.equals(film, id.film)
                    && Objects.equals(category, id.category);
        }

        @Override
        public int hashCode() {
            return Objects.hash(film, category);
        }
    }

    @Entity
    @Table(name = "film_category")
    @IdClass(FilmCategoryId.class)
    static class FilmCategory extends Row {
        @Id
        @ManyToOne(optional = false)
        @JoinColumn(name = "film_id")
        Film film;

        @Id
        @ManyToOne(optional = false)
        @JoinColumn(name = "category_id")
        Category category;
    }

    @Entity
    @Table(name = "film_text")
    static class FilmText {
        @Id
        @Column(name = "film_id")
        Integer id;

        @Column(nullable = false)
        String title;

        @Lob
        String description;
    }

    @Entity
    @Table(name = "inventory", indexes = @Index(name = "idx_store_id_film_id", columnList = "store_id, film_id"))
    static class Inventory extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "inventory_id")
        Integer id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "film_id", nullable = false)
        Film film;

        @ManyToOne(optional = false)
        @JoinColumn(name = "store_id", nullable = false)
        Store store;
    }

    @Entity
    @Table(name = "customer", indexes = @Index(name = "idx_last_name", columnList = "last_name"))
    static class Customer extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "customer_id")
        Integer id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "store_id", nullable = false)
        Store store;

        @Column(length = 45, nullable = false)
        String firstName;

        @Column(length = 45, nullable = false)
        String lastName;

        @Column(length = 50)
        String email;

        @ManyToOne(optional = false)
        @JoinColumn(name = "address_id", nullable = false)
        Address address;

        boolean active;

        @Column(nullable = false)
        LocalDateTime createDate;
    }

    @Entity
    @Table(
            name = "rental",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "rental_date",
                            columnNames = {"rental_date", "inventory_id", "customer_id"}))
    static class Rental extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "rental_id")
        Integer id;

        @Column(nullable = false)
        LocalDateTime rentalDate;

        @ManyToOne(optional = false)
        @JoinColumn(name = "inventory_id", nullable = false)
        Inventory inventory;

        @ManyToOne(optional = false)
        @JoinColumn(name = "customer_id", nullable = false)
        Customer customer;

        LocalDateTime returnDate;

        @ManyToOne(optional = false)
        @JoinColumn(name = "staff_id", nullable = false)
        Staff staff;
    }

    @Entity
    @Table(name = "payment")
    static class Payment extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "payment_id")
        Integer id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "customer_id", nullable = false)
        Customer customer;

        @ManyToOne(optional = false)
        @JoinColumn(name = "staff_id", nullable = false)
        Staff staff;

        @ManyToOne
        @JoinColumn(name = "rental_id")
        Rental rental;

        @Column(precision = 5, scale = 2, nullable = false)
        BigDecimal amount;

        @Column(nullable = false)
        LocalDateTime paymentDate;
    }

    @Entity
    @Table(name = "staff")
    static class Staff extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "staff_id")
        Short id;

        @Column(length = 45, nullable = false)
        String firstName;

        @Column(length = 45, nullable = false)
        String lastName;

        @ManyToOne(optional = false)
        @JoinColumn(name = "address_id", nullable = false)
        Address address;

        @Lob
        byte[] picture;

        @Column(length = 50)
        String email;

        @ManyToOne(optional = false)
        @JoinColumn(name = "store_id", nullable = false)
        Store store;

        boolean active;

        @Column(length = 16, nullable = false)
        String username;

        @Column(length = 40)
        String password;
    }

    @Entity
    @Table(name = "store")
    static class Store extends Row {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "store_id")
        Short id;

        @OneToOne(optional = false, fetch = FetchType.LAZY)
        @JoinColumn(name = "manager_staff_id", nullable = false)
        Staff manager;

        @ManyToOne(optional = false)
        @JoinColumn(name = "address_id", nullable = false)
        Address address;
    }
}
