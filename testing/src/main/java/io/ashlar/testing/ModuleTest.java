package io.ashlar.testing;

import io.ashlar.ModuleService;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class: each test method that has a parameter of the service's type gets the service of one module, started on
 * a fresh database with the module's migrations.
 *
 * <p>The database is H2, in memory. {@code -Dmodules.test.url}, with {@code .user} and {@code .password}, names one of
 * PostgreSQL instead: each test gets a schema of its own there, dropped after the test.
 *
 * <p>Until the module's first migration is written the tests are skipped, with a warning that says how to write it.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ModuleExtension.class)
@SuppressWarnings("exports") // JUnit makes the extension by reflection, nobody else
public @interface ModuleTest {

    /** The service under test. */
    Class<? extends ModuleService> value();
}
