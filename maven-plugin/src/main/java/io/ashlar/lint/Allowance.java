package io.ashlar.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file that says why it may do something: {@code -- ashlar:allow blocks-writes nobody works at night}.
 *
 * @param rule as written there
 * @param reason in words; empty where it is missing
 */
record Allowance(String rule, String reason, int line) {

    private static final String MARK = "-- ashlar:allow";

    static List<Allowance> of(String sql) {
        var found = new ArrayList<Allowance>();
        List<String> lines = sql.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals(MARK) || line.startsWith(MARK + " ")) {
                String[] parts = line.substring(MARK.length()).strip().split("\\s+", 2);
                found.add(new Allowance(parts[0], parts.length == 1 ? "" : parts[1], i + 1));
            }
        }
        return found;
    }

    static String line(Rule rule, String reason) {
        return MARK + " " + rule.id() + " " + reason + "\n";
    }
}
