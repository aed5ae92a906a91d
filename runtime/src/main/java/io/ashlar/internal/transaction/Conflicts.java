package io.ashlar.internal.transaction;

import java.sql.SQLException;
import java.util.Set;

/** Tells when a database refused a statement for what others did at the same time, so that it may be tried again. */
public final class Conflicts {

    /** Serialization failure and deadlock of all three; PostgreSQL's deadlock and lock timeout; H2's lock timeout. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00");

    /** MariaDB: lock wait timeout, deadlock, record changed since it was read. H2: concurrent update. */
    private static final Set<Integer> CODES = Set.of(1205, 1213, 1020, 90131);

    private Conflicts() {}

    /** Returns whether {@code e}, or one that it names as the next, is of this kind. */
    public static boolean isConflict(SQLException e) {
        for (SQLException each = e; each != null; each = each.getNextException()) {
            if (STATES.contains(String.valueOf(each.getSQLState())) || CODES.contains(each.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
