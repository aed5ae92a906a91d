package io.ashlar.model;

import io.ashlar.data.Model;
import jakarta.data.Sort;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** A project of Java sources in a folder, as a user writes them. */
public final class TestProject {

    private static final String IMPORTS = """
            import io.ashlar.*;
            import io.ashlar.data.*;
            import jakarta.persistence.*;
            import java.util.*;
            """;

    private final Path folder;

    private TestProject(Path folder) {
        this.folder = folder;
    }

    /** Starts an empty project. */
    public static TestProject in(Path folder) {
        return new TestProject(folder);
    }

    /** Starts a project of module {@code blog}, whose {@code @Module} lists {@code models}, such as {@code Post.class}. */
    public static TestProject blog(Path folder, String models) {
        return in(folder)
                .moduleInfo("provides io.ashlar.ModuleService with com.acme.blog.BlogService;")
                .type("@io.ashlar.Module(name = \"blog\", models = {" + models + "})\n"
                        + "public class BlogService extends BlogServiceBase {}");
    }

    /** Adds {@code com.acme.blog}'s module-info. */
    public TestProject moduleInfo(String directives) {
        return file(
                "module-info.java",
                "module com.acme.blog {\n    requires transitive io.ashlar.runtime;\n    exports com.acme.blog;\n    "
                        + directives + "\n}\n");
    }

    /** Adds a type to the package {@code com.acme.blog}; everything it may need is imported, in its first lines. */
    public TestProject type(String declaration) {
        return type("com.acme.blog", declaration);
    }

    /** Adds a type to a package; everything it may need is imported, in its first lines. */
    public TestProject type(String packageName, String declaration) {
        var name = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)").matcher(declaration);
        if (!name.find()) {
            throw new IllegalArgumentException("no type: " + declaration);
        }
        return file(
                packageName.replace('.', '/') + "/" + name.group(1) + ".java",
                "package " + packageName + ";\n" + IMPORTS + declaration + "\n");
    }

    /** Adds or replaces a file. */
    public TestProject file(String path, String content) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where a file is. */
    public Path file(String path) {
        return folder.resolve("src").resolve(path);
    }

    /** Returns its sources, with the runtime on the class path. */
    public SourceSet sources() {
        return new SourceSet(List.of(folder.resolve("src")), classPath(), 17, StandardCharsets.UTF_8);
    }

    /** Returns what a module is compiled against. */
    public static List<Path> classPath() {
        return Stream.of(Model.class, Entity.class, Sort.class, NullMarked.class)
                .map(TestProject::location)
                .toList();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
