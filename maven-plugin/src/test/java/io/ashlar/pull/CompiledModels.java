package io.ashlar.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Pulled models, written, compiled with all warnings, and read as db-generate reads them. */
final class CompiledModels {

    private CompiledModels() {}

    static Schema read(Pulled pulled, Path folder) throws IOException, ClassNotFoundException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = pulled.writeTo(folder.resolve("java"), StandardCharsets.UTF_8, false);
        var complaints = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            complaints,
                            manager,
                            null,
                            List.of(
                                    "-Xlint:all,-processing,-classfile,-path",
                                    "-Werror",
                                    "-proc:none",
                                    "--release",
                                    "17",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        assertThat(complaints.toString()).isEmpty();
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, CompiledModels.class.getClassLoader());
        var models = new java.util.ArrayList<Class<?>>();
        for (String model : pulled.models()) {
            models.add(Class.forName(pulled.sources().get(0).name().packageName() + "." + model, false, loader));
        }
        return EclipseLinkSchemas.of("shop", models, loader).read().schema();
    }
}
