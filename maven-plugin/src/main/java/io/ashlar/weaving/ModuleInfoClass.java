package io.ashlar.weaving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** A compiled {@code module-info}: what it provides, and how to add what EclipseLink needs. */
final class ModuleInfoClass {

    private static final String SERVICE = "io/ashlar/ModuleService";

    private final byte[] bytes;
    private final Facts facts = new Facts();

    ModuleInfoClass(byte[] bytes) {
        this.bytes = bytes;
        new ClassReader(bytes).accept(facts, 0);
    }

    /** Returns the module's name. */
    String name() {
        return facts.name;
    }

    /** Returns the internal names of the classes that it provides as {@code io.ashlar.ModuleService}. */
    List<String> services() {
        return facts.services;
    }

    /**
     * Returns the class file with further directives; the same array if it has them all.
     *
     * @param requires modules to read, as if the compiler had added them
     * @param packages internal names; to open to {@code readers}
     */
    byte[] with(Set<String> requires, Set<String> packages, Set<String> readers) {
        Set<String> missing = new LinkedHashSet<>(requires);
        missing.removeAll(facts.requires);
        Map<String, Set<String>> opens = missingOpens(packages, readers);
        if (missing.isEmpty() && opens.isEmpty()) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new Additions(writer, missing, opens), 0);
        return writer.toByteArray();
    }

    private Map<String, Set<String>> missingOpens(Set<String> packages, Set<String> readers) {
        Map<String, Set<String>> opens = new LinkedHashMap<>();
        if (facts.open) {
            return opens;
        }
        for (String name : packages) {
            Set<String> present = facts.opens.get(name);
            if (present == null) {
                opens.put(name, readers);
            } else if (!present.isEmpty() && !present.containsAll(readers)) { // empty: open to all
                Set<String> both = new LinkedHashSet<>(present);
                both.addAll(readers);
                opens.put(name, both);
            }
        }
        return opens;
    }

    private static final class Facts extends ClassVisitor {

        private String name = "";
        private boolean open;
        private final Set<String> requires = new LinkedHashSet<>();
        private final Map<String, Set<String>> opens = new LinkedHashMap<>();
        private final List<String> services = new ArrayList<>();

        Facts() {
            super(Opcodes.ASM9);
        }

        @Override
        public ModuleVisitor visitModule(String moduleName, int access, @Nullable String version) {
            name = moduleName;
            open = (access & Opcodes.ACC_OPEN) != 0;
            return new ModuleVisitor(Opcodes.ASM9) {
                @Override
                public void visitRequire(String module, int flags, @Nullable String moduleVersion) {
                    requires.add(module);
                }

                @Override
                public void visitOpen(String opened, int flags, String @Nullable ... to) {
                    opens.put(opened, to == null ? Set.of() : Set.of(to));
                }

                @Override
                public void visitProvide(String service, String... providers) {
                    if (service.equals(SERVICE)) {
                        services.addAll(List.of(providers));
                    }
                }
            };
        }
    }

    /** Copies a module-info, adding requires and replacing or adding opens. */
    private static final class Additions extends ClassVisitor {

        private final Set<String> requires;
        private final Map<String, Set<String>> opens;

        Additions(ClassVisitor writer, Set<String> requires, Map<String, Set<String>> opens) {
            super(Opcodes.ASM9, writer);
            this.requires = requires;
            this.opens = opens;
        }

        @Override
        public ModuleVisitor visitModule(String name, int access, @Nullable String version) {
            return new ModuleVisitor(Opcodes.ASM9, super.visitModule(name, access, version)) {
                @Override
                public void visitOpen(String opened, int flags, String @Nullable ... to) {
                    if (!opens.containsKey(opened)) {
                        super.visitOpen(opened, flags, to);
                    }
                }

                @Override
                public void visitEnd() {
                    requires.forEach(module -> super.visitRequire(module, Opcodes.ACC_SYNTHETIC, null));
                    opens.forEach(
                            (opened, to) -> super.visitOpen(opened, Opcodes.ACC_SYNTHETIC, to.toArray(String[]::new)));
                    super.visitEnd();
                }
            };
        }
    }
}
