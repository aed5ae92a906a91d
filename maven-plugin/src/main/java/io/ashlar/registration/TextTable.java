package io.ashlar.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of plain text, the columns aligned. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Starts with the headings. */
    public TextTable(String... head) {
        rows.add(List.of(head));
    }

    /** Adds a row with a cell a heading. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** Returns the lines, headings first. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
