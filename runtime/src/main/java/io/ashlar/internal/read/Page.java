package io.ashlar.internal.read;

import io.ashlar.internal.model.LazyPage;
import io.ashlar.internal.model.Missing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that are read together, and what of their relations is still to come. For one thread. */
final class Page {

    private final Selection selection;
    private final @Nullable LazyPage[] lazies;
    private final @Nullable List<Missing>[] now;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
    Page(Selection selection) {
        this.selection = selection;
        this.lazies = new LazyPage[selection.relations().size()];
        this.now = new List[selection.relations().size()];
    }

    LazyPage lazy(int ordinal) {
        LazyPage page = lazies[ordinal];
        if (page == null) {
            page = new LazyPage(selection.loader(ordinal));
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
    void complete(Known known) {
        for (int i = 0; i < now.length; i++) {
            List<Missing> missing = now[i];
            if (missing != null) {
                selection.load(i, missing, known);
            }
        }
    }
}
