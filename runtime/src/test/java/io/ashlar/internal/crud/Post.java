package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Post extends Model {

    enum Status {
        DRAFT,
        PUBLISHED
    }

    @Id
    String id;

    @Column(nullable = false, unique = true)
    String title;

    int views;

    @Nullable
    Integer rank;

    @Enumerated(EnumType.STRING)
    Status status = Status.DRAFT;

    @Nullable
    @Embedded
    Place place;

    @ElementCollection
    List<String> tags = new ArrayList<>();

    @Nullable
    @ManyToOne
    Author author;

    protected Post() {}

    Post(String id, String title, int views) {
        this.id = id;
        this.title = title;
        this.views = views;
    }

    Post by(Author newAuthor) {
        author = newAuthor;
        return this;
    }

    Post ranked(int newRank) {
        rank = newRank;
        return this;
    }

    Post tagged(String... newTags) {
        tags = new ArrayList<>(List.of(newTags));
        return this;
    }
}
