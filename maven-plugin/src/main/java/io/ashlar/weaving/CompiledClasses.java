package io.ashlar.weaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/** The class files of one project, read once and written only where they change. Not thread-safe. */
final class CompiledClasses {

    private static final String SUFFIX = ".class";

    private final Path root;
    private final Map<String, byte[]> bytes = new TreeMap<>();
    private final Map<String, ClassFacts> facts = new TreeMap<>();

    private CompiledClasses(Path root) {
        this.root = root;
    }

    /** Reads the classes under {@code root}; none if it does not exist. */
    static CompiledClasses in(Path root) {
        CompiledClasses classes = new CompiledClasses(root);
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        (Iterable<Path>) files.filter(path -> path.toString().endsWith(SUFFIX))::iterator) {
                    classes.take(classes.nameOf(file), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + root, e);
            }
        }
        return classes;
    }

    /** Returns the bytes of a class by its internal name, such as {@code com/acme/Post}. */
    Optional<byte[]> bytes(String internalName) {
        return Optional.ofNullable(bytes.get(internalName));
    }

    /** Returns what a class declares, by its internal name. */
    @Nullable
    ClassFacts facts(String internalName) {
        return facts.get(internalName);
    }

    /** Returns what every class declares, by name; {@code module-info} is not among them. */
    List<ClassFacts> all() {
        return new ArrayList<>(facts.values());
    }

    /** Replaces the bytes of a class here and on disk. */
    void write(String internalName, byte[] changed) {
        try {
            Files.write(root.resolve(internalName + SUFFIX), changed);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + internalName + SUFFIX + " in " + root, e);
        }
        take(internalName, changed);
    }

    /** Returns a hash of all names and bytes. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            bytes.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private void take(String internalName, byte[] content) {
        bytes.put(internalName, content);
        if (!internalName.endsWith("module-info") && !internalName.endsWith("package-info")) {
            facts.put(internalName, ClassFacts.of(new ClassReader(content)));
        }
    }

    private String nameOf(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - SUFFIX.length());
    }
}
