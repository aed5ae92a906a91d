package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Author extends Model {

    @Id
    long id;

    String name;

    @OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
    List<Pseudonym> pseudonyms = new ArrayList<>();

    protected Author() {}

    Author(long id, String name) {
        this.id = id;
        this.name = name;
    }

    Author alias(long pseudonymId, String pseudonym) {
        pseudonyms.add(new Pseudonym(pseudonymId, pseudonym, this));
        return this;
    }
}
