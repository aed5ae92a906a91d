package io.ashlar.internal.model;

import java.util.ArrayList;
import java.util.List;

/** What is loaded together: one relation of the records of one page. */
public final class LazyPage {

    private final Loader loader;
    private List<Lazy> members = new ArrayList<>(1);

    /** Loads by {@code loader}. */
    public LazyPage(Loader loader) {
        this.loader = loader;
    }

    void add(Lazy lazy) {
        members.add(lazy);
    }

    /** Loads what is missing, once. */
    public synchronized void load() {
        List<Missing> missing = new ArrayList<>();
        for (Lazy lazy : members) {
            if (!lazy.isInstantiated()) {
                missing.add(lazy);
            }
        }
        if (!missing.isEmpty()) {
            loader.load(missing);
        }
        members = List.of();
    }

    /** Finds the values of all holders in one statement and fills them. */
    @FunctionalInterface
    public interface Loader {

        /** Fills each of them. */
        void load(List<Missing> missing);
    }
}
