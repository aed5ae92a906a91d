package io.ashlar.mappings;

import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Models with each kind of relation and collection. */
final class Orders {

    static final Class<?>[] MODELS = {
        Order.class, Item.class, Detail.class, Translation.class, Invoice.class, Receipt.class, Tag.class, Wish.class
    };

    private Orders() {}

    @Entity
    @Table(name = "order")
    @SecondaryTable(name = "order_note")
    public static class Order extends Model {
        @Id
        @Ulid
        String id;

        String name;

        @Column(table = "order_note")
        String note;

        @Version
        Long version;

        @OneToOne
        @JoinColumn(name = "invoice_no", referencedColumnName = "number")
        Invoice invoice;

        @OneToOne(mappedBy = "order", cascade = CascadeType.ALL)
        Receipt receipt;

        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
        @OrderColumn
        List<Item> items = new ArrayList<>();

        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
        @MapKey(name = "language")
        Map<String, Translation> translations = new HashMap<>();

        @OneToMany
        @JoinColumn(name = "wished_by")
        @OrderBy("rank desc")
        List<Wish> wishes = new ArrayList<>();

        @OneToMany
        @JoinTable(name = "order_favourites")
        List<Tag> favourites = new ArrayList<>();

        @ManyToMany
        Set<Tag> tags = new HashSet<>();

        @ElementCollection
        Set<String> labels = new HashSet<>();

        @ElementCollection
        @OrderColumn
        List<String> steps = new ArrayList<>();

        @ElementCollection
        @MapKeyColumn(name = "language")
        Map<String, String> titles = new HashMap<>();

        @ElementCollection
        List<Stop> stops = new ArrayList<>();

        @ElementCollection
        @OrderBy("floor desc, street")
        @CollectionTable(name = "order_calls")
        List<Stop> calls = new ArrayList<>();

        @ElementCollection
        @OrderBy
        List<String> words = new ArrayList<>();

        @ElementCollection
        @OrderBy("DESC")
        Set<String> tones = new LinkedHashSet<>();
    }

    @Entity
    public static class Item extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "items")
        @SequenceGenerator(name = "items", sequenceName = "item_seq", allocationSize = 10)
        Long id;

        String name;

        @ManyToOne(optional = false)
        Order order;

        @OneToMany(mappedBy = "item", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Detail> details = new ArrayList<>();
    }

    @Entity
    public static class Detail extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String text;

        @ManyToOne
        Item item;
    }

    @Entity
    public static class Translation extends Model {
        @Id
        @Ulid
        String id;

        String language;

        @ManyToOne
        Order order;
    }

    @Entity
    public static class Invoice extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true)
        String number;
    }

    @Entity
    public static class Receipt extends Model {
        @Id
        @Ulid
        String id;

        @OneToOne
        Order order;
    }

    @Entity
    public static class Tag extends Model {
        @Id
        String name;

        @ManyToMany(mappedBy = "tags")
        Set<Order> orders = new HashSet<>();
    }

    @Entity
    public static class Wish extends Model {
        @Id
        @Ulid
        String id;

        int rank;
    }

    @Embeddable
    public static class Stop {
        String street;
        int floor;
    }
}
