package io.ashlar.benchmark.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** An author. */
@Entity
@Table(name = "author")
@SuppressWarnings("NullAway.Init") // JPA fills it
public class Author {

    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, unique = true)
    private String email;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @OneToMany(mappedBy = "author")
    @SQLRestriction("deleted_at is null")
    private List<Post> posts = new ArrayList<>();

    /** For JPA. */
    protected Author() {}

    /** Makes a reference to a stored author. */
    public Author(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
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

    public List<Post> getPosts() {
        return posts;
    }

    /** Gives the author the posts that were read apart. */
    public void setPosts(List<Post> posts) {
        this.posts = posts;
    }
}
