package io.ashlar.internal.write;

import io.ashlar.crud.Upserted;
import io.ashlar.event.Action;
import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.failure.Refused;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.read.Readers;
import io.ashlar.internal.read.Reads;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.transaction.Unit;
import io.ashlar.query.Change;
import io.ashlar.query.Filter;
import io.ashlar.query.Update;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What writes the models of one module; each is made with its first use. Safe for use by many threads. */
public final class Writers {

    private final Store store;
    private final Readers readers;
    private final Sequences sequences;
    private final Map<Entity, Of> known = new ConcurrentHashMap<>();

    /** Writes to {@code store}. */
    public Writers(Store store, Readers readers) {
        this.store = store;
        this.readers = readers;
        this.sequences = new Sequences(store.dialect());
    }

    /** Returns what writes one model. */
    public Of of(Entity entity) {
        Of writer = known.get(entity);
        return writer == null ? known.computeIfAbsent(entity, Of::new) : writer;
    }

    /** What writes one model. */
    public final class Of {

        private final Entity entity;
        private final Attachments attachments;
        private final Inserts inserts;
        private final Updates updates;
        private final UpdatesById updatesById;
        private final Deletes deletes;
        private final SoftDeletes softDeletes;
        private final Restores restores;
        private final KnownRecords known;
        private final Upserts upserts;

        private Of(Entity entity) {
            this.entity = entity;
            Shape shape = new Shape(entity, store.dialect());
            Reads reads = new Reads(store, entity, readers);
            attachments = new Attachments(store, shape);
            inserts = new Inserts(entity, store.dialect());
            updates = new Updates(store, shape, reads, readers, attachments);
            updatesById = new UpdatesById(store, shape, reads, readers, updates, attachments);
            deletes = new Deletes(store, shape, attachments, Writers.this);
            softDeletes = new SoftDeletes(store, shape, Writers.this);
            restores = new Restores(store, shape, Writers.this);
            known = new KnownRecords(store, shape, Writers.this, new ManyUpdates(shape, store.dialect(), readers));
            upserts = new Upserts(store, shape, Writers.this, known);
        }

        /** Stores new records, and what new they cascade to. */
        public void create(List<?> records) {
            if (records.size() == 1) {
                Object record = records.get(0);
                Of writer = of(store.metamodel().of(record));
                if (Creation.isAlone(writer.entity, record)) {
                    writer.createAlone(record);
                    return;
                }
            }
            createTogether(records);
        }

        private void createAlone(Object record) {
            boolean wanted = store.events().wants(entity.name(), Action.CREATED);
            boolean atomic = inserts.statements(1) > 1
                    || entity.generation().sequence() != null
                    || (inserts.isReturning() && !store.dialect().undoesAlone())
                    || (wanted && store.events().durable());
            List<Object> one = List.of(record);
            store.call(entity, atomic, given(entity, one), unit -> {
                try {
                    insert(unit, entity, one, Now.get());
                } catch (SQLException | RuntimeException e) {
                    forget(entity, one);
                    throw e;
                }
                entity.callbacks().postPersist(record);
                if (wanted) {
                    note(unit, entity, one);
                }
                return record;
            });
        }

        private void createTogether(List<?> records) {
            Creation creation = Creation.of(store.metamodel(), records);
            List<Creation.Batch> batches = creation.batches();
            int statements = 0;
            for (Creation.Batch batch : batches) {
                Of writer = of(batch.entity());
                boolean sequence = batch.entity().generation().sequence() != null;
                statements += writer.inserts.statements(batch.records().size()) + (sequence ? 1 : 0);
                statements += writer.attachments.has(batch.records()) ? 1 : 0;
                statements += writer.inserts.isReturning() && !store.dialect().undoesAlone() ? 1 : 0;
            }
            boolean one = statements == 1 && (records.size() == 1 || isAtomicBatch());
            store.call(entity, !one || isDurable(batches), unit -> {
                store(unit, creation, batches);
                return records;
            });
        }

        /** Stores new records in a transaction that runs, and returns all that were, with what they cascade to. */
        List<Creation.Batch> create(Unit unit, List<?> records) throws SQLException {
            if (records.isEmpty()) {
                return List.of();
            }
            Creation creation = Creation.of(store.metamodel(), records);
            List<Creation.Batch> batches = creation.batches();
            store(unit, creation, batches);
            return batches;
        }

        /** Changes one record and returns it as it is now. */
        public Object update(Object id, List<? extends Change<?>> changes) {
            return updates.one(entity.id().split(id), Changes.of(entity, changes));
        }

        /** Changes many records, each in its own way, and returns them in the same order. */
        public List<Object> update(List<? extends Update<?, ?>> all) {
            return updatesById.update(all);
        }

        /** Changes all records that match, and returns how many. */
        public long updateMatching(Filter<?> filter, List<? extends Change<?>> changes) {
            return updates.matching(filter, Changes.of(entity, changes));
        }

