package io.ashlar.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A type as generated code has to write it, without annotations. */
public sealed interface JavaType {

    /** Returns the type in Java, each class written as {@code names} says. */
    String in(Function<ClassName, String> names);

    /** Returns the type where Java wants a class: {@code Integer} for {@code int}, else the type itself. */
    default JavaType boxed() {
        return this;
    }

    /** Returns the class without type arguments. */
    static JavaType of(ClassName name) {
        return new Declared(name, List.of());
    }

    /** A class or interface, with its type arguments if it has any. */
    record Declared(ClassName name, List<JavaType> arguments) implements JavaType {

        /** Copies the list. */
        public Declared {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String in(Function<ClassName, String> names) {
            String raw = names.apply(name);
            return arguments.isEmpty()
                    ? raw
                    : arguments.stream()
                            .map(argument -> argument.in(names))
                            .collect(Collectors.joining(", ", raw + "<", ">"));
        }
    }

    /** One of the eight primitive types, by its keyword. */
    record Primitive(String keyword) implements JavaType {

        private static final Map<String, Class<?>> BOXES = Map.of(
                "boolean", Boolean.class,
                "byte", Byte.class,
                "short", Short.class,
                "int", Integer.class,
                "long", Long.class,
                "float", Float.class,
                "double", Double.class,
                "char", Character.class);

        @Override
        public String in(Function<ClassName, String> names) {
            return keyword;
        }

        @Override
        public JavaType boxed() {
            Class<?> box = BOXES.get(keyword);
            if (box == null) {
                throw new IllegalStateException(keyword + " is no primitive type");
            }
            return of(ClassName.of(box));
        }
    }

    /** An array. */
    record Array(JavaType component) implements JavaType {

        @Override
        public String in(Function<ClassName, String> names) {
            return component.in(names) + "[]";
        }
    }

    /** {@code ?}, {@code ? extends X} or {@code ? super X}, as a type argument. */
    record Wildcard(String relation, List<JavaType> bound) implements JavaType {

        @Override
        public String in(Function<ClassName, String> names) {
            return bound.isEmpty() ? "?" : "? " + relation + " " + bound.get(0).in(names);
        }
    }
}
