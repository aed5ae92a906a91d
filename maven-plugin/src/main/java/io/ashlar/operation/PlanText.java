package io.ashlar.operation;

import io.ashlar.migrate.PlannedCheck;
import io.ashlar.migrate.PlannedMigration;
import io.ashlar.migrate.TouchedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a dry run prints: the SQL, and what it would meet. */
public final class PlanText {

    private PlanText() {}

    /** Returns the lines of all migrations, in the order in which they would run. */
    public static List<String> lines(List<PlannedMigration> plan) {
        List<String> lines = new ArrayList<>();
        for (PlannedMigration planned : plan) {
            lines.add(planned.module() + ": would run " + planned.migration().file() + " (" + size(planned) + ")");
            if (!planned.tables().isEmpty()) {
                lines.add("  rows: "
                        + planned.tables().stream().map(PlanText::text).collect(Collectors.joining(", ")));
            }
            planned.checks().forEach(check -> lines.add("  check: " + text(check)));
            for (int i = planned.done(); i < planned.statements().size(); i++) {
                (planned.statements().get(i) + ";").lines().forEach(line -> lines.add("    " + line));
            }
        }
        return lines;
    }

    private static String size(PlannedMigration planned) {
        int count = planned.statements().size() - planned.done();
        String size = count + (count == 1 ? " statement" : " statements");
        if (planned.done() > 0) {
            return size + " after the " + planned.done() + " that an earlier run has done";
        }
        return planned.transactional() ? size + ", all or nothing" : size;
    }

    private static String text(TouchedTable table) {
        return table.table() + " has " + (table.counted() ? "" : "about ") + table.rows();
    }

    private static String text(PlannedCheck check) {
        if (check.count() == null) {
            return check.text() + ": asked when the migrations before have run";
        }
        return check.count() == 0 ? "nothing in the way of " + check.tag() : check.text() + ": stands in the way";
    }
}
