package io.ashlar.internal.read;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.sql.From;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ways to read the models of one module, each worked out once. Safe for use by many threads. */
final class Selections {

    /** More ways than any application has; past that they are worked out each time, and memory stays bounded. */
    private static final int MOST = 1000;

    private record Key(Entity entity, Fetch fetch) {}

    private final Map<Key, Selection> known = new ConcurrentHashMap<>();
    private final Map<Entity, Selection> whole = new ConcurrentHashMap<>();
    private final Store store;
    private final Relations relations;

    Selections(Store store, Partial partial) {
        this.store = store;
        this.relations = new Relations(store, this, partial);
    }

    Selection of(Entity entity, Fetch fetch) {
        if (fetch.equals(Fetch.ALL)) {
            Selection all = whole.get(entity);
            return all == null ? whole.computeIfAbsent(entity, each -> made(each, Fetch.ALL)) : all;
        }
        Key key = new Key(entity, fetch);
        Selection selection = known.get(key);
        if (selection == null) {
            selection = made(entity, fetch);
            if (known.size() < MOST) {
                known.put(key, selection);
            }
        }
        return selection;
    }

    private Selection made(Entity entity, Fetch fetch) {
        return new Selection(entity, new From(entity, "t", store.dialect()), fetch, relations);
    }
}