        /** Deletes records for good. */
        public void delete(Collection<?> ids) {
            deletes.byIds(split(ids));
        }

        /** Deletes all records that match for good, and returns how many. */
        public long deleteMatching(Filter<?> filter) {
            return deletes.matching(filter);
        }

        /** Deletes all records for good, and returns how many. */
        public long deleteAll() {
            return deletes.all();
        }

        /** Marks records as deleted; returns the ids of all that were marked, by model. */
        public Map<String, List<Object>> softDelete(Collection<?> ids) {
            return softDeletes.delete(split(ids));
        }

        /** Marks all records that match as deleted; returns the ids of all that were marked, by model. */
        public Map<String, List<Object>> softDeleteMatching(Filter<?> filter) {
            return softDeletes.deleteMatching(filter);
        }

        /** Brings records back; returns the ids of all that were, by model. */
        public Map<String, List<Object>> restore(Collection<?> ids) {
            return restores.restore(split(ids));
        }

        /** Brings all records that match back; returns the ids of all that were, by model. */
        public Map<String, List<Object>> restoreMatching(Filter<?> filter) {
            return restores.restoreMatching(filter);
        }

        /** Stores records whether they are there or not, with their related records by {@code relations}. */
        public <T> Upserted<T> upsert(List<T> records, List<String> relations) {
            return upserts.upsert(List.copyOf(records), relations).finished(records);
        }

        /** The same id twice does no harm: what is gone or back is not found again. */
        private List<Object[]> split(Collection<?> ids) {
            List<Object[]> all = new ArrayList<>(ids.size());
            for (Object id : ids) {
                all.add(entity.id().split(id));
            }
            return all;
        }

        Deletes deletes() {
            return deletes;
        }

        Restores restores() {
            return restores;
        }

        SoftDeletes softDeletes() {
            return softDeletes;
        }

        Upserts upserts() {
            return upserts;
        }

        KnownRecords known() {
            return known;
        }

        Attachments attachments() {
            return attachments;
        }
    }

    /** A batch of several statements may fail in the middle; one with arrays may not. */
    private boolean isAtomicBatch() {
        return store.dialect().dialect() == io.ashlar.database.Dialect.POSTGRESQL;
    }

    private boolean isDurable(List<Creation.Batch> batches) {
        return store.events().durable()
                && batches.stream()
                        .anyMatch(batch -> store.events().wants(batch.entity().name(), Action.CREATED));
    }

    private void store(Unit unit, Creation creation, List<Creation.Batch> batches) throws SQLException {
        try {
            stored(unit, creation, batches);
        } catch (SQLException | RuntimeException e) {
            batches.forEach(batch -> forget(batch.entity(), batch.records()));
            throw e;
        }
    }

    /** What is not stored may not look like it. */
    private static void forget(Entity entity, List<Object> records) {
        for (String time : List.of(Entity.CREATED_AT, Entity.UPDATED_AT)) {
            entity.time(time)
                    .ifPresent(basic -> records.forEach(record -> basic.access().set(record, null)));
        }
    }

    private void stored(Unit unit, Creation creation, List<Creation.Batch> batches) throws SQLException {
        Instant now = Now.get();
        for (Creation.Batch batch : batches) {
            insert(unit, batch.entity(), batch.records(), now);
        }
        for (Creation.Batch batch : batches) {
            Entity each = batch.entity();
            try {
                of(each).attachments.insert(unit, batch.records(), creation);
            } catch (SQLException e) {
                throw Refused.of(each, e);
            }
            batch.records().forEach(each.callbacks()::postPersist);
            if (store.events().wants(each.name(), Action.CREATED)) {
                note(unit, each, batch.records());
            }
        }
    }

    private void insert(Unit unit, Entity entity, List<Object> records, Instant now) throws SQLException {
        for (Object record : records) {
            entity.callbacks().prePersist(record);
            Fills.created(entity, record, now);
        }
        sequences.fill(unit.connection(), entity, records);
        try {
            of(entity).inserts.insert(unit.connection(), records);
        } catch (SQLException e) {
            throw Refused.of(entity, given(entity, records), e);
        }
    }

    /** One record alone tells which value was refused where the database does not. */
    private static Errors.Given given(Entity entity, List<?> records) {
        if (records.size() > 1) {
            return column -> null;
        }
        Object only = records.get(0);
        return column -> {
            Slot slot = entity.slot(column);
            return slot == null ? null : slot.get(only);
        };
    }

    private void note(Unit unit, Entity entity, List<Object> records) {
        List<Object[]> ids = new ArrayList<>();
        records.forEach(record -> ids.add(Objects.requireNonNull(entity.id().values(record))));
        store.events().record(unit, entity.name(), Action.CREATED, Ids.joined(entity, ids));
    }
}
