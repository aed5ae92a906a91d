package io.ashlar.benchmark.eclipselink;

import io.ashlar.benchmark.NewPost;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.persistence.annotations.AdditionalCriteria;
import org.jspecify.annotations.Nullable;

/** A post. */
@Entity
@Table(name = "post")
@AdditionalCriteria("this.deletedAt is null")
@SuppressWarnings("NullAway.Init") // JPA fills it
public class Post {

    @Id
    private String id;

    @Column(nullable = false)
    private String title;

    private String body;

    @Column(nullable = false)
    private String category;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NewPost.Status status;

    private int views;

    @Column(precision = 4, scale = 2)
    private BigDecimal rating;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private Author author;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** For JPA. */
    protected Post() {}

    /** Makes a post that is to be stored. */
    public Post(String id, NewPost values, Author author, Instant now) {
        this.id = id;
        this.title = values.title();
        this.body = values.body();
        this.category = values.category();
        this.status = values.status();
        this.views = values.views();
        this.rating = values.rating();
        this.publishedAt = values.publishedAt();
        this.author = author;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Changes title and views. */
    public void change(String newTitle, int newViews, Instant now) {
        title = newTitle;
        views = newViews;
        updatedAt = now;
    }

    public String getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public String getBody() {
        return body;
    }

    public String getCategory() {
        return category;
    }

    public NewPost.Status getStatus() {
        return status;
    }

    public int getViews() {
        return views;
    }

    public BigDecimal getRating() {
        return rating;
    }

    public @Nullable Instant getPublishedAt() {
        return publishedAt;
    }

    public Author getAuthor() {
        return author;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public @Nullable Instant getDeletedAt() {
        return deletedAt;
    }
}
