package io.ashlar.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.model.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model with about everything JPA has: what is generated from it compiles, as strictly as javac can. */
class RichModelTest {

    @TempDir
    Path folder;

    private TestProject shop;

    @BeforeEach
    void writeAShop() {
        shop = TestProject.in(folder)
                .file("module-info.java", """
                        /** A shop. */
                        @SuppressWarnings("requires-transitive-automatic")
                        module com.acme.shop {
                            requires transitive io.ashlar.runtime;
                            exports com.acme.shop;
                            exports com.acme.shop.model;
                            provides io.ashlar.ModuleService with com.acme.shop.ShopService;
                        }
                        """)
                .type("com.acme.shop", """
                        @io.ashlar.Module(name = "shop", models = {
                            com.acme.shop.model.Customer.class, com.acme.shop.model.Order.class,
                            com.acme.shop.model.OrderLine.class, com.acme.shop.model.Product.class,
                            com.acme.shop.model.Knife.class, com.acme.shop.model.Category.class,
                            com.acme.shop.model.Stock.Level.class, com.acme.shop.model.Plan.class,
                            Receipt.class})
                        @SuppressWarnings("exports")
                        public class ShopService extends ShopServiceBase {
                            public ShopService() {}
                            @Override public com.acme.shop.model.Order retrieveOrder(UUID id) {
                                return super.retrieveOrder(id);
                            }
                            public List<com.acme.shop.model.Product> cheap() {
                                var product = com.acme.shop.model._Product.price;
                                return listProducts(
                                    product.lessThan(new java.math.BigDecimal("9.99"))
                                        .and(com.acme.shop.model._Product.label.startsWith("A"))
                                        .and(com.acme.shop.model._Product.pair.between(
                                            java.math.BigDecimal.ONE, java.math.BigDecimal.TEN))
                                        .and(com.acme.shop.model._Product.state.in(
                                            com.acme.shop.model.Product.State.ON_SALE)),
                                    io.ashlar.query.Find.take(5)
                                        .order(
                                            com.acme.shop.model._Product.createdAt.desc(),
                                            com.acme.shop.model._Product.label.asc())
                                        .nullsLast(com.acme.shop.model._Product.label)
                                        .select(com.acme.shop.model._Product.pair));
                            }
                            public List<com.acme.shop.model.Customer> near() {
                                return listCustomers(
                                    com.acme.shop.model._Customer.home_geo_lat.between(50.0, 51.0)
                                        .and(com.acme.shop.model._Customer.home_city.startsWith("B"))
                                        .and(com.acme.shop.model._Customer.phones.contains("110"))
                                        .and(com.acme.shop.model._Customer.orders.any(
                                            com.acme.shop.model._Order.paid.equalTo(true))),
                                    io.ashlar.query.Find.take(5)
                                        .relations(com.acme.shop.model._Customer.orders.then(
                                            com.acme.shop.model._Order.lines)));
                            }
                            public long everyForm(
                                    com.acme.shop.model.Product one, List<com.acme.shop.model.Product> many) {
                                var state = com.acme.shop.model._Product.state;
                                var others = com.acme.shop.model._Product.others;
                                var soldOut = com.acme.shop.model.Product.State.SOLD_OUT;
                                var gone = state.equalTo(soldOut);
                                upsertProducts(one);
                                upsertProducts(many);
                                upsertWithReplaceProducts(one, others);
                                upsertWithReplaceProducts(many, others);
                                upsertWithReplaceProducts(one, List.of(others));
                                upsertWithReplaceProducts(many, List.of(others));
                                retrieveProduct("p1", io.ashlar.query.Find.defaults().relations(others));
                                updateProducts(List.of(
                                    new io.ashlar.query.Update<>("p1", state.set(soldOut)),
                                    new io.ashlar.query.Update<>("p2", List.of(state.set(soldOut)))));
                                updateProducts(List.of(new io.ashlar.query.FilteredUpdate<>(gone, state.set(null))));
                                updateProducts(Set.of(new io.ashlar.query.FilteredUpdate<>(gone, state.set(null))));
                                softDeleteProducts(gone);
                                restoreProducts(gone.and(com.acme.shop.model._Product.deletedAt.isNotNull()));
                                deleteProducts(gone);
                                try (var products = streamProducts(gone)) {
                                    products.forEach(product -> deleteProducts(List.of("p1")));
                                }
                                var asked = listProducts(productFilter(Map.of("state", "ON_SALE")), productFind(Map.of()));
                                return existsProduct("p1") || existsProduct(productFilter("{}"))
                                    ? countProducts() + countProducts(gone) + asked.size()
                                    : deleteAllProducts();
                            }
                            public long sellOut(com.acme.shop.model.Category category) {
                                updateProducts("p1", com.acme.shop.model._Product.category.setId(1L));
                                deleteOrders(List.of(UUID.randomUUID()));
                                createCustomers(List.of(new com.acme.shop.model.Customer()));
                                return updateProducts(
                                    com.acme.shop.model._Product.category.equalTo(category),
                                    com.acme.shop.model._Product.state.set(com.acme.shop.model.Product.State.SOLD_OUT),
                                    com.acme.shop.model._Product.labels.set(Map.of()));
                            }
                        }
                        """)
                .type(
                        "com.acme.shop",
                        "@Entity class Receipt extends Model { @Id @Ulid private String id; int amount; }")
                .type("com.acme.shop.model", """
                        @MappedSuperclass public abstract class Keyed<K extends Comparable<K>> extends Model {
                            @Id private K id;
                            @Version private long version;
                            protected Keyed() {}
                            public K getId() { return id; }
                        }
                        """)
                .type("com.acme.shop.model", """
                        @Entity @Table(name = "customers") public class Customer extends Keyed<Long> {
                            public Customer() {}
                            @Embedded private Address home;
                            @Embedded @AttributeOverride(name = "city", column = @Column(name = "work_city"))
                            private Address work;
                            @ElementCollection private Set<String> phones;
                            @ElementCollection private List<Address> others;
                            @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL) private List<Order> orders;
                            @OneToOne(mappedBy = "customer") private Plan plan;
                        }
                        """)
                .type(
                        "com.acme.shop.model",
                        "@Embeddable public class Address { private String street; String city; Geo geo; public Address() {} }")
                .type("com.acme.shop.model", "@Embeddable public record Geo(double lat, double lon) {}")
                .type("com.acme.shop.model", """
                        @Entity @Table(name = "order") public class Order extends Keyed<UUID> {
                            public Order() {}
                            @ManyToOne(optional = false) private Customer customer;
                            @OneToMany(mappedBy = "order") @OrderBy("number") private List<OrderLine> lines;
                            java.time.OffsetDateTime placed;
                            java.time.LocalDate due;
                            java.time.LocalTime at;
                            java.time.LocalDateTime seen;
                            java.time.Duration waited;
                            Date legacy;
                            Calendar calendar;
                            java.sql.Timestamp stamp;
                            char initial;
                            byte small; short medium; float ratio; boolean paid;
                            Byte smallBox; Character initialBox; Double ratioBox;
                            java.math.BigInteger huge;
                            byte[] signature;
                            Byte[] boxes;
                            java.io.Serializable blob;
                        }
                        """)
                .type("com.acme.shop.model", """
                        @Entity @IdClass(OrderLine.Key.class) public class OrderLine extends Model {
                            public OrderLine() {}
                            public record Key(UUID order, int number) {}
                            @Id @ManyToOne private Order order;
                            @Id private int number;
                            @ManyToOne private Product product;
                        }
                        """)
                .type("com.acme.shop.model", """
                        @Entity @Inheritance(strategy = InheritanceType.JOINED) public class Product extends Model {
                            public Product() {}
                            public enum State { ON_SALE, SOLD_OUT }
                            @Id @Ulid(prefix = "p") private String id;
                            @Searchable private String name;
                            @Lob private String text;
                            @Column(precision = 10, scale = 2) private java.math.BigDecimal price;
                            @Enumerated(EnumType.STRING) @Default("ON_SALE") private State state;
                            @Computed("upper(name)") private String label;
                            @Computed("price * 2") @Column(precision = 12, scale = 2)
                            private java.math.BigDecimal pair;
                            @ManyToMany private Set<Category> others;
                            @ManyToOne private Category category;
                            @ManyToMany @MapKey(name = "title") private Map<String, Category> byTitle;
                            private Map<String, List<? super Integer>> labels;
                            @Json private Extra extra;
                            @Convert(converter = Urls.class) private java.net.URI home;
                            public record Extra(int weight, List<String> notes) {}
                        }
                        """)
                .type("com.acme.shop.model", """
                        @Converter public class Urls implements AttributeConverter<java.net.URI, String> {
                            public Urls() {}
                            @Override public String convertToDatabaseColumn(java.net.URI uri) { return "" + uri; }
                            @Override public java.net.URI convertToEntityAttribute(String text) {
                                return java.net.URI.create(text);
                            }
                        }
                        """)
                .type(
                        "com.acme.shop.model",
                        "@Entity public class Knife extends Product { int blade; public Knife() {} }")
                .type("com.acme.shop.model", """
                        @Entity public class Category extends Keyed<Long> {
                            public Category() {}
                            private String title;
                            @ManyToOne private Category parent;
                            @OneToMany(mappedBy = "parent") private Set<Category> children;
                        }
                        """)
                .type("com.acme.shop.model", """
                        public final class Stock {
                            private Stock() {}
                            @Entity public static class Level extends Model {
                                public Level() {}
                                @EmbeddedId private Key id;
                                @Embeddable public static class Key { String place; String product; public Key() {} }
                            }
                        }
                        """)
                .type("com.acme.shop.model", """
                        @Entity public class Plan extends Model {
                            public Plan() {}
                            @Id private long id;
                            @OneToOne @MapsId private Customer customer;
                            private String ID;
                            private String url;
                            private String URL;
                        }
                        """);
    }

    @Test
    void compilesOnTheClassPath() {
        ServiceGenerator.generate(shop.sources(), folder.resolve("generated"));

        assertThat(Compiled.complaints(shop.sources(), folder.resolve("generated"), folder.resolve("classes")))
                .isEmpty();
    }

    @Test
    void doesNotOfferToSetWhatTheDatabaseComputes() {
        shop.type(
                "com.acme.shop.model",
                "class Misuse { Object misuse() { return _Product.label.set(_Product.name.name()); } }");
        ServiceGenerator.generate(shop.sources(), folder.resolve("generated"));

        assertThat(Compiled.complaints(shop.sources(), folder.resolve("generated"), folder.resolve("classes")))
                .contains("cannot find symbol", "method set(String)", "variable label of type ReadOnlyText<Product>");
    }

    @Test
    void compilesOnTheModulePath() {
        ServiceGenerator.generate(shop.sources(), folder.resolve("generated"));

        assertThat(Compiled.complaintsAsModule(shop.sources(), folder.resolve("generated"), folder.resolve("classes")))
                .isEmpty();
    }
}
