package io.ashlar.migrate;

import io.ashlar.problem.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Migrations that were made from many, beside a history: where it has all of those, they are taken for the one that stands
 * for them; where it has some, it is in the middle, and nobody may go on.
 */
final class Squashes {

    private final String module;
    private final long baseline;
    private final List<HistoryRow> rows;
    private final Set<HistoryRow> told = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Looks at {@code applied}, which is what a history holds besides its baseline. */
    Squashes(String module, List<MigrationFile> files, List<HistoryRow> applied, long baseline) {
        this.module = module;
        this.baseline = baseline;
        this.rows = new ArrayList<>(applied);
        for (var file : files) {
            var all = ReplacedMigration.of(file);
            if (!all.isEmpty()) {
                look(file, all);
            }
        }
        rows.sort(Comparator.comparingLong(HistoryRow::version));
    }

    /** Returns what the history holds, with one row for all that one file stands for. */
    List<HistoryRow> applied() {
        return List.copyOf(rows);
    }

    /** Returns whether the problems say all there is to say about a row. */
    boolean isTold(HistoryRow row) {
        return told.contains(row);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void look(MigrationFile file, List<ReplacedMigration> all) {
        Map<ReplacedMigration.By, List<ReplacedMigration>> groups = new LinkedHashMap<>();
        var own = new ReplacedMigration.By(file.name(), file.checksum());
        all.forEach(each -> groups.computeIfAbsent(each.by() == null ? own : each.by(), by -> new ArrayList<>())
                .add(each));
        boolean whole = true;
        for (var group : groups.entrySet()) { // the oldest first: each may be a part of the next
            whole &= join(group.getKey(), group.getValue());
        }
        if (!whole) {
            half(file, all);
        }
    }

    /** Returns whether nothing is half done: all of them ran, which are one now, or none did. */
    private boolean join(ReplacedMigration.By by, List<ReplacedMigration> members) {
        var version = ReplacedMigration.version(by.file());
        if (rows.stream().anyMatch(row -> row.version() == version && Objects.equals(row.checksum(), by.checksum()))) {
            return true;
        }
        var checksums =
                members.stream().collect(Collectors.toMap(ReplacedMigration::version, ReplacedMigration::checksum));
        var ran = rows.stream()
                .filter(row -> checksums.containsKey(row.version()))
                .toList();
        var have = ran.stream()
                .filter(HistoryRow::success)
                .map(HistoryRow::version)
                .collect(Collectors.toSet());
        if (ran.isEmpty()) {
            return members.stream().noneMatch(each -> each.version() <= baseline) || version <= baseline;
        }
        if (members.stream().anyMatch(each -> each.version() > baseline && !have.contains(each.version()))) {
            return false;
        }
        var edited = ran.stream()
                .filter(row -> row.checksum() != null && !row.checksum().equals(checksums.get(row.version())))
                .toList();
        var joined = new HistoryRow(
                version,
                new Migration(
                        String.valueOf(version),
                        by.file()
                                .replaceFirst("^V\\d+__", "")
                                .replaceFirst("\\.sql$", "")
                                .replace('_', ' '),
                        by.file()),
                checksum(by, edited),
                false,
                true,
                ran.stream()
                        .map(HistoryRow::appliedOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.<LocalDateTime>naturalOrder())
                        .orElse(null));
        rows.removeAll(ran);
        rows.add(joined);
        if (!edited.isEmpty()) {
            told.add(joined);
            edited.forEach(row -> problems.add(edited(row, by)));
        }
        return true;
    }

    /** What differs, so that the status tells of it. */
    private static @Nullable Integer checksum(ReplacedMigration.By by, List<HistoryRow> edited) {
        return edited.isEmpty() ? Integer.valueOf(by.checksum()) : edited.get(0).checksum();
    }

    private void half(MigrationFile file, List<ReplacedMigration> all) {
        var versions = all.stream().map(ReplacedMigration::version).collect(Collectors.toSet());
        var ran = rows.stream().filter(row -> versions.contains(row.version())).toList();
        told.addAll(ran.stream().filter(HistoryRow::success).toList());
        var have = ran.stream()
                .filter(HistoryRow::success)
                .map(HistoryRow::version)
                .collect(Collectors.toSet());
        problems.add(new Problem(
                "squash-half-run",
                "'" + file.name() + "' of module '" + module
                        + "' stands for several migrations, and this database lacks "
                        + all.stream()
                                .filter(each -> each.by() == null
                                        && each.version() > baseline
                                        && !have.contains(each.version()))
                                .map(each -> "'" + each.file() + "'")
                                .collect(Collectors.joining(", "))
                        + " of them",
                file.path().toString(),
                "migrate it with the version of the module that still has those files, and then with this one"));
    }

    private Problem edited(HistoryRow row, ReplacedMigration.By by) {
        return new Problem(
                "migration-edited",
                "'" + row.migration().file() + "' of module '" + module + "' ran in this database with checksum "
                        + row.checksum() + ", and '" + by.file() + "' was made from another",
                "table " + Histories.table(module),
                "see whether the tables are as they should be ('mvn modules:db-check'), and correct the checksum in that row"
                        + " then");
    }
}
