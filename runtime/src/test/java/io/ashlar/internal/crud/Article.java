package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import io.ashlar.data.Searchable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has one attribute of each kind that filters tell apart. */
@Entity
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Article extends Model {

    enum Status {
        NEW,
        EDITED,
        PRINTED
    }

    @Id
    String id;

    /** Lower-case letters and digits, whose order is the same in every collation. */
    @Column(nullable = false)
    String code;

    /** Any characters. */
    @Nullable
    @Searchable
    String title;

    /** Letters in upper and lower case. */
    @Nullable
    @Searchable
    String byline;

    /** Words of which none is part of another. */
    @Nullable
    String summary;

    int views;

    @Nullable
    Integer rating;

    @Nullable
    Long pages;

    @Nullable
    Double weight;

    @Nullable
    @Column(precision = 10, scale = 2)
    BigDecimal price;

    @Nullable
    Boolean featured;

    @Nullable
    @Enumerated(EnumType.STRING)
    Status status;

    @Nullable
    Instant published;

    @Nullable
    LocalDate due;

    @Nullable
    UUID ticket;

    @Nullable
    @Embedded
    Place place;

    @ElementCollection
    List<String> labels = new ArrayList<>();

    @Nullable
    List<String> marks;

    @Nullable
    List<Integer> scores;

    @Nullable
    @ManyToOne
    Writer writer;

    @ManyToMany
    @JoinTable(
            name = "article_topic",
            joinColumns = @JoinColumn(name = "article_id"),
            inverseJoinColumns = @JoinColumn(name = "topic_id"))
    List<Topic> topics = new ArrayList<>();

    @OneToMany(mappedBy = "article")
    List<Note> notes = new ArrayList<>();

    protected Article() {}

    Article(String id, String code, int views) {
        this.id = id;
        this.code = code;
        this.views = views;
    }
}
