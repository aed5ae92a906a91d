package org.other.reviews;

import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Review extends Model {

    @Id
    @Ulid(prefix = "rev")
    private String id;

    @Column(nullable = false)
    private int stars;

    protected Review() {}

    public Review(int stars) {
        this.stars = stars;
    }

    public String getId() {
        return id;
    }

    public int getStars() {
        return stars;
    }
}
