package io.ashlar.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void isAskedAndDrawnOnWhereAPersonSits() {
        Terminal terminal = new Terminal(true, true, Map.of("TERM", "xterm-256color"));

        assertThat(terminal.isAttended()).isTrue();
        assertThat(terminal.canRedraw()).isTrue();
    }

    @Test
    void isNeitherInBatchModeNorInAPipeNorInCi() {
        for (Terminal terminal : new Terminal[] {
            new Terminal(false, true, Map.of()),
            new Terminal(true, false, Map.of()),
            new Terminal(true, true, Map.of("CI", "true"))
        }) {
            assertThat(terminal.isAttended()).as("%s", terminal).isFalse();
            assertThat(terminal.canRedraw()).as("%s", terminal).isFalse();
        }
    }

    @Test
    void isAskedButNotDrawnOnWhereNoLineCanBeWrittenTwice() {
        Terminal terminal = new Terminal(true, true, Map.of("TERM", "dumb"));

        assertThat(terminal.isAttended()).isTrue();
        assertThat(terminal.canRedraw()).isFalse();
    }
}
