package io.ashlar.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseLookupTest {

    private static final DatabaseSettings POM = new DatabaseSettings("jdbc:h2:./pom", "pom-user", "pom-password");

    @Test
    void takesTheConfiguredDatabaseWhereNothingElseIsGiven() {
        assertThat(new DatabaseLookup(Map.of(), Map.of()).settings("blog", POM)).isEqualTo(POM);
    }

    @Test
    void prefersTheSystemPropertyToAll() {
        var lookup = new DatabaseLookup(
                Map.of("modules.database.url", "jdbc:h2:./property"),
                Map.of("BLOG_DATABASE_URL", "jdbc:h2:./blog", "MODULES_DATABASE_URL", "jdbc:h2:./shared"));

        assertThat(lookup.settings("blog", POM).url()).isEqualTo("jdbc:h2:./property");
    }

    @Test
    void prefersTheModulesOwnVariableToTheSharedOne() {
        var lookup = new DatabaseLookup(
                Map.of(),
                Map.of("SHOP_CART_DATABASE_URL", "jdbc:h2:./cart", "MODULES_DATABASE_URL", "jdbc:h2:./shared"));

        assertThat(lookup.settings("shop-cart", POM).url()).isEqualTo("jdbc:h2:./cart");
        assertThat(lookup.settings("blog", POM).url()).isEqualTo("jdbc:h2:./shared");
        assertThat(lookup.sharedSettings(POM).url()).isEqualTo("jdbc:h2:./shared");
    }

    @Test
    void addsAPasswordOfTheEnvironmentToTheUrlOfThePom() {
        var lookup = new DatabaseLookup(Map.of(), Map.of("MODULES_DATABASE_PASSWORD", "secret"));

        assertThat(lookup.sharedSettings(POM)).isEqualTo(new DatabaseSettings(POM.url(), "pom-user", "secret"));
    }

    @Test
    void neverSendsTheCredentialsOfOneDatabaseToAnother() {
        var lookup = new DatabaseLookup(Map.of("modules.database.url", "jdbc:h2:./elsewhere"), Map.of());

        assertThat(lookup.settings("blog", POM)).isEqualTo(new DatabaseSettings("jdbc:h2:./elsewhere", null, null));
    }

    @Test
    void takesBlankForNotGiven() {
        var lookup = new DatabaseLookup(Map.of("modules.database.url", " "), Map.of("MODULES_DATABASE_USER", ""));

        assertThat(lookup.sharedSettings(POM)).isEqualTo(POM);
    }
}
