package io.ashlar.weaving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * What weaving needs to know of a class, read without loading it.
 *
 * @param name internal, such as {@code com/acme/Post}
 * @param superName internal
 * @param interfaces internal
 * @param annotations descriptors
 * @param module the values of {@code @Module}; null without it
 * @param fieldTypes internal names of every class in the types of its fields, type arguments included
 */
record ClassFacts(
        String name,
        String superName,
        List<String> interfaces,
        Set<String> annotations,
        @Nullable ModuleValues module,
        Set<String> fieldTypes) {

    private static final String MODULE = "Lio/ashlar/Module;";

    /** What {@code @Module} says; models are binary names. */
    record ModuleValues(String name, List<String> models) {}

    /** Returns the class as people write it. */
    String binaryName() {
        return name.replace('/', '.');
    }

    /** Returns the internal name of the package. */
    String packageName() {
        int end = name.lastIndexOf('/');
        return end < 0 ? "" : name.substring(0, end);
    }

    static ClassFacts of(ClassReader reader) {
        Collector collector = new Collector();
        reader.accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        String superName = reader.getSuperName();
        return new ClassFacts(
                reader.getClassName(),
                superName == null ? "" : superName,
                List.of(reader.getInterfaces()),
                collector.annotations,
                collector.module(),
                collector.fieldTypes);
    }

    private static final class Collector extends ClassVisitor {

        private final Set<String> annotations = new LinkedHashSet<>();
        private final Set<String> fieldTypes = new LinkedHashSet<>();
        private final Map<String, String> moduleTexts = new HashMap<>();
        private final List<String> models = new ArrayList<>();

        Collector() {
            super(Opcodes.ASM9);
        }

        @Nullable
        ModuleValues module() {
            return annotations.contains(MODULE)
                    ? new ModuleValues(moduleTexts.getOrDefault("name", ""), List.copyOf(models))
                    : null;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            annotations.add(descriptor);
            return descriptor.equals(MODULE) ? new ModuleVisitor() : null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            if ((access & Opcodes.ACC_STATIC) == 0) {
                new SignatureReader(signature == null ? descriptor : signature).acceptType(new SignatureVisitor(api) {
                    @Override
                    public void visitClassType(String type) {
                        fieldTypes.add(type);
                    }
                });
            }
            return null;
        }

        private final class ModuleVisitor extends AnnotationVisitor {

            ModuleVisitor() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visit(@Nullable String name, Object value) {
                if (value instanceof Type type) { // an element of models
                    models.add(type.getClassName());
                } else {
                    moduleTexts.put(String.valueOf(name), String.valueOf(value));
                }
            }

            @Override
            public AnnotationVisitor visitArray(String name) {
                return this;
            }
        }
    }
}
