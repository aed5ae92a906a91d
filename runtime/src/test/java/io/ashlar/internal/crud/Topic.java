package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many articles have it, and it has many. */
@Entity
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Topic extends Model {

    @Id
    long id;

    @Nullable
    String name;

    @ManyToMany(mappedBy = "topics")
    List<Article> articles = new ArrayList<>();

    protected Topic() {}

    Topic(long id, @Nullable String name) {
        this.id = id;
        this.name = name;
    }
}
