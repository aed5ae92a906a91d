package io.ashlar.weaving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Shows EclipseLink every relation to one as lazy while it decides what to weave, whatever {@code fetch} says: JPA's default
 * would read the related records with each record, asked for or not. The class files keep what they say.
 */
final class LazyRelations extends URLClassLoader {

    private static final String FETCH = "Ljakarta/persistence/FetchType;";
    private static final Set<String> TO_ONE =
            Set.of("Ljakarta/persistence/ManyToOne;", "Ljakarta/persistence/OneToOne;");

    private final Set<String> managed;

    /** Loads classes from {@code urls}; {@code managed} are the internal names of the models. */
    LazyRelations(URL[] urls, ClassLoader parent, Set<String> managed) {
        super(urls, parent);
        this.managed = managed;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        InputStream original = super.getResourceAsStream(name);
        boolean model =
                name.endsWith(".class") && managed.contains(name.substring(0, name.length() - ".class".length()));
        if (original == null || !model) {
            return original;
        }
        try (original) {
            ClassReader reader = new ClassReader(original);
            ClassWriter writer = new ClassWriter(0);
            reader.accept(new Lazily(writer), 0);
            return new ByteArrayInputStream(writer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static final class Lazily extends ClassVisitor {

        private Lazily(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return new FieldVisitor(Opcodes.ASM9, super.visitField(access, name, descriptor, signature, value)) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    return lazy(type, super.visitAnnotation(type, visible));
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    return lazy(type, super.visitAnnotation(type, visible));
                }
            };
        }

        private static AnnotationVisitor lazy(String type, AnnotationVisitor next) {
            if (!TO_ONE.contains(type)) {
                return next;
            }
            return new AnnotationVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitEnum(@Nullable String name, String descriptor, String value) {
                    if (!descriptor.equals(FETCH)) {
                        super.visitEnum(name, descriptor, value);
                    }
                }

                @Override
                public void visitEnd() {
                    super.visitEnum("fetch", FETCH, "LAZY");
                    super.visitEnd();
                }
            };
        }
    }
}
