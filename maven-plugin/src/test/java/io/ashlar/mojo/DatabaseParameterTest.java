package io.ashlar.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseParameterTest {

    @Test
    void takesUserAndPasswordFromTheServer() {
        assertThat(new DatabaseParameter("jdbc:postgresql://localhost/shop", null, null, "shop-db")
                        .settings(DatabaseParameterTest::server))
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://localhost/shop", "anna", "secret"));
    }

    @Test
    void takesTheUserOfThePomFirst() {
        assertThat(new DatabaseParameter("jdbc:postgresql://localhost/shop", "bob", null, "shop-db")
                        .settings(DatabaseParameterTest::server))
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://localhost/shop", "bob", "secret"));
    }

    @Test
    void refusesAServerThatSettingsDoNotHave() {
        assertThat(problem(new DatabaseParameter("jdbc:h2:./shop", null, null, "gone"))
                        .tag())
                .isEqualTo("unknown-server");
    }

    @Test
    void refusesADatabaseWithoutUrl() {
        assertThat(problem(new DatabaseParameter(null, "anna", null, null)).tag())
                .isEqualTo("no-database-url");
        assertThat(problem(new DatabaseParameter(" ", null, null, null)).tag()).isEqualTo("no-database-url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/shop?user=anna&password=secret",
                "jdbc:h2:./shop;USER=sa;PASSWORD=secret",
                "jdbc:mariadb://localhost/shop?password=secret",
            })
    void refusesAPasswordInTheUrlWithoutShowingIt(String url) {
        var problem = problem(new DatabaseParameter(url, null, null, null));

        assertThat(problem.tag()).isEqualTo("password-in-url");
        assertThat(problem.toString()).doesNotContain("secret");
    }

    private static @Nullable Server server(String id) {
        if (!id.equals("shop-db")) {
            return null;
        }
        Server server = new Server();
        server.setUsername("anna");
        server.setPassword("secret");
        return server;
    }

    private static Problem problem(DatabaseParameter database) {
        var problems = catchThrowableOfType(ProblemsFound.class, () -> database.settings(DatabaseParameterTest::server))
                .problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
