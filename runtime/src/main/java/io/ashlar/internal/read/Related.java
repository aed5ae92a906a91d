package io.ashlar.internal.read;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One relation or collection of the records of a selection, and how it is loaded. Safe for use by many threads. */
final class Related {

    private final Relations relations;
    private final Attribute attribute;
    private final Fetch fetch;
    private volatile @Nullable RelatedQuery query; // made when it is first needed: models lead to each other in circles

    /** The records or values of {@code attribute}, of which {@code fetch} is read. */
    Related(Relations relations, Attribute attribute, Fetch fetch) {
        this.relations = relations;
        this.attribute = attribute;
        this.fetch = fetch;
    }

    Attribute attribute() {
        return attribute;
    }

    /** Returns the query for related records. */
    RelatedQuery query() {
        RelatedQuery made = query;
        if (made == null) {
            made = relations.query(attribute, fetch);
            query = made;
        }
        return made;
    }

    /** Fills all of {@code missing}. */
    void load(List<Missing> missing, Known known) {
        relations.load(this, missing, known);
    }

    /** Fills all of {@code missing} on first touch, long after the call that read the records. */
    void loadLater(List<Missing> missing) {
        load(missing, new Known());
    }
}
