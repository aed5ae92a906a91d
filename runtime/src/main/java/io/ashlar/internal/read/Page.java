package io.ashlar.internal.read;

import io.ashlar.internal.model.LazyPage;
import io.ashlar.internal.model.Missing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that are read together, and what of their relations is still to come. For one thread. */
final class Page {

    private final Selection selection;
    private final Known known;
    private final @Nullable LazyPage[] lazies;
    private final @Nullable List<Missing>[] now;
    private final @Nullable Page[] joined;

    /** A page of records, whose call has loaded {@code known}. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
    Page(Selection selection, Known known) {
        this.selection = selection;
        this.known = known;
        this.lazies = new LazyPage[selection.relations().size()];
        this.now = new List[selection.relations().size()];
        this.joined = new Page[selection.joinedRelations()];
    }

    Known known() {
        return known;
    }

    /** Returns the page of the records that lie in the rows of this one's. */
    Page joined(Joined relation) {
        Page page = joined[relation.ordinal()];
        if (page == null) {
            page = new Page(relation.target(), known);
            joined[relation.ordinal()] = page;
        }
        return page;
    }

    LazyPage lazy(int ordinal) {
        LazyPage page = lazies[ordinal];
        if (page == null) {
            page = new LazyPage(selection.relations().get(ordinal)::loadLater);
            lazies[ordinal] = page;
        }
        return page;
    }

    void add(int ordinal, Missing missing) {
        List<Missing> list = now[ordinal];
        if (list == null) {
            list = new ArrayList<>();
            now[ordinal] = list;
        }
        list.add(missing);
    }

    /** Loads what is to be loaded with the page. */
    void complete() {
        for (Page page : joined) {
            if (page != null) {
                page.complete();
            }
        }
        for (int i = 0; i < now.length; i++) {
            List<Missing> missing = now[i];
            if (missing != null) {
                selection.relations().get(i).load(missing, known);
            }
        }
    }
}
