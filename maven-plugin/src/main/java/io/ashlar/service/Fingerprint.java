package io.ashlar.service;

import io.ashlar.model.SourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A hash that is the same as long as what it was made of is. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns the fingerprint of {@code content}. */
    static String of(byte[] content) {
        return new Fingerprint().add(content).end();
    }

    /**
     * Returns the fingerprint of everything generated code depends on: the sources by their content, the class path by
     * names, sizes and times, and the generator itself.
     */
    static String of(SourceSet sources) throws IOException {
        Fingerprint fingerprint = new Fingerprint()
                .add(sources.release() + " " + sources.encoding().name());
        for (Template template : Template.values()) {
            fingerprint.add(template);
        }
        for (Path file : sources.files()) {
            fingerprint.add(file.toString()).add(Files.readAllBytes(file));
        }
        for (Path entry : sources.classPath()) {
            fingerprint.addEntry(entry);
        }
        return fingerprint.end();
    }

    private void addEntry(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(entry)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            add(file + " " + attributes.size() + " "
                    + attributes.lastModifiedTime().toMillis());
        }
    }

    private void add(Template template) throws IOException {
        try (InputStream content = Fingerprint.class.getClassLoader().getResourceAsStream(template.path())) {
            if (content != null) {
                add(content.readAllBytes());
            }
        }
    }

    private Fingerprint add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    private Fingerprint add(byte[] part) {
        // the length keeps two parts apart that would be the same joined
        digest.update(Integer.toString(part.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ' ');
        digest.update(part);
        return this;
    }

    private String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
