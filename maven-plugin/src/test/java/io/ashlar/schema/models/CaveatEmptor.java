package io.ashlar.schema.models;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * CaveatEmptor, the auction house of "Java Persistence with Hibernate" (sample code under LGPL): its tables and fields,
 * typed anew. Secondary table, all that is embedded, a join table for one-to-one, a table per class, one sequence for all.
 */
@SuppressWarnings({"NullAway", "serial"}) // JPA sets the fields, and nobody stores objects
public final class CaveatEmptor {

    private static final String GENERATOR = "JPWH_GENERATOR";

    private CaveatEmptor() {}

    /** All its entities. */
    public static List<Class<?>> models() {
        return List.of(
                User.class,
                ShippingAddress.class,
                BillingDetails.class,
                CreditCard.class,
                BankAccount.class,
                Item.class,
                Bid.class,
                Category.class,
                CategorizedItem.class,
                Shipment.class,
                Comment.class);
    }

    @Embeddable
    static class Address {
        @Column(length = 255)
        String street;

        @Column(length = 16)
        String zipcode;

        @Column(length = 255)
        String city;
    }

    @Embeddable
    static class MonetaryAmount {
        @Column(precision = 19, scale = 2)
        BigDecimal value;

        @Column(length = 3)
        String currency;
    }

