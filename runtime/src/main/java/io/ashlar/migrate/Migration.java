package io.ashlar.migrate;

/**
 * One migration of a module.
 *
 * @param version orders the migrations of a module, such as {@code 20260131120000}
 * @param description from the file's name, underscores as spaces
 * @param file the file's name
 */
public record Migration(String version, String description, String file) {}
