package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import io.ashlar.data.Searchable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes articles of a {@link Magazine}. */
@Entity
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Writer extends Model {

    @Id
    long id;

    @Nullable
    @Searchable
    String name;

    @Nullable
    Integer age;

    @Nullable
    @ManyToOne
    Writer mentor;

    @OneToMany(mappedBy = "writer")
    List<Article> articles = new ArrayList<>();

    protected Writer() {}

    Writer(long id) {
        this.id = id;
    }
}
