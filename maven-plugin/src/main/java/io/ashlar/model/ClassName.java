package io.ashlar.model;

import java.util.Arrays;
import java.util.List;

/**
 * The name of a class, top-level or nested.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames of the class and, before it, of those around it; never empty
 */
public record ClassName(String packageName, List<String> simpleNames) {

    /** Copies the list. */
    public ClassName {
        simpleNames = List.copyOf(simpleNames);
    }

    /** Returns the name of the class {@code simpleNames} in {@code packageName}, outermost first. */
    public static ClassName of(String packageName, String... simpleNames) {
        return new ClassName(packageName, Arrays.asList(simpleNames));
    }

    /** Returns the name of a class that is loaded. */
    public static ClassName of(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? of(type.getPackageName(), type.getSimpleName())
                : of(outer).nested(type.getSimpleName());
    }

    /** Returns the name of the class {@code simpleName} inside this one. */
    public ClassName nested(String simpleName) {
        String[] names = Arrays.copyOf(simpleNames.toArray(String[]::new), simpleNames.size() + 1);
        names[simpleNames.size()] = simpleName;
        return of(packageName, names);
    }

    /** Returns the last name, such as {@code Post}. */
    public String simple() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** Returns the outermost class: this one, if it is top-level. */
    public ClassName topLevel() {
        return of(packageName, simpleNames.get(0));
    }

    /** Returns the name as Java sources write it, such as {@code com.acme.Blog.Post}. */
    public String qualified() {
        return packagePrefix() + String.join(".", simpleNames);
    }

    /** Returns the name as the JVM writes it, such as {@code com.acme.Blog$Post}. */
    public String binary() {
        return packagePrefix() + String.join("$", simpleNames);
    }

    private String packagePrefix() {
        return packageName.isEmpty() ? "" : packageName + ".";
    }
}
