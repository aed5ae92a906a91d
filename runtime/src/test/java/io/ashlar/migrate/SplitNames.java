package io.ashlar.migrate;

import java.sql.SQLException;

/** Splits a name at its last space: the given names, and the rest. */
public final class SplitNames implements DataStep {

    /** For the migration that names it. */
    public SplitNames() {}

    @Override
    public long run(DataBatch batch) throws SQLException {
        try (var select = batch.connection()
                        .prepareStatement("SELECT id, name FROM author WHERE " + batch.in("id") + " ORDER BY id");
                var update =
                        batch.connection().prepareStatement("UPDATE author SET given = ?, n = n + 1 WHERE id = ?");
                var rows = select.executeQuery()) {
            long changed = 0;
            while (rows.next()) {
                var name = rows.getString(2);
                if (name.equals("stop")) {
                    throw new IllegalStateException("no name");
                }
                update.setString(1, name.substring(0, name.lastIndexOf(' ')));
                update.setInt(2, rows.getInt(1));
                changed += update.executeUpdate();
            }
            return changed;
        }
    }
}