    @Entity
    @Table(
            name = "USERS",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "UNQ_USERNAME_EMAIL",
                            columnNames = {"USERNAME", "EMAIL"}))
    @SecondaryTable(name = "BILLING_ADDRESS", pkJoinColumns = @PrimaryKeyJoinColumn(name = "USER_ID"))
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = GENERATOR)
        @SequenceGenerator(name = GENERATOR, sequenceName = "JPWH_SEQUENCE", initialValue = 1000, allocationSize = 10)
        @Column(name = "USER_ID")
        Long id;

        @Version
        @Column(name = "OBJ_VERSION")
        int version;

        @Column(name = "FIRSTNAME", nullable = false)
        String firstname;

        @Column(name = "LASTNAME", nullable = false)
        String lastname;

        @Column(name = "USERNAME", length = 16, nullable = false, unique = true)
        String username;

        @Column(name = "\"PASSWORD\"", length = 12, nullable = false)
        String password;

        @Column(name = "EMAIL", nullable = false)
        String email;

        @Column(name = "RANK", nullable = false)
        int ranking;

        @Column(name = "IS_ADMIN", nullable = false)
        boolean admin;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "HOME_STREET"))
        @AttributeOverride(name = "zipcode", column = @Column(name = "HOME_ZIPCODE", length = 16))
        @AttributeOverride(name = "city", column = @Column(name = "HOME_CITY"))
        Address homeAddress;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "STREET", table = "BILLING_ADDRESS"))
        @AttributeOverride(name = "zipcode", column = @Column(name = "ZIPCODE", table = "BILLING_ADDRESS", length = 16))
        @AttributeOverride(name = "city", column = @Column(name = "CITY", table = "BILLING_ADDRESS"))
        Address billingAddress;

        @OneToOne(mappedBy = "user")
        ShippingAddress shippingAddress;

        @OneToMany(mappedBy = "owner")
        Set<BillingDetails> billingDetails;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "DEFAULT_BILLING_DETAILS_ID")
        BillingDetails defaultBillingDetails;

        @Column(name = "CREATED", nullable = false, updatable = false)
        LocalDateTime created;
    }

    @Entity
    @Table(name = "SHIPPING_ADDRESS")
    static class ShippingAddress {
        @Id
        @Column(name = "USER_ID")
        Long id;

        @MapsId
        @OneToOne(optional = false)
        @JoinColumn(name = "USER_ID")
        User user;

        @Embedded
        Address address;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class BillingDetails {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = GENERATOR)
        @Column(name = "BILLING_DETAILS_ID")
        Long id;

        @ManyToOne(optional = false, fetch = FetchType.LAZY)
        @JoinColumn(name = "USER_ID", nullable = false)
        User owner;

        @Column(name = "OWNER_NAME", nullable = false)
        String ownername;
    }

    @Entity
    @Table(name = "CREDIT_CARD")
    static class CreditCard extends BillingDetails {
        @Column(name = "CC_TYPE", nullable = false)
        @Enumerated(EnumType.STRING)
        CardType type;

        @Column(name = "CC_NUMBER", length = 16, nullable = false, unique = true)
        String number;

        @Column(name = "EXP_MONTH", length = 2, nullable = false)
        String expMonth;

        @Column(name = "EXP_YEAR", length = 4, nullable = false)
        String expYear;
    }

    /** Who made the card. */
    enum CardType {
        MASTERCARD,
        VISA,
        AMEX
    }

    @Entity
    @Table(name = "BANK_ACCOUNT")
    static class BankAccount extends BillingDetails {
        @Column(name = "ACCOUNT", length = 16, nullable = false)
        String account;

        @Column(name = "BANKNAME", nullable = false)
        String bankname;

        @Column(name = "SWIFT", length = 15, nullable = false)
        String swift;
    }

    @Embeddable
    static class Image {
        @Column(name = "IMAGENAME", nullable = false)
        String name;

        @Column(nullable = false)
        String filename;

        int sizeX;
        int sizeY;
    }

    @Entity
    @Table(name = "ITEM")
    static class Item {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = GENERATOR)
        @Column(name = "ITEM_ID")
        Long id;

        @Version
        @Column(name = "OBJ_VERSION")
        int version;

        @Column(name = "ITEM_NAME", length = 255, nullable = false, updatable = false)
        String name;

        @ManyToOne(optional = false, fetch = FetchType.LAZY)
        @JoinColumn(name = "SELLER_ID", nullable = false, updatable = false)
        User seller;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinTable(
                name = "ITEM_BUYER",
                joinColumns = @JoinColumn(name = "ITEM_ID"),
                inverseJoinColumns = @JoinColumn(name = "USER_ID", nullable = false))
        User buyer;

        @Column(name = "DESCRIPTION", length = 4000, nullable = false)
        String description;

        @Enumerated(EnumType.ORDINAL)
        @Column(name = "AUCTION_TYPE", nullable = false)
        AuctionType auctionType;

        @Embedded
        @AttributeOverride(name = "value", column = @Column(name = "INIT_PRICE", precision = 10, scale = 2))
        @AttributeOverride(name = "currency", column = @Column(name = "INIT_PRICE_CURRENCY", length = 2))
        MonetaryAmount initialPrice;

        @Embedded
        @AttributeOverride(name = "value", column = @Column(name = "RESERVE_PRICE", precision = 10, scale = 2))
        @AttributeOverride(name = "currency", column = @Column(name = "RESERVE_PRICE_CURRENCY", length = 2))
        MonetaryAmount reservePrice;

        @Column(name = "START_DATE", nullable = false)
        Instant startDate;

        @Column(name = "END_DATE", nullable = false)
        Instant endDate;

        @OneToMany
        @JoinColumn(name = "ITEM_ID", nullable = false)
        @OrderColumn(name = "BID_POSITION", nullable = false)
        List<Bid> bids;

        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "SUCCESSFUL_BID_ID")
        Bid successfulBid;

        @OneToMany(mappedBy = "item")
        Set<CategorizedItem> categorizedItems;

        @ElementCollection
        @CollectionTable(name = "ITEM_IMAGE", joinColumns = @JoinColumn(name = "ITEM_ID"))
        @OrderColumn(name = "POSITION")
        List<Image> images;

        @ElementCollection
        @CollectionTable(name = "ITEM_TAG", joinColumns = @JoinColumn(name = "ITEM_ID"))
        @Column(name = "TAG", length = 40)
        Set<String> tags;
    }

    /** By what the price is found. */
    enum AuctionType {
        HIGHEST_BID,
        LOWEST_BID,
        FIXED_PRICE
    }

    @Entity
    @Table(name = "BID")
    static class Bid {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = GENERATOR)
        @Column(name = "BID_ID")
        Long id;

        @Embedded
        @AttributeOverride(
                name = "value",
                column = @Column(name = "BID_AMOUNT", nullable = false, precision = 10, scale = 2))
        @AttributeOverride(
                name = "currency",
                column = @Column(name = "BID_AMOUNT_CURRENCY", nullable = false, length = 2))
        MonetaryAmount amount;

        @ManyToOne(optional = false)
        @JoinColumn(name = "BIDDER_ID", nullable = false)
        User bidder;

        @Column(name = "CREATED", nullable = false)
        Instant created;
    }

    @Entity
    @Table(
            name = "CATEGORY",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "UNQ_CAT_NAME_PARENT",
                            columnNames = {"CAT_NAME", "PARENT_CATEGORY_ID"}))
    static class Category {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = GENERATOR)
        @Column(name = "CATEGORY_ID")
        Long id;

        @Column(name = "CAT_NAME", length = 255, nullable = false)
        String name;

        @ManyToOne
        @JoinColumn(name = "PARENT_CATEGORY_ID")
        Category parent;

        @OneToMany(mappedBy = "parent")
        List<Category> children;
    }

    @Embeddable
    static class CategorizedItemId implements Serializable {
        @Column(name = "CATEGORY_ID")
        Long categoryId;

        @Column(name = "ITEM_ID")
        Long itemId;

        @Override
        public boolean equals(Object other) {
            return other instanceof CategorizedItemId id
                    && Objects.equals(categoryId, id.categoryId)
                    && Objects.equals(itemId, id.itemId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(categoryId, itemId);
        }
    }

    @Entity
    @Table(name = "CATEGORIZED_ITEM")
    static class CategorizedItem {
        @EmbeddedId
        CategorizedItemId id;

        @Column(name = "ADDED_BY_USER", length = 16, nullable = false)
        String username;

        @Column(name = "ADDED_ON", nullable = false)
        Instant dateAdded;

        @MapsId("itemId")
        @ManyToOne(optional = false)
        @JoinColumn(name = "ITEM_ID")
        Item item;

        @MapsId("categoryId")
        @ManyToOne(optional = false)
        @JoinColumn(name = "CATEGORY_ID")
        Category category;
    }

    @Entity
    @Table(name = "SHIPMENT")
    static class Shipment {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = GENERATOR)
        @Column(name = "SHIPMENT_ID")
        Long id;

        @OneToOne
        @JoinTable(
                name = "ITEM_SHIPMENT",
                joinColumns = @JoinColumn(name = "SHIPMENT_ID"),
                inverseJoinColumns = @JoinColumn(name = "ITEM_ID", nullable = false))
        Item item;

        @ManyToOne
        @JoinColumn(name = "DELIVERY_ADDRESS_ID")
        ShippingAddress deliveryAddress;

        @Column(name = "INSPECTION_DAYS", nullable = false)
        int inspectionPeriodDays;

        @Column(name = "CREATED", nullable = false)
        Instant created;
    }

    @Entity
    @Table(name = "COMMENTS")
    static class Comment {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = GENERATOR)
        @Column(name = "COMMENT_ID")
        Long id;

        @Enumerated(EnumType.STRING)
        @Column(name = "RATING", nullable = false)
        Rating rating;

        @Column(name = "COMMENT_TEXT", length = 4000)
        String text;

        @ManyToOne(optional = false)
        @JoinColumn(name = "FROM_USER_ID", nullable = false)
        User fromUser;

        @ManyToOne(optional = false)
        @JoinColumn(name = "ABOUT_USER_ID", nullable = false)
        User aboutUser;

        @ManyToOne
        @JoinColumn(name = "ITEM_ID")
        Item item;
    }

    /** How it went. */
    enum Rating {
        EXCELLENT,
        OK,
        LOW
    }
}
