package io.ashlar.migrate;

/** Finds the classes that migrations name. */
@FunctionalInterface
public interface DataSteps {

    /** Knows none. */
    DataSteps NONE = type -> {
        throw new ClassNotFoundException(type);
    };

    /**
     * Returns a new object of the class {@code type}.
     *
     * @throws ReflectiveOperationException if there is no such class, or it cannot be made
     */
    DataStep find(String type) throws ReflectiveOperationException;

    /**
     * Makes objects of the classes that {@code loader} loads; each is public, with a public constructor without parameters,
     * in a package that its Java module exports or opens.
     */
    static DataSteps of(ClassLoader loader) {
        return type -> {
            var found = Class.forName(type, true, loader);
            if (!DataStep.class.isAssignableFrom(found)) {
                throw new ClassNotFoundException(type + " is no " + DataStep.class.getSimpleName());
            }
            return found.asSubclass(DataStep.class).getConstructor().newInstance();
        };
    }
}
