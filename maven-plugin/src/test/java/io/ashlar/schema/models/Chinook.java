package io.ashlar.schema.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** The tables of Chinook, a published sample of a shop for music, as someone would map them, with their names. */
@SuppressWarnings("NullAway") // JPA sets the fields
public final class Chinook {

    private Chinook() {}

    /** All its entities. */
    public static List<Class<?>> models() {
        return List.of(
                Artist.class,
                Album.class,
                Customer.class,
                Employee.class,
                Genre.class,
                Invoice.class,
                InvoiceLine.class,
                MediaType.class,
                Playlist.class,
                Track.class);
    }

    @Entity
    @Table(name = "Artist")
    static class Artist {
        @Id
        @Column(name = "ArtistId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "Name", length = 120)
        String name;

        @OneToMany(mappedBy = "artist")
        List<Album> albums;
    }

    @Entity
    @Table(name = "Album")
    static class Album {
        @Id
        @Column(name = "AlbumId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "Title", length = 160, nullable = false)
        String title;

        @ManyToOne(optional = false, fetch = FetchType.LAZY)
        @JoinColumn(name = "ArtistId", nullable = false)
        Artist artist;
    }

    @Entity
    @Table(name = "Genre")
    static class Genre {
        @Id
        @Column(name = "GenreId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "Name", length = 120)
        String name;
    }

    @Entity
    @Table(name = "MediaType")
    static class MediaType {
        @Id
        @Column(name = "MediaTypeId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "Name", length = 120)
        String name;
    }

    @Entity
    @Table(name = "Track", indexes = @Index(name = "IFK_TrackAlbum", columnList = "AlbumId, Name"))
    static class Track {
        @Id
        @Column(name = "TrackId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "Name", length = 200, nullable = false)
        String name;

        @ManyToOne
        @JoinColumn(name = "AlbumId")
        Album album;

        @ManyToOne(optional = false)
        @JoinColumn(name = "MediaTypeId", nullable = false)
        MediaType mediaType;

        @ManyToOne
        @JoinColumn(name = "GenreId")
        Genre genre;

        @Column(name = "Composer", length = 220)
        String composer;

        @Column(name = "Milliseconds")
        int milliseconds;

        @Column(name = "Bytes")
        Integer bytes;

        @Column(name = "UnitPrice", precision = 10, scale = 2, nullable = false)
        BigDecimal unitPrice;
    }

    @Entity
    @Table(name = "Playlist")
    static class Playlist {
        @Id
        @Column(name = "PlaylistId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "Name", length = 120)
        String name;

        @ManyToMany
        @JoinTable(
                name = "PlaylistTrack",
                joinColumns = @JoinColumn(name = "PlaylistId"),
                inverseJoinColumns = @JoinColumn(name = "TrackId"))
        Set<Track> tracks;
    }

    /** What employees and customers have alike. */
    @MappedSuperclass
    abstract static class Person {
        @Column(name = "Address", length = 70)
        String address;

        @Column(name = "City", length = 40)
        String city;

        @Column(name = "State", length = 40)
        String state;

        @Column(name = "Country", length = 40)
        String country;

        @Column(name = "PostalCode", length = 10)
        String postalCode;

        @Column(name = "Phone", length = 24)
        String phone;

        @Column(name = "Fax", length = 24)
        String fax;
    }

    @Entity
    @Table(name = "Employee")
    static class Employee extends Person {
        @Id
        @Column(name = "EmployeeId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "LastName", length = 20, nullable = false)
        String lastName;

        @Column(name = "FirstName", length = 20, nullable = false)
        String firstName;

        @Column(name = "Title", length = 30)
        String title;

        @ManyToOne
        @JoinColumn(name = "ReportsTo")
        Employee reportsTo;

        @Column(name = "BirthDate")
        LocalDateTime birthDate;

        @Column(name = "HireDate")
        LocalDateTime hireDate;

        @Column(name = "Email", length = 60)
        String email;
    }

    @Entity
    @Table(name = "Customer")
    static class Customer extends Person {
        @Id
        @Column(name = "CustomerId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "FirstName", length = 40, nullable = false)
        String firstName;

        @Column(name = "LastName", length = 20, nullable = false)
        String lastName;

        @Column(name = "Company", length = 80)
        String company;

        @Column(name = "Email", length = 60, nullable = false)
        String email;

        @ManyToOne
        @JoinColumn(name = "SupportRepId")
        Employee supportRep;
    }

    @Entity
    @Table(name = "Invoice")
    static class Invoice {
        @Id
        @Column(name = "InvoiceId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "CustomerId", nullable = false)
        Customer customer;

        @Column(name = "InvoiceDate", nullable = false)
        LocalDateTime invoiceDate;

        @Column(name = "BillingAddress", length = 70)
        String billingAddress;

        @Column(name = "BillingCity", length = 40)
        String billingCity;

        @Column(name = "BillingState", length = 40)
        String billingState;

        @Column(name = "BillingCountry", length = 40)
        String billingCountry;

        @Column(name = "BillingPostalCode", length = 10)
        String billingPostalCode;

        @Column(name = "Total", precision = 10, scale = 2, nullable = false)
        BigDecimal total;

        @OneToMany(mappedBy = "invoice")
        List<InvoiceLine> lines;
    }

    @Entity
    @Table(name = "InvoiceLine")
    static class InvoiceLine {
        @Id
        @Column(name = "InvoiceLineId")
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "InvoiceId", nullable = false)
        Invoice invoice;

        @ManyToOne(optional = false)
        @JoinColumn(name = "TrackId", nullable = false)
        Track track;

        @Column(name = "UnitPrice", precision = 10, scale = 2, nullable = false)
        BigDecimal unitPrice;

        @Column(name = "Quantity")
        int quantity;
    }
}
