package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** What a writer says of an article. */
@Entity
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Note extends Model {

    @Id
    long id;

    @Nullable
    String text;

    @Nullable
    Integer stars;

    @Nullable
    @ManyToOne
    Article article;

    @Nullable
    @ManyToOne
    Writer writer;

    protected Note() {}

    Note(long id) {
        this.id = id;
    }
}
