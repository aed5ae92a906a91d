package io.ashlar.pull;

import java.util.List;

/**
 * One Java file of a pulled model, or of its composite key.
 *
 * @param table whose rows it is
 * @param imports sorted
 * @param annotations of the class, each on a line of its own
 * @param extension what follows the class's name, with a space before it; may be empty
 */
public record PulledModel(
        String packageName,
        String className,
        String table,
        List<String> imports,
        List<String> annotations,
        String extension,
        List<PulledField> fields) {

    /** Copies. */
    public PulledModel {
        imports = List.copyOf(imports);
        annotations = List.copyOf(annotations);
        fields = List.copyOf(fields);
    }
}
