package io.ashlar.migration;

import io.ashlar.diff.Renames;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one run of db-generate changed, kept beside the migrations, so that the schema at each version can be told without
 * a database and without version control. Each names its parent, so that two branches can be told from one line.
 *
 * @param name of the file, without its ending; as the migration's, without the V
 * @param start whether {@code changed} is the whole schema, and the parent is not needed
 * @param version of the snapshot it led to, as are the following
 * @param changed tables and sequences that are new or not as they were, whole
 * @param gone tables and sequences that are no more, under the names before
 * @param renames from the parent
 * @param retired all that stays until someone agrees to its loss
 * @param files migrations that it wrote, such as {@code h2/V20261123041423__create_post.sql}
 */
record ChangeRecord(
        String name,
        boolean start,
        String version,
        String parent,
        String hash,
        Schema changed,
        Set<String> gone,
        Renames renames,
        Set<String> retired,
        List<String> files) {

    ChangeRecord {
        gone = new TreeSet<>(gone);
        retired = new TreeSet<>(retired);
        files = List.copyOf(files);
    }

    /** Returns what led from one snapshot to the next. */
    static ChangeRecord between(String name, Snapshot before, Snapshot after, Renames renames, List<String> files) {
        return new ChangeRecord(
                name,
                false,
                after.version(),
                after.parent(),
                after.hash(),
                new Schema(
                        without(after.schema().sequences(), before.schema().sequences()),
                        without(after.schema().tables(), before.schema().tables())),
                gone(before.schema(), after.schema()),
                renames,
                after.retired(),
                files);
    }

    /** Returns the record of a snapshot with whose past nobody has to do any more. */
    static ChangeRecord start(Snapshot snapshot, String name, List<String> files) {
        return new ChangeRecord(
                name,
                true,
                snapshot.version(),
                snapshot.parent(),
                snapshot.hash(),
                snapshot.schema(),
                Set.of(),
                Renames.NONE,
                snapshot.retired(),
                files);
    }

    private static <T> List<T> without(List<T> all, List<T> known) {
        Set<T> left = new LinkedHashSet<>(all);
        known.forEach(left::remove); // not removeAll, which may look at each of them for each
        return List.copyOf(left);
    }

    private static Set<String> gone(Schema before, Schema after) {
        Set<String> gone = new TreeSet<>();
        before.tables().stream()
                .map(Table::name)
                .filter(name -> after.table(name).isEmpty())
                .forEach(gone::add);
        before.sequences().stream()
                .map(Sequence::name)
                .filter(name -> after.sequence(name).isEmpty())
                .forEach(gone::add);
        return gone;
    }

    /** Returns the snapshot after it; its hash is computed anew. */
    Snapshot after(Snapshot before) {
        Map<String, Table> tables = new LinkedHashMap<>();
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        if (!start) {
            before.schema().tables().forEach(each -> tables.put(each.name(), each));
            before.schema().sequences().forEach(each -> sequences.put(each.name(), each));
            tables.keySet().removeAll(gone);
            sequences.keySet().removeAll(gone);
        }
        changed.tables().forEach(each -> tables.put(each.name(), each));
        changed.sequences().forEach(each -> sequences.put(each.name(), each));
        Schema schema = new Schema(new ArrayList<>(sequences.values()), new ArrayList<>(tables.values()));
        return new Snapshot(schema, retired, version, parent, "").hashed();
    }

    /** Returns the name as users see it. */
    String title() {
        return files.isEmpty() ? name : files.get(0).replaceFirst("^.*/", "").replaceFirst("\\.sql$", "");
    }
}
