package io.ashlar.crud;

import java.util.List;
import java.util.stream.Collectors;

/** No record with this id: {@code Post with id: 1 was not found}. */
public final class NotFound extends DataException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> ids;

    /**
     * Reports missing records.
     *
     * @param model the simple name of the model
     * @param idName the name of its id attribute
     * @param ids one or more
     */
    public NotFound(String model, String idName, List<?> ids) {
        super(
                model,
                idName,
                model + " with " + idName + ": "
                        + ids.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (ids.size() == 1 ? " was not found" : " were not found"),
                null);
        this.ids = List.copyOf(ids);
    }

    /** Returns the ids without a record, in the order asked for. */
    public List<Object> ids() {
        return ids;
    }
}
