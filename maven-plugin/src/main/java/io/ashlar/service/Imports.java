package io.ashlar.service;

import io.ashlar.model.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides how one generated file writes the names of classes: short where that says which class is meant, else qualified.
 * The first class to ask for a short name gets it.
 */
public final class Imports {

    private final String packageName;
    private final Set<String> inPackage;
    private final Map<String, ClassName> taken = new TreeMap<>();

    /**
     * Starts a file.
     *
     * @param file the class that is declared in it
     * @param inPackage the simple names of classes of its package, which hide those of {@code java.lang}
     */
    public Imports(ClassName file, Set<String> inPackage) {
        this.packageName = file.packageName();
        this.inPackage = inPackage;
        taken.put(file.simple(), file);
    }

    /** Returns how the file writes {@code name}. */
    public String name(ClassName name) {
        ClassName topLevel = name.topLevel();
        ClassName holder = taken.computeIfAbsent(topLevel.simple(), simple -> topLevel);
        return holder.equals(topLevel) ? String.join(".", name.simpleNames()) : name.qualified();
    }

    /** Returns how the file writes {@code type}. */
    public String name(Class<?> type) {
        return name(ClassName.of(type));
    }

    /** Returns what the file has to import for the names it was told, sorted. */
    public List<String> toWrite() {
        return taken.values().stream()
                .filter(this::isForeign)
                .map(ClassName::qualified)
                .sorted()
                .toList();
    }

    private boolean isForeign(ClassName name) {
        return !name.packageName().equals(packageName)
                && (!name.packageName().equals("java.lang") || inPackage.contains(name.simple()));
    }
}
