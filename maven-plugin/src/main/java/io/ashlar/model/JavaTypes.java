package io.ashlar.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Turns javac's types into ours. */
final class JavaTypes {

    private final Types types;

    JavaTypes(Types types) {
        this.types = types;
    }

    static ClassName name(TypeElement type) {
        List<String> simpleNames = new ArrayList<>();
        Element element = type;
        while (element instanceof TypeElement enclosing) {
            simpleNames.add(0, enclosing.getSimpleName().toString());
            element = enclosing.getEnclosingElement();
        }
        return new ClassName(packageOf(type), simpleNames);
    }

    /** Returns whether {@code type} or one of its arguments is a class javac did not find. */
    static boolean unresolved(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR || parts(type).anyMatch(JavaTypes::unresolved);
    }

    /** Returns whether code in {@code packageName} can name {@code type} and its arguments. */
    boolean visibleIn(String packageName, TypeMirror type) {
        return (!(types.asElement(type) instanceof TypeElement element) || visibleIn(packageName, element))
                && parts(type).allMatch(part -> visibleIn(packageName, part));
    }

    static boolean visibleIn(String packageName, TypeElement type) {
        boolean samePackage = packageOf(type).equals(packageName);
        Element element = type;
        while (element instanceof TypeElement) {
            boolean visible = element.getModifiers().contains(Modifier.PUBLIC)
                    || (samePackage && !element.getModifiers().contains(Modifier.PRIVATE));
            if (!visible) {
                return false;
            }
            element = element.getEnclosingElement();
        }
        return true;
    }

    JavaType of(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return new JavaType.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
        }
        if (type instanceof ArrayType array) {
            return new JavaType.Array(of(array.getComponentType()));
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        if (type instanceof TypeVariable variable) {
            return of(types.erasure(variable));
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return new JavaType.Declared(
                    name(element),
                    declared.getTypeArguments().stream().map(this::of).toList());
        }
        throw new IllegalStateException("no type of an attribute: " + type);
    }

    private JavaType wildcard(WildcardType wildcard) {
        if (wildcard.getExtendsBound() != null) {
            return new JavaType.Wildcard("extends", List.of(of(wildcard.getExtendsBound())));
        }
        if (wildcard.getSuperBound() != null) {
            return new JavaType.Wildcard("super", List.of(of(wildcard.getSuperBound())));
        }
        return new JavaType.Wildcard("extends", List.of());
    }

    private static Stream<TypeMirror> parts(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return Stream.of(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(bound -> bound != null);
        }
        return type instanceof DeclaredType declared
                ? declared.getTypeArguments().stream().map(TypeMirror.class::cast)
                : Stream.of();
    }

    private static String packageOf(TypeElement type) {
        for (Element element = type; element != null; element = element.getEnclosingElement()) {
            if (element instanceof PackageElement enclosing) {
                return enclosing.getQualifiedName().toString();
            }
        }
        throw new IllegalStateException(type + " is in no package");
    }
}
