package io.ashlar.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL locks, and for how long, by its manual; a lock lasts until the end of its transaction. */
final class PostgresqlHazards extends Hazards {

    /** What gives one value for all rows, so that it is stored once. */
    private static final Set<String> ONCE = Set.of(
            "now", "transaction_timestamp", "statement_timestamp", "cast", "varchar", "numeric", "decimal", "char");

    private static final Set<String> SERIAL = Set.of("serial", "bigserial", "smallserial");

    private static final Pattern BLOCK_INDEX = Pattern.compile(
            "\\bcreate\\s+(?:unique\\s+)?index\\s+(?!concurrently\\b).*?\\bon\\s+(?:only\\s+)?(?:\"(?<quoted>[^\"]+)\"|(?<plain>\\w+))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BLOCK_LOSS =
            Pattern.compile("\\b(drop\\s+table|truncate|delete\\s+from|drop\\s+column)\\b", Pattern.CASE_INSENSITIVE);

    private final boolean oneTransaction;
    private final Map<String, Integer> held = new HashMap<>();
    /** The column that each check by the name of table and constraint says is not null. */
    private final Map<String, String> notNull = new HashMap<>();

    private final Set<String> proven = new HashSet<>();

    PostgresqlHazards(boolean oneTransaction) {
        this.oneTransaction = oneTransaction;
    }

    @Override
    void createIndex(String table, boolean concurrently) {
        if (!concurrently && !holds(table, "the index is built")) {
            add(
                    Rule.BLOCKS_WRITES,
                    "nobody writes to " + table + " while this index is built",
                    "create it concurrently, in a file of its own with executeInTransaction=false beside it");
        }
    }

    @Override
    void dropIndex(Words words) {}

    @Override
    void addConstraint(String table, String name, Words definition) {
        boolean later = definition.contains("not valid");
        if (definition.take("check")) {
            remember(table, name, definition);
            if (!later) {
                reads(table, "this check", "add it not valid, and validate it in a later file");
                mayFail(table, "a check on", "rows that break it");
            }
        } else if (definition.take("foreign key")) {
            if (!later) {
                add(
                        Rule.BLOCKS_WRITES,
                        "nobody writes to " + table
                                + ", nor to what it points to, while this foreign key reads all rows",
                        "add it not valid, and validate it in a later file");
                mayFail(table, "a foreign key of", "rows that point to nothing");
            }
        } else if (!definition.contains("using index")) {
            reads(
                    table,
                    "this constraint",
                    "create a unique index concurrently in a file of its own, then add the constraint using index");
            mayFail(table, "a key of", "duplicates");
        }
        hold(table);
    }

    private void remember(String table, String name, Words check) {
        List<Token> condition = check.rest().stream()
                .filter(token -> !token.isSign("(") && !token.isSign(")"))
                .toList();
        Words words = new Words(condition);
        String column = words.name();
        if (words.take("is not null")) {
            notNull.put(table + "." + name, column);
        }
    }

    @Override
    void newColumn(String table, String column, Words definition) {
        boolean serial = SERIAL.stream().anyMatch(definition::contains);
        if (serial || definition.contains("generated") || isPerRow(definition)) {
            add(
                    Rule.REWRITES_TABLE,
                    "gives each row of " + table + " a value of its own for " + column
                            + ", and nobody reads or writes meanwhile",
                    "add the column without it, then set its default, and fill it in parts");
        } else if (definition.contains("unique")
                || definition.contains("primary key")
                || definition.contains("check")) {
            reads(table, "the constraint of " + column, "add it by itself, in a form that lets others work");
        }
        hold(table);
    }

    private static boolean isPerRow(Words definition) {
        Words value = definition.copy();
        if (!value.find("default")) {
            return false;
        }
        List<Token> tokens = value.rest();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("check")
                    || tokens.get(i).isWord("references")
                    || tokens.get(i).isWord("constraint")) {
                return false;
            }
            if (tokens.get(i).isNamed()
                    && tokens.get(i + 1).isSign("(")
                    && !ONCE.contains(tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    @Override
    void require(String table, String column) {
        if (!proven.contains(table + "." + column)) {
            reads(
                    table,
                    "not null on " + column,
                    "add a check (" + column
                            + " is not null) not valid, validate it in a later file, then set not null");
            mayFail(table, "not null on " + column + " of", "rows without a value");
        }
        hold(table);
    }

    @Override
    void changeType(String table, String column, Words definition) {
        add(
                Rule.REWRITES_TABLE,
                "writes each row of " + table + " anew for another type of " + column
                        + ", unless it only widens a varchar or numeric, and nobody reads or writes meanwhile",
                "add a column beside it, fill it in parts, and drop the old one later");
        if (!definition.copy().take("text")) {
            mayFail(table, "another type for " + column + " of", "values that do not fit");
        }
        hold(table);
    }

    @Override
    void otherAction(String table, Words action) {
        if (action.take("validate constraint")) {
            String name = action.name();
            String column = notNull.get(table + "." + name);
            if (column != null) {
                proven.add(table + "." + column);
            }
            mayFail(table, "constraint " + name + " of", "rows that break it");
            touches(table);
        } else if (action.take("set tablespace")
                || action.take("set logged")
                || action.take("set unlogged")
                || action.take("set access method")) {
            add(
                    Rule.REWRITES_TABLE,
                    "writes all of " + table + " anew, and nobody reads or writes meanwhile",
                    "run it when nobody uses the table");
        } else {
            hold(table);
        }
    }

    @Override
    void other(Words words) {
        if (words.take("cluster") || words.take("vacuum full")) {
            add(Rule.REWRITES_TABLE, "nobody reads or writes " + words.name() + " meanwhile", "use vacuum alone");
        } else if (words.take("reindex")) {
            if (!words.contains("concurrently")) {
                add(Rule.BLOCKS_WRITES, "nobody writes while indexes are built anew", "reindex concurrently");
            }
        } else if (words.take("refresh materialized view")) {
            if (!words.take("concurrently")) {
                add(Rule.BLOCKS_READS, "nobody reads " + words.name() + " meanwhile", "refresh it concurrently");
            }
        } else if (words.take("lock")) {
            String table = words.skip("table", "only").name();
            boolean shared = words.contains("share") || words.contains("exclusive");
            boolean all = !shared || words.contains("access exclusive");
            if (!words.contains("access share") && !words.contains("row share")) {
                add(
                        all ? Rule.BLOCKS_READS : Rule.BLOCKS_WRITES,
                        "holds up others at " + table + " until the file ends",
                        "leave the lock to the statements that need one");
            }
        } else if (words.take("do")) {
            words.rest().stream()
                    .filter(token -> token.kind() == Token.Kind.TEXT)
                    .forEach(token -> block(token.text()));
        }
    }

    /** What a block runs may be put together as it runs, so its words have to do. */
    private void block(String body) {
        Matcher indexes = BLOCK_INDEX.matcher(body);
        while (indexes.find()) {
            String table = indexes.group("quoted") == null
                    ? indexes.group("plain").toLowerCase(Locale.ROOT)
                    : indexes.group("quoted");
            if (!isNew(table)) {
                add(
                        Rule.BLOCKS_WRITES,
                        "nobody writes to " + table + " while the block builds its index",
                        "create it concurrently, in a file of its own");
            }
        }
        if (BLOCK_LOSS.matcher(body).find()) {
            add(Rule.DELETES_DATA, "the block takes rows or values along", "keep what may still be asked for");
        }
    }

    @Override
    void touches(String table) {
        holds(table, "this reads or changes its rows");
    }

    private void reads(String table, String why, String mend) {
        add(Rule.BLOCKS_READS, "nobody reads or writes " + table + " while " + why + " reads all rows", mend);
    }

    private void hold(String table) {
        held.putIfAbsent(table, line());
    }

    /** Tells of a lock that an earlier statement of the same transaction holds; returns whether there is one. */
    private boolean holds(String table, String meanwhile) {
        Integer since = held.get(table);
        if (!oneTransaction || since == null || since == line() || isNew(table)) {
            return false;
        }
        add(
                Rule.BLOCKS_READS,
                since,
                "nobody reads or writes " + table + " while " + meanwhile,
                "give this a file of its own");
        return true;
    }
}
