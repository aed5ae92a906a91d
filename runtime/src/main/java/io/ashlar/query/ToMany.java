package io.ashlar.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A relation to many other records: {@code _Author.posts}. Filters on it multiply no rows: a record matches once,
 * whatever the number of its related records. Immutable.
 *
 * @param <T> the model
 * @param <R> the related model
 * @param <K> the type of the related model's id, boxed
 */
public final class ToMany<T, R, K> implements RelationAttribute<T, R> {

    private final Class<T> model;
    private final String name;

    /** Names the relation {@code name} of {@code model}. Called by generated code. */
    public ToMany(Class<T> model, String name) {
        this.model = model;
        this.name = name;
    }

    /** Returns the name of the relation in the model. */
    @Override
    public String name() {
        return name;
    }

    /** Returns the records with one or more related records that match {@code filter}. */
    public Filter<T> any(Filter<R> filter) {
        return new Filter.Related<>(name, Values.given(toString(), filter), false);
    }

    /** Returns the records with no related record that matches {@code filter}; those without any are among them. */
    public Filter<T> none(Filter<R> filter) {
        return new Filter.Related<>(name, Values.given(toString(), filter), true);
    }

    /** Returns the records with no related record. */
    public Filter<T> isEmpty() {
        return new Filter.Related<>(name, null, true);
    }

    /** Returns the records with one or more related records. */
    public Filter<T> isNotEmpty() {
        return new Filter.Related<>(name, null, false);
    }

    /**
     * Returns the change of this relation to exactly {@code related}, which must be stored; what was related before and is
     * not among them is detached. None detaches all.
     */
    public Change<T> set(Collection<? extends R> related) {
        return new Change<>(name, Values.copy(toString(), related));
    }

    /** Returns the change of this relation to exactly the records with these ids; see {@link #set}. */
    public Change<T> setIds(Collection<? extends K> ids) {
        return new Change<>(name, RelatedId.all(Values.copy(toString(), ids)));
    }

    /** Returns the change of this relation to exactly the records with these ids; see {@link #set}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Change<T> setIds(K... ids) {
        return setIds((List<? extends K>) Arrays.asList(ids));
    }

    /** Returns model and relation, such as {@code Author.posts}. */
    @Override
    public String toString() {
        return model.getSimpleName() + "." + name;
    }
}
