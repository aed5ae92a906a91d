package ${package};

import io.ashlar.data.Default;
import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

/** A data model: a JPA entity. When it was created, last updated and deleted is kept by {@link Model}. */
@Entity
public class ${model} extends Model {

    /** Where one is in its life. */
    public enum Status {
        DRAFT,
        PUBLISHED
    }

    @Id
    @Ulid(prefix = "${model.toLowerCase()}")
    private String id;

    @Column(nullable = false)
    private String title;

    @Lob
    private String body;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    @Default("DRAFT")
    private Status status = Status.DRAFT;

    /** For JPA. */
    protected ${model}() {}

    public ${model}(String title) {
        this.title = title;
    }

    public String getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }
}
