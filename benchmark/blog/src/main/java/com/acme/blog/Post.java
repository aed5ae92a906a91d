package com.acme.blog;

import io.ashlar.data.Default;
import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** What an author writes. */
@Entity
@Table(
        indexes = {
            @Index(name = "ix_post_category", columnList = "category, id"),
            @Index(name = "ix_post_author", columnList = "author_id")
        })
public class Post extends Model {

    /** Where a post is in its life. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        ARCHIVED
    }

    @Id
    @Ulid(prefix = "post")
    private String id;

    @Column(nullable = false)
    private String title;

    @Lob
    private String body;

    @Column(nullable = false)
    private String category;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @Default("DRAFT")
    private Status status = Status.DRAFT;

    @Default("0")
    private int views;

    @Column(precision = 4, scale = 2)
    private BigDecimal rating;

    private Instant publishedAt;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Author author;

    /** For JPA. */
    protected Post() {}

    public Post(String title, String category, Author author) {
        this.title = title;
        this.category = category;
        this.author = author;
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

    public void setBody(String body) {
        this.body = body;
    }

    public String getCategory() {
        return category;
    }

    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    public int getViews() {
        return views;
    }

    public void setViews(int views) {
        this.views = views;
    }

    public BigDecimal getRating() {
        return rating;
    }

    public void setRating(BigDecimal rating) {
        this.rating = rating;
    }

    public Instant getPublishedAt() {
        return publishedAt;
    }

    public void setPublishedAt(Instant publishedAt) {
        this.publishedAt = publishedAt;
    }

    public Author getAuthor() {
        return author;
    }
}
