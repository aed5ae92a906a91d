package io.ashlar.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"NullAway", "unused"}) // only looked at
class MembersTest {

    static class Animal {
        private long id;
        private String name;

        Number getAge() {
            return 1;
        }

        String getName() {
            return name;
        }

        void getName(String prefix) {}
    }

    static class Dog extends Animal {
        private boolean tame;

        @Column
        @Override
        Integer getAge() {
            return 2;
        }

        boolean isTame() {
            return tame;
        }

        boolean getTame() {
            return tame;
        }

        void tame() {
            tame = true;
        }
    }

    @Test
    void findsTheFieldBeforeItsGetters() {
        assertThat(Members.of(Animal.class, "name"))
                .containsExactly(field(Animal.class, "name"), getter(Animal.class, "getName"));
        assertThat(Members.of(Dog.class, "tame"))
                .containsExactly(field(Dog.class, "tame"), getter(Dog.class, "getTame"), getter(Dog.class, "isTame"));
    }

    @Test
    void findsWhatTheClassDeclaresBeforeWhatItInherits() {
        var ages = Members.of(Dog.class, "age");

        assertThat(ages).hasSize(2).last().isEqualTo(getter(Animal.class, "getAge"));
        assertThat(((Method) ages.get(0)).getReturnType())
                .as("not the bridge that javac adds, which returns a Number")
                .isEqualTo(Integer.class);
    }

    @Test
    void findsNoMethodThatReturnsNothingOrTakesSomething() {
        assertThat(Members.of(Dog.class, "tame"))
                .noneMatch(member -> member.toString().startsWith("void"));
        assertThat(Members.of(Animal.class, "name")).hasSize(2);
    }

    @Test
    void findsNothingOfAnUnknownName() {
        assertThat(Members.of(Dog.class, "colour")).isEmpty();
        assertThat(Members.field(Dog.class, "colour")).isNull();
    }

    @Test
    void findsTheFieldThatIsNearest() {
        assertThat(Members.field(Dog.class, "id")).isEqualTo(field(Animal.class, "id"));
        assertThat(Members.field(Dog.class, "tame")).isEqualTo(field(Dog.class, "tame"));
    }

    @Test
    void namesTheFieldsOfOneClassAsTheyStand() {
        assertThat(Members.fields(Animal.class)).isEqualTo(List.of("id", "name"));
    }

    private static AnnotatedElement field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static AnnotatedElement getter(Class<?> type, String name) {
        try {
            return type.getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
