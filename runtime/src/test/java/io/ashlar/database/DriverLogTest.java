package io.ashlar.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.databases.TestDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

class DriverLogTest {

    @OnEachDatabase
    void theValuesOfARefusedRowAreNotLoggedAndThePoolClosesWithoutAWord(String dialect) throws Exception {
        List<String> written = new ArrayList<>();
        var database = TestDatabases.fresh(dialect);
        try (var other = OtherJvm.start(Twice.class, database.url(), database.user(), database.password())) {
            for (var line = other.line(); !line.equals("end"); line = other.line()) {
                written.add(line);
            }
        }

        assertThat(written).containsExactly("refused");
    }

    /** Stores the same unique value twice; all that is logged goes to its output. */
    static final class Twice {

        public static void main(String[] args) throws Exception {
            System.setErr(System.out);
            try (var database = Database.open(new DatabaseSettings(args[0], args[1], args[2]));
                    var connection = database.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create table salary (secret varchar(9) unique)");
                statement.execute("insert into salary values ('hush')");
                try {
                    statement.execute("insert into salary values ('hush')");
                } catch (SQLException e) {
                    System.out.println("refused");
                }
            }
            System.out.println("end");
        }
    }
}
