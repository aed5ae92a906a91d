package io.ashlar.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ashlar.crud.Crud;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.internal.crud.Cruds;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.Schema;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@NullUnmarked // null is a value to store
class StoredTypesTest {

    private static final Map<Dialect, Crud<Everything, String>> CRUDS = new EnumMap<>(Dialect.class);
    private static final TimeZone ZONE = TimeZone.getDefault();

    @BeforeAll
    static void start() throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin")); // with hours that do not exist
        List<Class<?>> models = List.of(Everything.class, Everything.Owner.class);
        for (Dialect dialect : Dialect.values()) {
            var database = TestDatabases.fresh(dialect.id());
            createTables(database, dialect, models);
            CRUDS.put(
                    dialect,
                    new Cruds(
                                    "test",
                                    models,
                                    dialect,
                                    new Plain(database),
                                    new Transactions(),
                                    EventLog.NONE,
                                    Everything.class.getClassLoader())
                            .of(Everything.class));
        }
    }

    /** The tables are those of a first migration. */
    private static void createTables(TestDatabase database, Dialect dialect, List<Class<?>> models)
            throws SQLException {
        var wanted = EclipseLinkSchemas.of("test", models, Everything.class.getClassLoader())
                .read()
                .schema();
        var script = Ddl.of(dialect).script(SchemaDiff.between(Schema.EMPTY, wanted));
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String one : script.split(";\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        TimeZone.setDefault(ZONE);
    }

    static Stream<Arguments> values() {
        var values = new ArrayList<Object[]>();
        each(
                values,
                "text",
                "",
                "plain",
                " spaces around ",
                "it's \"quoted\" \\ back",
                "Grüße \uD83D\uDE80 漢字",
                "x".repeat(255));
        each(values, "longText", "", "\uD83D\uDE80".repeat(2_500_000), "x".repeat(10 << 20));
        each(values, "flag", true, false);
        each(values, "flagObject", true, false);
        each(values, "number", Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        each(values, "numberObject", Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        each(values, "big", Long.MIN_VALUE, 0L, Long.MAX_VALUE);
        each(values, "bigObject", Long.MIN_VALUE, 0L, Long.MAX_VALUE);
        each(values, "small", Short.MIN_VALUE, Short.MAX_VALUE);
        each(values, "smallObject", Short.MIN_VALUE, Short.MAX_VALUE);
        each(values, "tiny", Byte.MIN_VALUE, Byte.MAX_VALUE);
        each(values, "tinyObject", Byte.MIN_VALUE, Byte.MAX_VALUE);
        each(values, "real", 0.1f, -Float.MAX_VALUE, Float.MIN_NORMAL, 16777216f, 3.4028233E38f);
        each(values, "realObject", 0.1f, Float.MAX_VALUE, 1.17549435E-38f);
        each(values, "wide", 0.1, -Double.MAX_VALUE, Double.MIN_NORMAL, Math.PI, 1e-300);
        each(values, "wideObject", 0.1, Double.MAX_VALUE, Math.nextUp(1.0));
        each(values, "letter", 'a', ' ', 'ß', '漢');
        each(values, "letterObject", 'a', ' ');
        each(
                values,
                "price",
                new BigDecimal("123456789012345.12345"),
                new BigDecimal("-0.00001"),
                new BigDecimal("0.00000"));
        each(
                values,
                "quantity",
                new BigDecimal("12345678901234567890.123456789012345678901234567891"),
                new BigDecimal("-1"),
                new BigDecimal("0.5"),
                BigDecimal.ZERO);
        each(values, "huge", BigInteger.TEN.pow(64), BigInteger.TEN.pow(64).negate(), BigInteger.ZERO);
        each(
                values,
                "uuid",
                UUID.fromString("00000000-0000-0000-0000-000000000000"),
                UUID.fromString("ffffffff-ffff-ffff-8fff-fffffffffffe"),
                UUID.randomUUID());
        each(
                values,
                "instant",
                Instant.EPOCH,
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                Instant.parse("2026-03-29T01:30:00.123456Z"),
                Instant.parse("2026-03-29T02:30:00Z"),
                Instant.parse("2026-10-25T01:30:00Z"),
                Instant.parse("1883-11-18T12:00:00Z"),
                Instant.parse("2038-01-19T03:14:08Z"));
        each(
                values,
                "offsetDateTime",
                OffsetDateTime.parse("2026-01-01T00:00:00.000001Z"),
                OffsetDateTime.parse("9999-12-31T23:59:59.999999Z"));
        each(
                values,
                "localDate",
                LocalDate.of(1, 1, 1),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(2024, 2, 29));
        each(values, "localTime", LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.of(2, 30));
        each(
                values,
                "localDateTime",
                LocalDateTime.of(1, 1, 1, 0, 0),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(2026, 3, 29, 2, 30),
                LocalDateTime.of(1582, 10, 10, 1, 1));
        each(
                values,
                "duration",
                Duration.ZERO,
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofNanos(-1),
                Duration.ofDays(3).plusNanos(1));
        each(values, "colour", (Object[]) Everything.Colour.values());
        each(values, "position", (Object[]) Everything.Colour.values());
        each(values, "bytes", new byte[0], new byte[] {0, -1, 127, -128}, new byte[10 << 20]);
        each(values, "words", List.of(), List.of("", "a \"b\"", "\uD83D\uDE80"));
        each(values, "numbers", Set.of(), Set.of(1, -2));
        each(
                values,
                "properties",
                Map.of(),
                Map.of("a", "b", "n", 1, "d", new BigDecimal("1.10"), "l", List.of(1, "x"), "m", Map.of("k", true)));
        var line = new Everything.Line(
                "n", new BigDecimal("1.10"), Instant.parse("2026-01-01T00:00:00.123456789Z"), List.of(1, 2));
        each(values, "line", line, new Everything.Line(null, null, null, null));
        each(values, "lines", List.of(), List.of(line, line));
        each(
                values,
                "money",
                new Everything.Money(new BigDecimal("19.9900"), "EUR"),
                new Everything.Money(null, "USD"));
        each(values, "labels", Set.of(), Set.of("a", "b"));
        each(values, "shifts", Map.of(), Map.of(LocalDate.of(2026, 3, 29), Duration.ofHours(8)));
        each(values, "prices", List.of(), List.of(new Everything.Price(new BigDecimal("1.0000"), Instant.EPOCH)));
        each(values, "tag", new Everything.Tag("x"));
        each(values, "millis", 1L, 1764000000123L);
        return Stream.of(Dialect.values())
                .flatMap(dialect -> values.stream().map(value -> Arguments.of(dialect, value[0], value[1])));
    }

    private static void each(List<Object[]> values, String attribute, Object... all) {
        for (Object value : all) {
            values.add(new Object[] {attribute, value});
        }
        if (!attribute.matches("flag|number|big|small|tiny|real|wide|letter|colour|labels|shifts|prices")) {
            values.add(new Object[] {attribute, null});
        }
    }

    @ParameterizedTest(name = "{0} {1} #{index}")
    @MethodSource("values")
    void readsWhatWasWritten(Dialect dialect, String attribute, Object value) throws Exception {
        var field = Everything.class.getDeclaredField(attribute);
        var written = new Everything();
        field.set(written, value);

        var read = roundTrip(dialect, written);

        assertThat(value(field, read)).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void assignsIdsDefaultsAndTimes(Dialect dialect) {
        var written = new Everything();
        written.owner = new Everything.Owner();
        written.owner.key = UUID.randomUUID();

        var read = roundTrip(dialect, written);

        assertThat(read.id).startsWith("all_").hasSize(30);
        assertThat(read.owner.id).startsWith("owner_").hasSize(32);
        assertThat(read.owner.key).isEqualTo(written.owner.key);
        assertThat(read.colour).isEqualTo(Everything.Colour.GREEN);
        assertThat(read.getCreatedAt()).isEqualTo(read.getUpdatedAt()).isEqualTo(written.getCreatedAt());
    }

    @ParameterizedTest
    @EnumSource
    void readsRelationsRequiredAndOptional(Dialect dialect) {
        var written = new Everything();

        var read = roundTrip(dialect, written);

        assertThat(read.creator.id).isEqualTo(written.creator.id);
        assertThat(read.owner).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void refusesARequiredRelationLeftOut(Dialect dialect) {
        var written = new Everything();
        written.creator = null;

        assertThat(catchThrowable(() -> roundTrip(dialect, written))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void touchesTheTimeOfUpdateOnlyWhenSomethingIsChanged(Dialect dialect) {
        var written = new Everything();
        written.words = List.of("a");
        roundTrip(dialect, written);

        var same = CRUDS.get(dialect).update(written.id, List.of());
        var changed = change(dialect, written.id, entity -> entity.text = "new");

        assertThat(same.getUpdatedAt()).isEqualTo(written.getUpdatedAt());
        assertThat(changed.getUpdatedAt()).isAfter(written.getUpdatedAt());
        assertThat(changed.getCreatedAt()).isEqualTo(written.getCreatedAt());
    }

    @ParameterizedTest
    @EnumSource
    void storesWhatChangedInsideJson(Dialect dialect) {
        var written = new Everything();
        written.words = new ArrayList<>(List.of("a"));
        roundTrip(dialect, written);

        var changed = change(dialect, written.id, entity -> entity.words.add("b"));

        assertThat(changed.words).containsExactly("a", "b");
        assertThat(changed.getUpdatedAt()).isAfter(written.getUpdatedAt());
    }

    static Stream<Arguments> misfits() {
        var values = new ArrayList<Object[]>();
        values.add(new Object[] {"text", "x".repeat(256)});
        values.add(new Object[] {"text", "x".repeat(255) + " "});
        values.add(new Object[] {"price", new BigDecimal("0.000001")});
        values.add(new Object[] {"price", new BigDecimal("1234567890123456")});
        values.add(new Object[] {"instant", Instant.MAX});
        values.add(new Object[] {"localDate", LocalDate.of(0, 1, 1)});
        values.add(new Object[] {"localDateTime", LocalDateTime.of(10_000, 1, 1, 0, 0)});
        values.add(new Object[] {"offsetDateTime", OffsetDateTime.MAX});
        values.add(new Object[] {"huge", BigInteger.TEN.pow(1001)});
        return Stream.of(Dialect.values())
                .flatMap(dialect -> values.stream().map(value -> Arguments.of(dialect, value[0], value[1])));
    }

    @ParameterizedTest(name = "{0} {1} #{index}")
    @MethodSource("misfits")
    void refusesWhatDoesNotFit(Dialect dialect, String attribute, Object value) throws Exception {
        var written = new Everything();
        Everything.class.getDeclaredField(attribute).set(written, value);

        assertThat(catchThrowable(() -> roundTrip(dialect, written))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void cutsNanosecondsWhereTheDatabaseHasNone(Dialect dialect) {
        var written = new Everything();
        written.localTime = LocalTime.of(23, 59, 59, 999_999_999);
        written.instant = Instant.parse("2026-12-31T23:59:59.999999999Z");
        written.offsetDateTime = OffsetDateTime.parse("2026-12-31T23:59:59.999999999+05:30");

        var read = roundTrip(dialect, written);

        var nanos = dialect == Dialect.H2 ? 999_999_999 : 999_999_000;
        assertThat(read.localTime).isEqualTo(LocalTime.of(23, 59, 59, nanos));
        assertThat(read.instant).isEqualTo(Instant.parse("2026-12-31T23:59:59Z").plusNanos(nanos));
        assertThat(read.offsetDateTime)
                .isEqualTo(written.offsetDateTime.withNano(nanos).withOffsetSameInstant(ZoneOffset.UTC));
        assertThat(read.offsetDateTime.getOffset()).isEqualTo(ZoneOffset.UTC);
    }

    private static Object value(Field field, Everything entity) throws IllegalAccessException {
        return field.get(entity);
    }

    private static Everything roundTrip(Dialect dialect, Everything entity) {
        CRUDS.get(dialect).create(entity);
        return read(dialect, entity.id);
    }

    private static Everything change(Dialect dialect, String id, java.util.function.Consumer<Everything> change) {
        var entity = CRUDS.get(dialect).retrieve(id);
        change.accept(entity);
        CRUDS.get(dialect).upsert(entity);
        return read(dialect, id);
    }

    private static Everything read(Dialect dialect, String id) {
        var read = CRUDS.get(dialect).retrieve(id);
        assertThat(List.of(read.labels, read.shifts, read.prices)).isNotEmpty(); // reads what is lazy
        return read;
    }

    /** Opens a connection for each request. */
    private record Plain(TestDatabase database) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return database.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return database.connect();
        }

        @Override
        public java.io.PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(java.io.PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public java.util.logging.Logger getParentLogger() {
            return java.util.logging.Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return type.isInstance(this);
        }
    }
}
