package io.ashlar.service;

import io.ashlar.model.ClassName;
import io.ashlar.model.ModuleModel;
import io.ashlar.model.SourceModels;
import io.ashlar.model.SourceSet;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generates the base class of a module's service, and the attributes of its entities. The same sources give the same bytes;
 * a file that would not change is not written, so that nothing is compiled again in vain.
 */
public final class ServiceGenerator {

    private ServiceGenerator() {}

    /**
     * Brings {@code folder} in line with {@code sources}: writes what is new or different, deletes what was generated before
     * and is no more. For a project without a module, or a module
     * without models, nothing is generated. Does nothing, quickly,
     * where no source and nothing on the class path has changed since.
     *
     * @param folder of generated sources; if it is among the source roots, it is not read
     * @throws ProblemsFound with what the user has to mend; then nothing is written
     */
    public static Generation generate(SourceSet sources, Path folder) {
        SourceSet handWritten = without(sources, folder);
        GeneratedFolder generated = new GeneratedFolder(folder, sources.encoding());
        try {
            String inputs = Fingerprint.of(handWritten);
            return generated.isFrom(inputs)
                    ? new Generation(true, List.of(), List.of())
                    : generated.write(inputs, sources(handWritten));
        } catch (IOException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "generated-sources-not-written",
                            "Cannot write the generated sources: " + e.getMessage(),
                            folder.toString(),
                            "make the folder writable, and see that the disk is not full")),
                    e);
        }
    }

    private static Map<ClassName, String> sources(SourceSet sources) {
        Map<ClassName, String> generated = new TreeMap<>(Comparator.comparing(ClassName::qualified));
        SourceModels.read(sources)
                .module()
                .filter(module -> !module.entities().isEmpty())
                .ifPresent(module -> generate(module, generated));
        return generated;
    }

    private static void generate(ModuleModel module, Map<ClassName, String> generated) {
        generated.put(module.base(), Template.SERVICE.fill(ServiceModel.of(module)));
        AttributesModel.of(module).forEach((name, model) -> generated.put(name, Template.ATTRIBUTES.fill(model)));
    }

    private static SourceSet without(SourceSet sources, Path folder) {
        Path excluded = folder.toAbsolutePath().normalize();
        return new SourceSet(
                sources.sourceRoots().stream()
                        .filter(root -> !root.toAbsolutePath().normalize().equals(excluded))
                        .toList(),
                sources.classPath(),
                sources.release(),
                sources.encoding());
    }
}
