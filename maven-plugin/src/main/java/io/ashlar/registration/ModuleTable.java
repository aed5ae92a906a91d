package io.ashlar.registration;

import io.ashlar.config.ModuleManifest;
import java.util.List;

/** Registered modules as a table of plain text. */
public final class ModuleTable {

    private final TextTable table = new TextTable("NAME", "VERSION", "SERVICE", "MODELS", "MIGRATIONS");

    /** Starts with the headings. */
    public ModuleTable() {}

    /** Adds a row; {@code migrations} says how far they are. */
    public void add(RegisteredModule module, String migrations) {
        ModuleManifest manifest = module.manifest();
        table.add(
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
                migrations);
    }

    /** Returns the lines, the columns aligned. */
    public List<String> lines() {
        return table.lines();
    }

    private static String simple(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1);
    }
}
