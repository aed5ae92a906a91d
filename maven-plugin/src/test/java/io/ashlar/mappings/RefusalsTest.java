package io.ashlar.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.crud.AlreadyExists;
import io.ashlar.crud.Crud;
import io.ashlar.crud.DataException;
import io.ashlar.crud.NotOneOf;
import io.ashlar.crud.ReferenceMissing;
import io.ashlar.crud.StillReferenced;
import io.ashlar.crud.TooLong;
import io.ashlar.crud.ValueRequired;
import io.ashlar.data.Indexed;
import io.ashlar.data.Model;
import io.ashlar.data.Sensitive;
import io.ashlar.data.Ulid;
import io.ashlar.database.Dialect;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {

    private static Stores stores;

    @BeforeAll
    static void start() throws SQLException {
        stores = new Stores(Account.class, Team.class);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(columnNames = {"team_id", "place"}),
                @UniqueConstraint(
                        name = "one_of_a_kind",
                        columnNames = {"nick", "place"})
            })
    @Indexed(value = "badge", unique = true, where = "role = 'ADMIN'")
    public static class Account extends Model {
        @Id
        @Ulid
        String id;

        @Column(unique = true)
        String email;

        @Sensitive
        @Column(unique = true, length = 60)
        String secret;

        @Enumerated(EnumType.STRING)
        Role role = Role.USER;

        @Column(nullable = false, length = 20)
        String name = "n";

        String nick;

        String badge;

        int place;

        @ManyToOne
        Team team;
    }

    @Entity
    public static class Team extends Model {
        @Id
        String id;
    }

    public enum Role {
        USER,
        ADMIN
    }

    private static Crud<Account, String> accounts(Dialect dialect) {
        return stores.on(dialect).of(Account.class);
    }

    private static Crud<Team, String> teams(Dialect dialect) {
        return stores.on(dialect).of(Team.class);
    }

    private static <E extends Throwable> E refused(Dialect dialect, Class<E> type, Account account) {
        return catchThrowableOfType(type, () -> accounts(dialect).create(account));
    }

    private static Account account(String email) {
        var account = new Account();
        account.email = email;
        return account;
    }

    private static Team team(Dialect dialect) {
        var team = new Team();
        team.id = UUID.randomUUID().toString();
        return teams(dialect).create(team);
    }

    private static void isAbout(DataException e, String property, Object value) {
        assertThat(e).isNotNull();
        assertThat(e.model()).isEqualTo("Account");
        assertThat(e.property()).contains(property);
        assertThat(e.value()).isEqualTo(Optional.ofNullable(value));
    }

    @ParameterizedTest
    @EnumSource
    void aDuplicateNamesItsFieldAndValue(Dialect dialect) {
        accounts(dialect).create(account("it's-a@b.c-1"));

        isAbout(refused(dialect, AlreadyExists.class, account("it's-a@b.c-1")), "email", "it's-a@b.c-1");
    }

    @ParameterizedTest
    @EnumSource
    void aDuplicateIdNamesTheId(Dialect dialect) {
        var team = team(dialect);

        var e = catchThrowableOfType(AlreadyExists.class, () -> {
            var again = new Team();
            again.id = team.id;
            teams(dialect).create(again);
        });

        assertThat(e.property()).contains("id");
        assertThat(e.value()).contains(team.id);
    }

    @ParameterizedTest
    @EnumSource
    void aDuplicateOfSeveralFieldsNamesThemAll(Dialect dialect) {
        var team = team(dialect);
        var first = account(null);
        first.team = team;
        first.place = 3;
        accounts(dialect).create(first);
        var second = account(null);
        second.team = team;
        second.place = 3;

        var e = refused(dialect, AlreadyExists.class, second);

        assertThat(e).hasMessageStartingWith("Account with team, place: " + team.id + ", 3, already exists");
        assertThat(e.property()).contains("team");
    }

    @ParameterizedTest
    @EnumSource
    void aDuplicateOfANamedConstraintNamesTheFields(Dialect dialect) {
        var nick = UUID.randomUUID().toString();
        var first = account(null);
        first.nick = nick;
        accounts(dialect).create(first);
        var second = account(null);
        second.nick = nick;

        assertThat(refused(dialect, AlreadyExists.class, second))
                .hasMessageStartingWith("Account with nick, place: " + nick + ", 0, already exists");
    }

    @ParameterizedTest
    @EnumSource
    void aDuplicateAmongSomeRecordsNamesTheField(Dialect dialect) {
        var badge = "b-" + UUID.randomUUID();
        for (Role role : new Role[] {Role.USER, Role.USER, Role.ADMIN}) {
            var account = account(null);
            account.badge = badge;
            account.role = role;
            accounts(dialect).create(account);
        }
        var second = account(null);
        second.badge = badge;
        second.role = Role.ADMIN;

        isAbout(refused(dialect, AlreadyExists.class, second), "badge", badge);
    }

    @ParameterizedTest
    @EnumSource
    void restoringIntoADuplicateIsRefused(Dialect dialect) {
        var email = UUID.randomUUID() + "@b.c";
        var first = accounts(dialect).create(account(email));
        accounts(dialect).softDelete(first.id);
        accounts(dialect).create(account(email));

        isAbout(
                catchThrowableOfType(
                        AlreadyExists.class, () -> accounts(dialect).restore(first.id)),
                "email",
                email);
    }

    @ParameterizedTest
    @EnumSource
    void aSensitiveValueIsNowhereInTheError(Dialect dialect) {
        var secret = "secret-" + UUID.randomUUID();
        var first = account(null);
        first.secret = secret;
        accounts(dialect).create(first);
        var second = account(null);
        second.secret = secret;

        var e = refused(dialect, AlreadyExists.class, second);

        isAbout(e, "secret", null);
        assertThat(printed(e)).doesNotContain(secret);
    }

    @ParameterizedTest
    @EnumSource
    void aSensitiveValueThatIsTooLongIsNowhereInTheError(Dialect dialect) {
        var account = account(null);
        account.secret = "too-long-secret-" + "x".repeat(100);

        var e = refused(dialect, DataException.class, account);

        assertThat(e).isInstanceOf(TooLong.class);
        assertThat(printed(e)).doesNotContain("too-long-secret");
    }

    @ParameterizedTest
    @EnumSource
    void aSensitiveValueIsNowhereInTheErrorAboutAnotherField(Dialect dialect) {
        var account = account(null);
        account.secret = "other-secret-" + UUID.randomUUID();
        account.name = null;

        var e = refused(dialect, ValueRequired.class, account);

        assertThat(e.property()).contains("name");
        assertThat(printed(e)).doesNotContain("other-secret");
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatIsTooLongNamesItsField(Dialect dialect) {
        var account = account(null);
        account.name = "x".repeat(21);

        var e = refused(dialect, TooLong.class, account);

        assertThat(e).isNotNull();
        assertThat(e.property()).contains("name");
    }

    @ParameterizedTest
    @EnumSource
    void aConstantThatTheCheckDoesNotKnowNamesItsField(Dialect dialect) throws SQLException {
        stores.run(dialect, "alter table `account` drop constraint `ck_account_role`"); // as before ADMIN came
        stores.run(
                dialect,
                "alter table `account` add constraint `ck_account_role` check (`role` in ('USER') or `place` <> 77)");
        var account = account(null);
        account.role = Role.ADMIN;
        account.place = 77;

        var e = refused(dialect, NotOneOf.class, account);

        assertThat(e).isNotNull();
        assertThat(e.property()).contains("role");
    }

    @ParameterizedTest
    @EnumSource
    void aRequiredValueLeftOutNamesItsField(Dialect dialect) {
        var account = account(null);
        account.name = null;

        isAbout(refused(dialect, ValueRequired.class, account), "name", null);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingReferenceNamesItsFieldAndId(Dialect dialect) {
        var account = account(null);
        account.team = new Team();
        account.team.id = "nobody";

        isAbout(refused(dialect, ReferenceMissing.class, account), "team", "nobody");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStillReferencedStays(Dialect dialect) {
        var team = team(dialect);
        var account = account(null);
        account.team = team;
        account.place = 9;
        accounts(dialect).create(account);

        var e = catchThrowableOfType(StillReferenced.class, () -> teams(dialect).delete(team.id));

        assertThat(e.model()).isEqualTo("Team");
        assertThat(e).hasMessageContaining("account");
        assertThat(teams(dialect).exists(team.id)).isTrue();
    }

    private static String printed(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
