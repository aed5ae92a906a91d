package com.acme.blog;

import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Who writes posts. */
@Entity
@Table(indexes = @Index(name = "ix_author_name", columnList = "name, id"))
public class Author extends Model {

    @Id
    @Ulid(prefix = "author")
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, unique = true)
    private String email;

    @OneToMany(mappedBy = "author")
    private List<Post> posts = new ArrayList<>();

    /** For JPA. */
    protected Author() {}

    public Author(String name, String email) {
        this.name = name;
        this.email = email;
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

    public List<Post> getPosts() {
        return posts;
    }
}
