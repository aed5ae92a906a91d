package io.ashlar.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.crud.DataException;
import io.ashlar.data.Sensitive;
import io.ashlar.database.Dialect;
import io.ashlar.internal.persistence.PersistenceUnits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

class SensitiveValuesTest {

    @Entity
    @NullUnmarked
    static class Salary {
        @Id
        long id;

        @Sensitive
        @Column(precision = 5, scale = 2)
        BigDecimal secret;

        @Column(precision = 5, scale = 2)
        BigDecimal known;
    }

    @Test
    void namesTheFieldAndNotTheValueThatDoesNotFit() {
        var failure = refused("secret");

        assertThat(failure).hasMessageContaining("Salary.secret").hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("123456");
        assertThat(failure.property()).hasValue("secret");
    }

    @Test
    void namesTheValueThatDoesNotFitWhereItIsNoSecret() {
        assertThat(refused("known")).hasMessageContaining("Salary.known").hasMessageContaining("123456");
    }

    private static DataException refused(String attribute) {
        var project = PersistenceUnits.describe(
                "pay", List.of(Salary.class), Dialect.H2, SensitiveValuesTest.class.getClassLoader());
        var descriptor = Objects.requireNonNull(project.getDescriptors().get(Salary.class));
        var mapping = (AbstractDirectMapping) descriptor.getMappingForAttributeName(attribute);
        Session none = new ServerSession();
        return catchThrowableOfType(
                DataException.class,
                () -> mapping.getConverter().convertObjectValueToDataValue(new BigDecimal("123456"), none));
    }
}
