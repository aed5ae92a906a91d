package io.ashlar.query;

import java.util.List;

/**
 * The id of a related record where the record itself could stand: the value of a change or filter on a {@link ToOne}.
 *
 * @param id of the related model's type of id
 */
public record RelatedId(Object id) {

    static List<Object> all(List<Object> ids) {
        return ids.stream().<Object>map(RelatedId::new).toList();
    }
}
