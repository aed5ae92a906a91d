package io.ashlar.internal.mapping;

import io.ashlar.database.Dialect;

/** EclipseLink's idea of each database. Always named, because detection takes an old one for later versions. */
public final class Platforms {

    private Platforms() {}

    /** Returns the name of the class EclipseLink is to use. */
    public static String className(Dialect dialect) {
        return switch (dialect) {
            case H2 -> H2Values.class.getName();
            case POSTGRESQL -> PostgresqlValues.class.getName();
            case MARIADB -> MariadbValues.class.getName();
        };
    }
}
