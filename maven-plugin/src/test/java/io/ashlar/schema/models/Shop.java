package io.ashlar.schema.models;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import io.ashlar.data.Indexed;
import io.ashlar.data.Model;
import io.ashlar.data.Searchable;
import io.ashlar.data.Ulid;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Models that use all of Jakarta Persistence which makes tables. */
public final class Shop {

    private Shop() {}

    @Entity
    @Table(
            name = "order",
            comment = "what was ordered",
            indexes = {@Index(columnList = "status, createdAt desc"), @Index(name = "by_total", columnList = "total")},
            uniqueConstraints = @UniqueConstraint(columnNames = {"number", "customer_id"}),
            check = @CheckConstraint(name = "ck_positive", constraint = "total >= 0 and status <> 'total'"))
    @Indexed(
            value = {"customer", "createdAt desc"},
            where = "status <> 'SENT'")
    @Indexed(value = "delivery_code", unique = true, where = "status = 'PAID'")
    @Indexed(value = "note", withDeleted = true)
    @SecondaryTable(name = "order_note")
    public static class Order extends Model {
        @Id
        @Ulid(prefix = "order")
        String id;

        @Column(unique = true, nullable = false)
        String number;

        @Default("DRAFT")
        @Enumerated(EnumType.STRING)
        @Column(nullable = false, comment = "where it is")
        Status status;

        List<String> hints;

        @Column(precision = 12, scale = 2)
        BigDecimal rebate;

        @Default("PT5M")
        Duration patience;

        int total;

        @Column(name = "delivery_code", check = @CheckConstraint(constraint = "deliveryCode <> number || 'x'"))
        String deliveryCode;

        @Computed("total * 2")
        @Column(comment = "for accounting")
        Long twice;

        @Computed("number || '/' || currency")
        @Searchable
        String label;

        String currency;

        @Version
        Long version;

        @Lob
        String remarks;

        @Column(table = "order_note", length = 80)
        String note;

        @ManyToOne(optional = false)
        @JoinColumn(
                comment = "who pays",
                check = @CheckConstraint(name = "ck_not_itself", constraint = "customer <> id"))
        Customer customer;

        @OneToOne
        @JoinColumn(name = "invoice_no", referencedColumnName = "number")
        Invoice invoice;

        @Embedded
        Address delivery;

        @OneToMany(mappedBy = "order")
        @OrderColumn
        List<Item> items = new ArrayList<>();

        @ManyToMany
        Set<Tag> tags = new HashSet<>();

        @ElementCollection
        @Column(length = 40, comment = "in any language", check = @CheckConstraint(constraint = "labels <> ''"))
        Set<String> labels = new HashSet<>();

        @ElementCollection
        @OrderColumn
        List<String> steps = new ArrayList<>();

        @ElementCollection
        @MapKeyColumn(name = "language")
        @CollectionTable(name = "order_titles")
        Map<String, String> titles = new HashMap<>();

        @ElementCollection
        List<Address> stops = new ArrayList<>();
    }

    /** How far an order is. */
    public enum Status {
        DRAFT,
        PAID,
        SENT
    }

    @Entity
    public static class Customer extends Model {
        @Id
        @Ulid
        String id;

        boolean active;

        @OneToMany
        @JoinTable(name = "customer_favourites")
        List<Tag> favourites = new ArrayList<>();

        @OneToMany
        @JoinColumn(name = "wished_by")
        List<Item> wishes = new ArrayList<>();

        @ManyToOne
        Customer referredBy;
    }

    @Entity
    public static class Invoice {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true)
        String number;
    }

    @Entity
    public static class Item extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "items")
        @SequenceGenerator(name = "items", sequenceName = "item_seq", allocationSize = 50)
        Long id;

        @ManyToOne(optional = false)
        Order order;
    }

    @Entity
    public static class Tag {
        @Id
        String name;

        @ManyToMany(mappedBy = "tags")
        Set<Order> orders = new HashSet<>();
    }

    @Embeddable
    public static class Address {
        @Column(nullable = false)
        String street;

        int floor;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", length = 20)
    public abstract static class Payment extends Model {
        @Id
        @Ulid
        String id;

        @Column(nullable = false)
        String currency;
    }

    @Entity
    public static class CardPayment extends Payment {
        @Column(nullable = false)
        String cardNumber;

        int retries;
    }

    @Entity
    public static class CashPayment extends Payment {
        @ManyToOne(optional = false)
        Customer payer;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public abstract static class Party extends Model {
        @Id
        @Ulid
        String id;

        String label;
    }

    @Entity
    public static class Person extends Party {
        @Column(nullable = false, unique = true)
        String passport;
    }

    @Entity
    public static class Employee extends Person {
        @ManyToOne
        Person boss;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Shape {
        @Id
        @Ulid
        String id;

        @Column(nullable = false)
        String color;
    }

    @Entity
    public static class Circle extends Shape {
        double radius;
    }

    @Entity
    public static class Square extends Shape {
        double side;

        @ManyToOne
        Circle inscribed;
    }

    /** All of them. */
    public static List<Class<?>> models() {
        return List.of(
                Order.class,
                Customer.class,
                Invoice.class,
                Item.class,
                Tag.class,
                Payment.class,
                CardPayment.class,
                CashPayment.class,
                Party.class,
                Person.class,
                Employee.class,
                Shape.class,
                Circle.class,
                Square.class);
    }
}
