import org.jspecify.annotations.NullMarked;

/** Starts a module on a fresh database, for tests. */
@NullMarked
module io.ashlar.testing {
    requires transitive io.ashlar.runtime; // its services are what tests ask for
    requires transitive org.junit.jupiter.api; // the extension of the annotation
    requires static transitive org.jspecify; // for compilers; absent at run time
    requires java.sql;

    exports io.ashlar.testing;
}
