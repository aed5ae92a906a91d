package io.ashlar.model;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Says where something is declared, for messages. */
final class Places {

    private final Trees trees;

    Places(Trees trees) {
        this.trees = trees;
    }

    /** Returns class, member, file and line: {@code com.acme.Post.title (/shop/src/com/acme/Post.java:12)}. */
    String of(Element element) {
        String name = element instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : element.getEnclosingElement() + "." + element.getSimpleName();
        return fileAndLine(element).map(place -> name + " (" + place + ")").orElse(name);
    }

    /** Returns the source file that declares {@code element}; empty for a class of the class path. */
    Optional<Path> file(Element element) {
        return Optional.ofNullable(trees.getPath(element))
                .map(path -> Path.of(path.getCompilationUnit().getSourceFile().toUri()));
    }

    private Optional<String> fileAndLine(Element element) {
        TreePath path = trees.getPath(element);
        if (path == null) {
            return Optional.empty();
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        long line = unit.getLineMap().getLineNumber(declaration(unit, path.getLeaf()));
        return Optional.of(Path.of(unit.getSourceFile().toUri()) + ":" + line);
    }

    /** Returns where the declaration goes on after its annotations: the line a reader looks for. */
    private long declaration(CompilationUnitTree unit, Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        Optional<ModifiersTree> modifiers = modifiers(tree);
        if (modifiers.isEmpty() || modifiers.get().getAnnotations().isEmpty()) {
            return start;
        }
        long end = trees.getSourcePositions().getEndPosition(unit, modifiers.get());
        CharSequence text = text(unit);
        int position = (int) Math.max(start, end);
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private static Optional<ModifiersTree> modifiers(Tree tree) {
        if (tree instanceof ClassTree type) {
            return Optional.of(type.getModifiers());
        }
        if (tree instanceof VariableTree field) {
            return Optional.of(field.getModifiers());
        }
        return tree instanceof MethodTree method ? Optional.of(method.getModifiers()) : Optional.empty();
    }

    private static CharSequence text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
