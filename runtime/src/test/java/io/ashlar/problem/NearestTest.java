package io.ashlar.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("blog", "media", "users");

    @Test
    void findsANameWithAFewLettersWrong() {
        assertThat(Nearest.to("blgo", KNOWN)).contains("blog");
        assertThat(Nearest.to("BLOG", KNOWN)).contains("blog");
        assertThat(Nearest.to("user", KNOWN)).contains("users");
    }

    @Test
    void findsNothingForANameUnlikeAll() {
        assertThat(Nearest.to("payments", KNOWN)).isEmpty();
        assertThat(Nearest.to("blog", List.of())).isEmpty();
    }

    @Test
    void asksWithABlankBefore() {
        assertThat("No module 'blgo'." + Nearest.question("blgo", KNOWN))
                .isEqualTo("No module 'blgo'. Did you mean 'blog'?");
        assertThat(Nearest.question("payments", KNOWN)).isEmpty();
    }
}
