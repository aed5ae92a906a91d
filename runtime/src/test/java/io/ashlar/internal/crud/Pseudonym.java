package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Pseudonym extends Model {

    @Id
    long id;

    String name;

    @ManyToOne
    Author author;

    protected Pseudonym() {}

    Pseudonym(long id, String name, Author author) {
        this.id = id;
        this.name = name;
        this.author = author;
    }
}
