package io.ashlar.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UlidsTest {

    @Test
    void countsUpWithinAMillisecondFromItsRandomBits() {
        var ulids = new Ulids(at(1469918176385L), bits(0, 41));

        assertThat(Stream.generate(ulids::next).limit(2))
                .containsExactly("01ARYZ6S410000000000000019", "01ARYZ6S41000000000000001A");
    }

    @Test
    void failsWhenTheRandomBitsOfAMillisecondOverflow() {
        var ulids = new Ulids(at(0), bits(0xFFFF, -1));

        assertThat(ulids.next()).isEqualTo("0000000000ZZZZZZZZZZZZZZZZ");
        assertThatThrownBy(ulids::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ulids::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsOrderAndNeverRepeatsAcrossThreads() {
        var ulids = new Ulids();

        var made = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> ulids.next())
                .toList();

        assertThat(made).doesNotHaveDuplicates();
        assertThat(Stream.generate(ulids::next).limit(1000).toList()).isSorted();
    }

    private static Clock at(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static Random bits(int high, long low) {
        return new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public int nextInt(int bound) {
                return high;
            }

            @Override
            public long nextLong() {
                return low;
            }
        };
    }
}
