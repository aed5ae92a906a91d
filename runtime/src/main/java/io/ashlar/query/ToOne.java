package io.ashlar.query;

import jakarta.data.Sort;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A relation to one other record: {@code _Post.author}. Immutable.
 *
 * @param <T> the model
 * @param <R> the related model
 * @param <K> the type of the related model's id, boxed
 */
public final class ToOne<T, R, K> implements RelationAttribute<T, R> {

    private final Class<T> model;
    private final String name;

    /** Names the relation {@code name} of {@code model}. Called by generated code. */
    public ToOne(Class<T> model, String name) {
        this.model = model;
        this.name = name;
    }

    /** Returns the name of the relation in the model. */
    @Override
    public String name() {
        return name;
    }

    /** Returns the change of this relation to {@code related}, which must be stored; null empties it. */
    public Change<T> set(@Nullable R related) {
        return new Change<>(name, related);
    }

    /** Returns the change of this relation to the record with this id; null empties it. */
    public Change<T> setId(@Nullable K id) {
        return new Change<>(name, id == null ? null : new RelatedId(id));
    }

    /** Returns the records related to {@code related}; null is an IllegalArgumentException. */
    public Filter<T> equalTo(R related) {
        return new Filter.Comparison<>(name, Filter.Operator.EQUAL, Values.given(toString(), related));
    }

    /** Returns the records related to the one with this id; null is an IllegalArgumentException. */
    public Filter<T> equalToId(K id) {
        return new Filter.Comparison<>(name, Filter.Operator.EQUAL, new RelatedId(Values.given(toString(), id)));
    }

    /** Returns the records related to another record than {@code related}; those without relation are not among them. */
    public Filter<T> notEqualTo(R related) {
        return new Filter.Comparison<>(name, Filter.Operator.NOT_EQUAL, Values.given(toString(), related));
    }

    /** Returns the records related to one of these; none for none. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Filter<T> in(R... related) {
        return in(Arrays.asList(related));
    }

    /** Returns the records related to one of these; none for none. */
    public Filter<T> in(Collection<? extends R> related) {
        return new Filter.In<>(name, Values.copy(toString(), related));
    }

    /** Returns the records related to one with these ids; none for none. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Filter<T> inIds(K... ids) {
        return inIds(Arrays.asList(ids));
    }

    /** Returns the records related to one with these ids; none for none. */
    public Filter<T> inIds(Collection<? extends K> ids) {
        return new Filter.In<>(name, RelatedId.all(Values.copy(toString(), ids)));
    }

    /** Returns the records whose related record matches {@code filter}; those without relation are not among them. */
    public Filter<T> matches(Filter<R> filter) {
        return new Filter.Related<>(name, Values.given(toString(), filter), false);
    }

    /** Returns the order by an attribute of the related record: {@code _Post.author.sort(_Author.name.asc())}. */
    public Sort<T> sort(Sort<R> sort) {
        return new Sort<>(name + "." + sort.property(), sort.isAscending(), sort.ignoreCase());
    }

    /** Returns the records without relation. */
    public Filter<T> isNull() {
        return new Filter.IsNull<>(name);
    }

    /** Returns the records with a relation. */
    public Filter<T> isNotNull() {
        return isNull().not();
    }

    /** Returns model and relation, such as {@code Post.author}. */
    @Override
    public String toString() {
        return model.getSimpleName() + "." + name;
    }
}
