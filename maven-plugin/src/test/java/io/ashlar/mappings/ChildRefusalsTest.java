package io.ashlar.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ashlar.crud.AlreadyExists;
import io.ashlar.crud.Crud;
import io.ashlar.crud.DataException;
import io.ashlar.crud.NotOneOf;
import io.ashlar.crud.StillReferenced;
import io.ashlar.crud.TooLong;
import io.ashlar.crud.TransactionRolledBack;
import io.ashlar.crud.ValueRequired;
import io.ashlar.data.Model;
import io.ashlar.data.Sensitive;
import io.ashlar.data.Ulid;
import io.ashlar.database.Dialect;
import io.ashlar.query.ToMany;
import io.ashlar.transaction.TransactionOptions;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database refuses of a child is told in the child's words, and nothing of it that is sensitive. */
class ChildRefusalsTest {

    private static final ToMany<Safe, Key, String> KEYS = new ToMany<>(Safe.class, "keys");

    private static Stores stores;

    @BeforeAll
    static void start() throws SQLException {
        stores = new Stores(Safe.class, Key.class, Lending.class);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Entity
    public static class Safe extends Model {
        @Id
        @Ulid
        String id;

        @OneToMany(mappedBy = "safe", cascade = CascadeType.ALL)
        List<Key> keys = new ArrayList<>();

        @Sensitive
        @ElementCollection
        @Column(length = 60)
        List<String> hints = new ArrayList<>();
    }

    @Entity
    @Table(name = "safe_key", check = @CheckConstraint(name = "few_teeth", constraint = "teeth < 100"))
    public static class Key extends Model {
        @Id
        @Ulid
        String id;

        @ManyToOne
        Safe safe;

        @Sensitive
        @Column(unique = true, length = 60)
        String pin;

        @Column(nullable = false)
        String label = "l";

        int teeth;
    }

    @Entity
    public static class Lending extends Model {
        @Id
        @Ulid
        String id;

        @ManyToOne
        Key key;
    }

    private static Crud<Safe, String> safes(Dialect dialect) {
        return stores.on(dialect).of(Safe.class);
    }

    private static Key key(String pin) {
        var key = new Key();
        key.pin = pin;
        return key;
    }

    private static Safe with(Key... keys) {
        var safe = new Safe();
        safe.keys.addAll(List.of(keys));
        return safe;
    }

    private static String secret() {
        return "secret-" + UUID.randomUUID();
    }

    /** Asserts that the call fails like that, and that nothing that anybody can see holds {@code secret}. */
    private static void refused(
            Class<? extends DataException> type, String model, String property, String secret, ThrowingCallable call) {
        var log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        Throwable thrown;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            thrown = catchThrowable(call);
        } finally {
            System.setErr(before);
        }
        assertThat(thrown).isInstanceOf(type);
        var refused = (DataException) thrown;
        assertThat(refused.model()).isEqualTo(model);
        if (property != null) {
            assertThat(refused.property()).hasValue(property);
        }
        assertThat(everything(refused)).doesNotContain(secret);
        assertThat(refused.value().map(String::valueOf).orElse("")).doesNotContain(secret);
        String ours = log.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains("org.mariadb.jdbc.message.server.ErrorPacket"))
                .reduce("", String::concat);
        assertThat(ours).doesNotContain(secret);
    }

    private static String everything(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            for (SQLException sql = each instanceof SQLException first ? first : null;
                    sql != null;
                    sql = sql.getNextException()) {
                text.append(String.valueOf(sql));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource
    void ofNewChildren(Dialect dialect) {
        String taken = secret();
        safes(dialect).create(with(key(taken)));
        var missing = key(secret());
        missing.label = null;
        var toothy = key(secret());
        toothy.teeth = 100;
        String longOne = secret() + "x".repeat(60);

        refused(AlreadyExists.class, "Key", "pin", taken, () -> safes(dialect).create(with(key(secret()), key(taken))));
        refused(AlreadyExists.class, "Key", "pin", taken, () -> safes(dialect).create(with(key(taken))));
        refused(
                ValueRequired.class,
                "Key",
                "label",
                missing.pin,
                () -> safes(dialect).create(with(missing)));
        refused(NotOneOf.class, "Key", null, toothy.pin, () -> safes(dialect).create(with(toothy)));
        refused(TooLong.class, "Key", null, longOne, () -> safes(dialect).create(with(key(longOne))));
    }

    @ParameterizedTest
    @EnumSource
    void ofChildrenThatAnUpsertReplaces(Dialect dialect) {
        String taken = secret();
        safes(dialect).create(with(key(taken)));
        var safe = safes(dialect).create(with(key(secret())));
        safe.keys.get(0).pin = taken;

        refused(AlreadyExists.class, "Key", "pin", taken, () -> safes(dialect).upsertWithReplace(safe, List.of(KEYS)));
        safe.keys.get(0).pin = secret();
        safe.keys.add(key(taken));
        refused(AlreadyExists.class, "Key", "pin", taken, () -> safes(dialect).upsertWithReplace(safe, List.of(KEYS)));
    }

    @ParameterizedTest
    @EnumSource
    void ofChildrenThatGoOrComeBackAlong(Dialect dialect) {
        String pin = secret();
        var safe = safes(dialect).create(with(key(pin)));
        var lending = new Lending();
        lending.key = safe.keys.get(0);
        Crud<Lending, String> lendings = stores.on(dialect).of(Lending.class);
        lendings.create(lending);

        refused(StillReferenced.class, "Key", null, pin, () -> safes(dialect).delete(safe.id));

        safes(dialect).softDelete(safe.id);
        safes(dialect).create(with(key(pin)));
        refused(AlreadyExists.class, "Key", "pin", pin, () -> safes(dialect).restore(safe.id));
    }

    @ParameterizedTest
    @EnumSource
    void ofSensitiveValuesInCollections(Dialect dialect) {
        String hint = secret() + "x".repeat(60);
        var safe = new Safe();
        safe.hints.add(hint);

        refused(TooLong.class, "Safe", null, hint, () -> safes(dialect).create(safe));
    }

    @ParameterizedTest
    @EnumSource
    void inATransactionThatGoesOnRegardless(Dialect dialect) {
        String taken = secret();
        safes(dialect).create(with(key(taken)));

        assertThatThrownBy(() -> stores.transactions(dialect).run(TransactionOptions.defaults(), () -> {
                    assertThat(catchThrowable(() -> safes(dialect).create(with(key(taken)))))
                            .isInstanceOf(AlreadyExists.class);
                    return null;
                }))
                .isInstanceOf(TransactionRolledBack.class)
                .satisfies(e -> assertThat(everything(e)).doesNotContain(taken));
    }
}
