package io.ashlar.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.Crud;
import io.ashlar.crud.NotFound;
import io.ashlar.crud.StaleVersion;
import io.ashlar.data.Model;
import io.ashlar.data.Ulid;
import io.ashlar.database.Dialect;
import io.ashlar.query.ComparableProperty;
import io.ashlar.query.Find;
import io.ashlar.query.TextProperty;
import io.ashlar.query.Update;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InheritanceTest {

    private static Stores stores;

    @BeforeAll
    static void start() throws SQLException {
        stores = new Stores(
                Payment.class,
                Card.class,
                Cash.class,
                Party.class,
                Person.class,
                Employee.class,
                Shape.class,
                Circle.class,
                Square.class);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public abstract static class Payment extends Model {
        @Id
        @Ulid
        String id;

        @Column(nullable = false)
        String currency = "EUR";

        @Version
        int version;
    }

    @Entity
    public static class Card extends Payment {
        String number;
        int retries;
    }

    @Entity
    public static class Cash extends Payment {
        @ElementCollection
        Set<String> coins = new HashSet<>();
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public abstract static class Party extends Model {
        @Id
        @Ulid
        String id;

        String label;

        @Version
        Long version;
    }

    @Entity
    public static class Person extends Party {
        String passport;
    }

    @Entity
    public static class Employee extends Person {
        @ManyToOne
        Person boss;

        @ElementCollection
        Set<String> skills = new HashSet<>();
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Shape extends Model {
        @Id
        @Ulid
        String id;

        String color;

        @Version
        Long version;
    }

    @Entity
    public static class Circle extends Shape {
        double radius;
    }

    @Entity
    public static class Square extends Shape {
        double side;

        @ManyToOne
        Circle inscribed;

        @ElementCollection
        Set<String> corners = new HashSet<>();
    }

    private static <T extends Model> Crud<T, String> crud(Dialect dialect, Class<T> model) {
        return stores.on(dialect).of(model);
    }

    private static Card card(Dialect dialect) {
        var card = new Card();
        card.number = "1234";
        card.retries = 2;
        return crud(dialect, Card.class).create(card);
    }

    private static Cash cash(Dialect dialect) {
        var cash = new Cash();
        cash.coins.addAll(Set.of("1", "2"));
        return crud(dialect, Cash.class).create(cash);
    }

    private static Person person(Dialect dialect) {
        var person = new Person();
        person.label = "p";
        person.passport = "P1";
        return crud(dialect, Person.class).create(person);
    }

    private static Employee employee(Dialect dialect, Person boss) {
        var employee = new Employee();
        employee.label = "e";
        employee.passport = "E1";
        employee.boss = boss;
        employee.skills.addAll(Set.of("java", "sql"));
        return crud(dialect, Employee.class).create(employee);
    }

    private static Circle circle(Dialect dialect) {
        var circle = new Circle();
        circle.color = "red";
        circle.radius = 1.5;
        return crud(dialect, Circle.class).create(circle);
    }

    private static Square square(Dialect dialect, Circle inscribed) {
        var square = new Square();
        square.color = "red";
        square.side = 3;
        square.inscribed = inscribed;
        square.corners.addAll(Set.of("a", "b"));
        return crud(dialect, Square.class).create(square);
    }

    @ParameterizedTest
    @EnumSource
    void listsOfTheParentHoldTheChildrenAsWhatTheyAre(Dialect dialect) {
        var card = card(dialect);
        var cash = cash(dialect);
        var person = person(dialect);
        var employee = employee(dialect, person);
        var circle = circle(dialect);
        var square = square(dialect, circle);

        var payments = crud(dialect, Payment.class)
                .list(new TextProperty<>(Payment.class, "id").in(List.of(card.id, cash.id)), Find.all());
        assertThat(payments).<Object>extracting(Object::getClass).containsExactlyInAnyOrder(Card.class, Cash.class);
        assertThat(((Card) crud(dialect, Payment.class).retrieve(card.id)).retries)
                .isEqualTo(2);
        assertThat(((Cash) crud(dialect, Payment.class).retrieve(cash.id)).coins)
                .containsExactlyInAnyOrder("1", "2");
        var parties = crud(dialect, Party.class)
                .list(new TextProperty<>(Party.class, "id").in(List.of(person.id, employee.id)), Find.all());
        assertThat(parties)
                .<Object>extracting(Object::getClass)
                .containsExactlyInAnyOrder(Person.class, Employee.class);
        var read = (Employee) crud(dialect, Party.class).retrieve(employee.id);
        assertThat(read.passport).isEqualTo("E1");
        assertThat(read.boss.id).isEqualTo(person.id);
        assertThat(read.skills).containsExactlyInAnyOrder("java", "sql");
        assertThat(crud(dialect, Person.class).retrieve(employee.id)).isInstanceOf(Employee.class);
        var shapes = crud(dialect, Shape.class)
                .list(new TextProperty<>(Shape.class, "id").in(List.of(circle.id, square.id)), Find.all());
        assertThat(shapes).<Object>extracting(Object::getClass).containsExactlyInAnyOrder(Circle.class, Square.class);
        var found = (Square) crud(dialect, Shape.class).retrieve(square.id);
        assertThat(found.side).isEqualTo(3);
        assertThat(found.inscribed.radius).isEqualTo(1.5);
        assertThat(found.corners).containsExactlyInAnyOrder("a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void theParentCreatesAndUpsertsChildrenOfEachClass(Dialect dialect) {
        var card = new Card();
        var cash = new Cash();
        crud(dialect, Payment.class).create(List.of(card, cash));
        card.currency = "USD";
        card.retries = 9;
        cash.currency = "CHF";
        crud(dialect, Payment.class).upsert(List.of(card, cash));
        assertThat(crud(dialect, Card.class).retrieve(card.id).retries).isEqualTo(9);
        assertThat(crud(dialect, Cash.class).retrieve(cash.id).currency).isEqualTo("CHF");

        var person = new Person();
        var employee = new Employee();
        crud(dialect, Party.class).create(List.of(person, employee));
        employee.label = "changed";
        employee.passport = "new";
        crud(dialect, Party.class).upsert(List.of(person, employee));
        assertThat(crud(dialect, Employee.class).retrieve(employee.id).passport).isEqualTo("new");
        assertThat(crud(dialect, Employee.class).retrieve(employee.id).label).isEqualTo("changed");

        var square = new Square();
        crud(dialect, Shape.class).create(List.of(new Circle(), square));
        square.side = 7;
        crud(dialect, Shape.class).upsert(List.of(new Circle(), square));
        assertThat(crud(dialect, Square.class).retrieve(square.id).side).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void updatesByIdReachTheTableOfEachAttribute(Dialect dialect) {
        var card = card(dialect);
        var person = person(dialect);
        var employee = employee(dialect, null);
        var circle = circle(dialect);
        var square = square(dialect, null);

        var updatedCard = crud(dialect, Card.class)
                .update(card.id, List.of(new ComparableProperty<Card, Integer>(Card.class, "retries").set(5)));
        assertThat(updatedCard.retries).isEqualTo(5);
        assertThat(updatedCard.version).isEqualTo(2);
        var payment = crud(dialect, Payment.class)
                .update(card.id, List.of(new TextProperty<Payment>(Payment.class, "currency").set("USD")));
        assertThat(payment).isInstanceOf(Card.class);
        assertThat(((Card) payment).number).isEqualTo("1234");
        var updated = crud(dialect, Employee.class)
                .update(
                        employee.id,
                        List.of(
                                new TextProperty<Employee>(Employee.class, "label").set("l"),
                                new TextProperty<Employee>(Employee.class, "passport").set("p"),
                                new io.ashlar.query.ToOne<Employee, Person, String>(Employee.class, "boss")
                                        .set(person)));
        assertThat(updated.label + updated.passport + updated.boss.id).isEqualTo("lp" + person.id);
        assertThat(updated.version).isEqualTo(2);
        var party = crud(dialect, Party.class)
                .update(employee.id, List.of(new TextProperty<Party>(Party.class, "label").set("x")));
        assertThat(((Employee) party).passport).isEqualTo("p");
        var shape = crud(dialect, Shape.class)
                .update(circle.id, List.of(new TextProperty<Shape>(Shape.class, "color").set("blue")));
        assertThat(shape.color + ((Circle) shape).radius).isEqualTo("blue1.5");
        assertThat(shape.version).isEqualTo(2);
        var many = crud(dialect, Shape.class)
                .update(List.of(
                        new Update<>(circle.id, new TextProperty<Shape>(Shape.class, "color").set("c")),
                        new Update<>(square.id, new TextProperty<Shape>(Shape.class, "color").set("s"))));
        assertThat(many).extracting(each -> each.color).containsExactly("c", "s");
    }

    @ParameterizedTest
    @EnumSource
    void updatesByFilterReachEachClass(Dialect dialect) {
        var circle = circle(dialect);
        var square = square(dialect, null);
        var employee = employee(dialect, null);
        var cash = cash(dialect);

        assertThat(crud(dialect, Shape.class)
                        .update(
                                new TextProperty<>(Shape.class, "id").in(List.of(circle.id, square.id)),
                                List.of(new TextProperty<Shape>(Shape.class, "color").set("grey"))))
                .isEqualTo(2);
        assertThat(crud(dialect, Employee.class)
                        .update(
                                new TextProperty<>(Employee.class, "id").equalTo(employee.id),
                                List.of(
                                        new TextProperty<Employee>(Employee.class, "label").set("L"),
                                        new TextProperty<Employee>(Employee.class, "passport").set("P"))))
                .isEqualTo(1);
        assertThat(crud(dialect, Cash.class)
                        .update(
                                new TextProperty<>(Cash.class, "id").equalTo(cash.id),
                                List.of(new TextProperty<Cash>(Cash.class, "currency").set("X"))))
                .isEqualTo(1);

        assertThat(crud(dialect, Square.class).retrieve(square.id).color).isEqualTo("grey");
        assertThat(crud(dialect, Circle.class).retrieve(circle.id).color).isEqualTo("grey");
        var read = crud(dialect, Employee.class).retrieve(employee.id);
        assertThat(read.label + read.passport).isEqualTo("LP");
        assertThat(crud(dialect, Payment.class).retrieve(cash.id).currency).isEqualTo("X");
    }

    @ParameterizedTest
    @EnumSource
    void anExpectedVersionIsCheckedInEachStrategy(Dialect dialect) {
        var card = card(dialect);
        var employee = employee(dialect, null);
        var square = square(dialect, null);

        assertThatThrownBy(() -> crud(dialect, Card.class)
                        .update(
                                card.id,
                                List.of(
                                        new ComparableProperty<Card, Integer>(Card.class, "version").expect(7),
                                        new TextProperty<Card>(Card.class, "number").set("x"))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> crud(dialect, Employee.class)
                        .update(
                                employee.id,
                                List.of(
                                        new ComparableProperty<Employee, Long>(Employee.class, "version").expect(7L),
                                        new TextProperty<Employee>(Employee.class, "passport").set("x"))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> crud(dialect, Employee.class)
                        .update(
                                employee.id,
                                List.of(
                                        new TextProperty<Employee>(Employee.class, "passport").expect("other"),
                                        new TextProperty<Employee>(Employee.class, "label").set("x"))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> crud(dialect, Shape.class)
                        .update(
                                square.id,
                                List.of(
                                        new ComparableProperty<Shape, Long>(Shape.class, "version").expect(7L),
                                        new TextProperty<Shape>(Shape.class, "color").set("x"))))
                .isInstanceOf(StaleVersion.class);

        assertThat(crud(dialect, Card.class).retrieve(card.id).number).isEqualTo("1234");
        assertThat(crud(dialect, Employee.class).retrieve(employee.id).passport).isEqualTo("E1");
        assertThat(crud(dialect, Employee.class).retrieve(employee.id).label).isEqualTo("e");
        assertThat(crud(dialect, Shape.class).retrieve(square.id).color).isEqualTo("red");
    }

    @ParameterizedTest
    @EnumSource
    void anUpsertOfAnOldVersionIsStaleInEachStrategy(Dialect dialect) {
        var old = employee(dialect, null);
        crud(dialect, Employee.class).upsert(crud(dialect, Employee.class).retrieve(old.id));
        old.label = "late";
        assertThatThrownBy(() -> crud(dialect, Employee.class).upsert(old)).isInstanceOf(StaleVersion.class);

        var oldCard = card(dialect);
        crud(dialect, Card.class).upsert(crud(dialect, Card.class).retrieve(oldCard.id));
        assertThatThrownBy(() -> crud(dialect, Card.class).upsert(oldCard)).isInstanceOf(StaleVersion.class);

        var oldSquare = square(dialect, null);
        crud(dialect, Shape.class).upsert(crud(dialect, Square.class).retrieve(oldSquare.id));
        assertThatThrownBy(() -> crud(dialect, Shape.class).upsert(oldSquare)).isInstanceOf(StaleVersion.class);
    }

    @ParameterizedTest
    @EnumSource
    void theParentDeletesAllOfAChild(Dialect dialect) {
        var cash = cash(dialect);
        var employee = employee(dialect, null);
        var circle = circle(dialect);
        var square = square(dialect, circle);

        crud(dialect, Payment.class).delete(cash.id);
        crud(dialect, Party.class).delete(employee.id);
        crud(dialect, Shape.class).delete(List.of(circle.id, square.id));

        assertThat(crud(dialect, Cash.class).exists(cash.id)).isFalse();
        assertThat(crud(dialect, Person.class).exists(employee.id)).isFalse();
        assertThat(crud(dialect, Shape.class).exists(circle.id)).isFalse();
        assertThat(crud(dialect, Square.class).exists(square.id)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anIdOfASiblingIsNotTouched(Dialect dialect) {
        var cash = cash(dialect);
        var person = person(dialect);
        var number = new TextProperty<Card>(Card.class, "number");

        crud(dialect, Card.class).delete(cash.id);
        assertThat(crud(dialect, Card.class).softDelete(cash.id)).isEmpty();
        assertThatThrownBy(() -> crud(dialect, Card.class).update(cash.id, List.of(number.set("x"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> crud(dialect, Card.class)
                        .update(List.of(
                                new Update<>(cash.id, number.set("x")),
                                new Update<>(card(dialect).id, number.set("y")))))
                .isInstanceOf(NotFound.class);
        crud(dialect, Employee.class).delete(person.id);
        assertThat(crud(dialect, Employee.class).softDelete(person.id)).isEmpty();
        assertThatThrownBy(() -> crud(dialect, Employee.class)
                        .update(person.id, List.of(new TextProperty<Employee>(Employee.class, "label").set("x"))))
                .isInstanceOf(NotFound.class);

        assertThat(crud(dialect, Cash.class).retrieve(cash.id).coins).hasSize(2);
        assertThat(crud(dialect, Cash.class).retrieve(cash.id).version).isEqualTo(1);
        assertThat(crud(dialect, Person.class).retrieve(person.id).label).isEqualTo("p");
    }

    @ParameterizedTest
    @EnumSource
    void softDeletionAndRestoreReachEachStrategy(Dialect dialect) {
        var cash = cash(dialect);
        var employee = employee(dialect, null);
        var square = square(dialect, null);

        crud(dialect, Payment.class).softDelete(cash.id);
        crud(dialect, Party.class).softDelete(employee.id);
        crud(dialect, Shape.class).softDelete(square.id);
        assertThat(crud(dialect, Cash.class).exists(cash.id)).isFalse();
        assertThat(crud(dialect, Employee.class).exists(employee.id)).isFalse();
        assertThat(crud(dialect, Square.class).exists(square.id)).isFalse();

        crud(dialect, Payment.class).restore(cash.id);
        crud(dialect, Employee.class).restore(employee.id);
        crud(dialect, Shape.class).restore(square.id);
        assertThat(crud(dialect, Cash.class).retrieve(cash.id).coins).hasSize(2);
        assertThat(crud(dialect, Employee.class).retrieve(employee.id).skills).hasSize(2);
        assertThat(crud(dialect, Square.class).retrieve(square.id).corners).hasSize(2);
    }
}
