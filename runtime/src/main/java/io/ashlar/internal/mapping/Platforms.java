package io.ashlar.internal.mapping;

import io.ashlar.database.Dialect;
import org.eclipse.persistence.platform.database.H2Platform;
import org.eclipse.persistence.platform.database.MariaDBPlatform;
import org.eclipse.persistence.platform.database.PostgreSQL10Platform;

/** EclipseLink's idea of each database. Always named, because detection takes an old one for later versions. */
public final class Platforms {

    private Platforms() {}

    /** Returns the name of the class EclipseLink is to use. */
    public static String className(Dialect dialect) {
        return switch (dialect) {
            case H2 -> H2Platform.class.getName();
            case POSTGRESQL -> PostgreSQL10Platform.class.getName();
            case MARIADB -> MariaDBPlatform.class.getName();
        };
    }
}
