package io.ashlar.registration;

import io.ashlar.config.ModuleManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Registered modules as a table of plain text. */
public final class ModuleTable {

    private static final List<String> HEAD = List.of("NAME", "VERSION", "SERVICE", "MODELS", "MIGRATIONS");
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    /** Starts with the headings. */
    public ModuleTable() {}

    /** Adds a row; {@code migrations} says how far they are. */
    public void add(RegisteredModule module, String migrations) {
        ModuleManifest manifest = module.manifest();
        rows.add(List.of(
                module.name(),
                module.origin().version(),
                manifest.service(),
                manifest.models().isEmpty()
                        ? "-"
                        : String.join(
                                ", ",
                                manifest.models().stream()
                                        .map(ModuleTable::simple)
                                        .toList()),
                migrations));
    }

    /** Returns the lines, the columns aligned. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, HEAD.size())
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

    private static String simple(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1);
    }
}
