package io.ashlar.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.Crud;
import io.ashlar.crud.Upserted;
import io.ashlar.data.Model;
import io.ashlar.database.Dialect;
import io.ashlar.query.Find;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids of several parts, and ids that databases make. */
class KeysTest {

    private static Stores stores;

    @BeforeAll
    static void start() throws SQLException {
        stores = new Stores(Seat.class, Visit.class, Coupon.class);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Entity
    public static class Seat extends Model {
        @EmbeddedId
        Place place;

        String guest;

        Seat() {}

        Seat(int line, int number, String guest) {
            this.place = new Place(line, number);
            this.guest = guest;
        }
    }

    @Embeddable
    public static class Place implements Serializable {

        private static final long serialVersionUID = 1L;

        int line;
        int number;

        Place() {}

        Place(int line, int number) {
            this.line = line;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.line == line && place.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, number);
        }

        @Override
        public String toString() {
            return line + "/" + number;
        }
    }

    @Entity
    public static class Visit extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;

        Visit() {}

        Visit(Long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    public static class Coupon extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "coupons")
        @SequenceGenerator(name = "coupons", sequenceName = "coupon_seq", allocationSize = 50)
        Long id;
    }

    @ParameterizedTest
    @EnumSource
    void anEmbeddedIdIsUpserted(Dialect dialect) {
        Crud<Seat, Place> seats = stores.on(dialect).of(Seat.class);
        seats.create(List.of(new Seat(1, 1, "Ada"), new Seat(1, 2, "Bob")));

        Upserted<Seat> upserted = seats.upsert(List.of(new Seat(1, 2, "Eve"), new Seat(2, 1, "Cyd")));

        assertThat(upserted.created()).isEqualTo(Map.of("seat_id", List.of(new Place(2, 1))));
        assertThat(upserted.updated()).isEqualTo(Map.of("seat_id", List.of(new Place(1, 2))));
        assertThat(seats.list(Find.all()))
                .extracting(seat -> seat.place + " " + seat.guest)
                .containsExactlyInAnyOrder("1/1 Ada", "1/2 Eve", "2/1 Cyd");
        assertThatThrownBy(() -> seats.upsert(List.of(new Seat(1, 1, "x"), new Seat(1, 1, "y"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two of them have the id 1/1");
        assertThat(seats.retrieve(new Place(1, 1)).guest).isEqualTo("Ada");
    }

    @ParameterizedTest
    @EnumSource
    void aGivenIdIsKeptAmongThoseThatTheDatabaseMakes(Dialect dialect) {
        Crud<Visit, Long> visits = stores.on(dialect).of(Visit.class);
        List<Visit> mixed =
                List.of(new Visit(null, "a"), new Visit(5000L, "b"), new Visit(null, "c"), new Visit(4000L, "d"));

        visits.create(mixed);
        Upserted<Visit> upserted = visits.upsert(List.of(new Visit(5000L, "bb"), new Visit(null, "e")));

        assertThat(mixed.get(1).id).isEqualTo(5000L);
        assertThat(mixed.get(3).id).isEqualTo(4000L);
        assertThat(mixed).extracting(visit -> visit.id).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(mixed)
                .allSatisfy(visit -> assertThat(visits.exists(visit.id)).isTrue());
        assertThat(upserted.updated()).isEqualTo(Map.of("visit_id", List.of(5000L)));
        assertThat(upserted.created().get("visit_id")).hasSize(1);
        assertThat(visits.list(Find.all()))
                .extracting(visit -> visit.name)
                .containsExactlyInAnyOrder("a", "bb", "c", "d", "e");
        assertThat(visits.retrieve(mixed.get(2).id).name).isEqualTo("c");
    }

    @ParameterizedTest
    @EnumSource
    void blocksOfASequenceGiveNoNumberTwice(Dialect dialect) throws Exception {
        Crud<Coupon, Long> coupons = stores.on(dialect).of(Coupon.class);
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        var start = new CyclicBarrier(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int thread = i;
            all.add(threads.submit(() -> {
                start.await();
                int made = 0;
                for (int size : new int[] {1, 60, 3, 50, 49, 1, 7 + thread}) {
                    List<Coupon> created = coupons.create(IntStream.range(0, size)
                            .mapToObj(each -> new Coupon())
                            .toList());
                    created.forEach(coupon -> assertThat(ids.add(coupon.id)).isTrue());
                    made += size;
                }
                return made;
            }));
        }

        int made = 0;
        for (Future<Integer> each : all) {
            made += each.get();
        }
        threads.shutdown();

        assertThat(ids).hasSize(made);
        assertThat(coupons.count()).isEqualTo(made);
    }
}
