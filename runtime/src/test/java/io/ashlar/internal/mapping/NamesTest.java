package io.ashlar.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.data.Model;
import io.ashlar.database.Dialect;
import io.ashlar.internal.persistence.PersistenceUnits;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.persistence.tools.schemaframework.DefaultTableGenerator;
import org.eclipse.persistence.tools.schemaframework.FieldDefinition;
import org.eclipse.persistence.tools.schemaframework.TableDefinition;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Embeddable
    record Geo(
            BigDecimal degreesNorth,
            @Column(name = "degreesEast") BigDecimal east) {}

    @Embeddable
    static class PostalAddress {
        String zipCode;

        @Column(name = "cityName")
        String city;

        @Embedded
        Geo geoPoint;
    }

    @Entity
    @SecondaryTable(name = "customer_notes")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"lastName", "first_name"}))
    static class LoyalCustomer extends Model {
        @Id
        String customerKey;

        String lastName;
        String firstName;

        @Column(name = "MixedCase")
        String mixed;

        @Column(table = "customer_notes")
        String longNote;

        @Version
        int lockVersion;

        @Embedded
        PostalAddress homeAddress;

        @Embedded
        @AttributeOverride(name = "zipCode", column = @Column(name = "workZip"))
        @AttributeOverride(name = "city", column = @Column(name = "work_city"))
        @AttributeOverride(name = "geoPoint.degreesNorth", column = @Column(name = "work_north"))
        @AttributeOverride(name = "geoPoint.east", column = @Column(name = "workEast"))
        PostalAddress workAddress;

        @ElementCollection
        Set<String> nickNames;

        @ElementCollection
        @OrderColumn
        List<String> orderedTags;

        @ElementCollection
        @CollectionTable(name = "customerPhones", joinColumns = @JoinColumn(name = "custKey"))
        @MapKeyColumn(name = "phoneKind")
        @Column(name = "phoneNumber")
        Map<String, String> phones;

        @ElementCollection
        Map<String, Integer> scoreByGame;

        @ElementCollection
        @AttributeOverride(name = "geoPoint.east", column = @Column(name = "otherEast"))
        List<PostalAddress> otherAddresses;

        @ManyToOne
        LoyalCustomer referredBy;

        @OneToOne
        @JoinColumn(name = "bestFriend")
        LoyalCustomer friend;

        @OneToMany(mappedBy = "placedBy")
        List<CustomerOrder> placedOrders;

        @OneToMany
        @JoinColumn(name = "ownerKey")
        List<CustomerOrder> ownedOrders;

        @ManyToMany
        Set<CustomerOrder> likedOrders;

        @ManyToMany
        @JoinTable(name = "Seen", joinColumns = @JoinColumn(name = "whoKey"))
        Set<CustomerOrder> seenOrders;
    }

    @Entity(name = "OrderHead")
    static class CustomerOrder {
        @Id
        @Column(name = "OrderNo")
        long orderNumber;

        @ManyToOne
        LoyalCustomer placedBy;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "Kind")
    abstract static class AnimalBase {
        @Id
        long animalId;
    }

    @Entity
    static class GreyHound extends AnimalBase {
        int topSpeed;
    }

    @Entity
    @Inheritance
    static class PlainBase {
        @Id
        long baseId;
    }

    @Entity
    static class PlainChild extends PlainBase {
        int childValue;
    }

    @Test
    void namesDerivedTablesAndColumnsInSnakeCaseAndKeepsWhatAnnotationsSay() {
        assertThat(columns(LoyalCustomer.class, CustomerOrder.class))
                .containsExactlyInAnyOrder(
                        "OrderHead.OrderNo",
                        "OrderHead.ownerKey",
                        "OrderHead.placed_by_customer_key",
                        "Seen.seen_orders_order_no",
                        "Seen.whoKey",
                        "customerPhones.custKey",
                        "customerPhones.phoneKind",
                        "customerPhones.phoneNumber",
                        "customer_notes.customer_key",
                        "customer_notes.long_note",
                        "loyal_customer.MixedCase",
                        "loyal_customer.bestFriend",
                        "loyal_customer.cityName",
                        "loyal_customer.created_at",
                        "loyal_customer.customer_key",
                        "loyal_customer.degreesEast",
                        "loyal_customer.degrees_north",
                        "loyal_customer.deleted_at",
                        "loyal_customer.first_name",
                        "loyal_customer.last_name",
                        "loyal_customer.lock_version",
                        "loyal_customer.referred_by_customer_key",
                        "loyal_customer.updated_at",
                        "loyal_customer.workEast",
                        "loyal_customer.workZip",
                        "loyal_customer.work_city",
                        "loyal_customer.work_north",
                        "loyal_customer.zip_code",
                        "loyal_customer_nick_names.loyal_customer_customer_key",
                        "loyal_customer_nick_names.nick_names",
                        "loyal_customer_order_head.liked_orders_order_no",
                        "loyal_customer_order_head.loyal_customer_customer_key",
                        "loyal_customer_ordered_tags.loyal_customer_customer_key",
                        "loyal_customer_ordered_tags.ordered_tags",
                        "loyal_customer_ordered_tags.ordered_tags_order",
                        "loyal_customer_other_addresses.degrees_north",
                        "loyal_customer_other_addresses.loyal_customer_customer_key",
                        "loyal_customer_other_addresses.zip_code",
                        "loyal_customer_other_addresses.otherEast",
                        "loyal_customer_other_addresses.cityName",
                        "loyal_customer_score_by_game.loyal_customer_customer_key",
                        "loyal_customer_score_by_game.score_by_game",
                        "loyal_customer_score_by_game.score_by_game_key");
    }

    @Test
    void namesHierarchies() {
        assertThat(columns(AnimalBase.class, GreyHound.class, PlainBase.class, PlainChild.class))
                .containsExactly(
                        "animal_base.Kind",
                        "animal_base.animal_id",
                        "grey_hound.animal_id",
                        "grey_hound.top_speed",
                        "plain_base.base_id",
                        "plain_base.child_value",
                        "plain_base.dtype");
    }

    private static Set<String> columns(Class<?>... models) {
        var project = PersistenceUnits.describe(
                "names", List.of(models), Dialect.POSTGRESQL, NamesTest.class.getClassLoader());
        var names = new TreeSet<String>();
        var tables = new DefaultTableGenerator(project).generateDefaultTableCreator();
        for (TableDefinition table : tables.getTableDefinitions()) {
            for (FieldDefinition field : table.getFields()) {
                names.add((table.getName() + "." + field.getName()).replace("\"", ""));
            }
        }
        return names;
    }
}
