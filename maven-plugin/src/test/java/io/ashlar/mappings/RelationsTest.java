package io.ashlar.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.Crud;
import io.ashlar.crud.StaleVersion;
import io.ashlar.data.Model;
import io.ashlar.database.Dialect;
import io.ashlar.mappings.Orders.Detail;
import io.ashlar.mappings.Orders.Invoice;
import io.ashlar.mappings.Orders.Item;
import io.ashlar.mappings.Orders.Order;
import io.ashlar.mappings.Orders.Receipt;
import io.ashlar.mappings.Orders.Stop;
import io.ashlar.mappings.Orders.Tag;
import io.ashlar.mappings.Orders.Translation;
import io.ashlar.mappings.Orders.Wish;
import io.ashlar.query.Change;
import io.ashlar.query.Find;
import io.ashlar.query.TextProperty;
import io.ashlar.query.ToMany;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelationsTest {

    private static final ToMany<Order, Item, Long> ITEMS = new ToMany<>(Order.class, "items");
    private static final ToMany<Order, Tag, String> TAGS = new ToMany<>(Order.class, "tags");
    private static final ToMany<Order, Wish, String> WISHES = new ToMany<>(Order.class, "wishes");
    private static final ToMany<Order, Tag, String> FAVOURITES = new ToMany<>(Order.class, "favourites");
    private static final ToMany<Item, Detail, Long> DETAILS = new ToMany<>(Item.class, "details");

    private static Stores stores;

    @BeforeAll
    static void start() throws SQLException {
        stores = new Stores(Orders.MODELS);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    private static Crud<Order, String> orders(Dialect dialect) {
        return stores.on(dialect).of(Order.class);
    }

    private static <T extends Model, K> Crud<T, K> crud(Dialect dialect, Class<T> model) {
        return stores.on(dialect).of(model);
    }

    private static Item item(String name, String... details) {
        var item = new Item();
        item.name = name;
        for (String text : details) {
            var detail = new Detail();
            detail.text = text;
            item.details.add(detail);
        }
        return item;
    }

    private static Tag tag(Dialect dialect) {
        var tag = new Tag();
        tag.name = "t" + UUID.randomUUID();
        return RelationsTest.<Tag, String>crud(dialect, Tag.class).create(tag);
    }

    private static Wish wish(Dialect dialect, int rank) {
        var wish = new Wish();
        wish.rank = rank;
        return RelationsTest.<Wish, String>crud(dialect, Wish.class).create(wish);
    }

    private static Order order(Dialect dialect, Item... items) {
        var order = new Order();
        order.items.addAll(List.of(items));
        return orders(dialect).create(order);
    }

    @ParameterizedTest
    @EnumSource
    void storesAndReadsEachKindOfCollection(Dialect dialect) {
        var order = new Order();
        order.note = "noted";
        order.labels.addAll(Set.of("x", "y"));
        order.steps.addAll(List.of("z", "a", "z"));
        order.titles.putAll(Map.of("de", "Titel", "en", "title"));
        order.stops.add(new Stop());
        order.stops.get(0).street = "s";
        order.stops.get(0).floor = 3;
        var tag = tag(dialect);
        order.tags.add(tag);
        order.favourites.add(tag(dialect));
        order.wishes.addAll(List.of(wish(dialect, 1), wish(dialect, 3), wish(dialect, 2)));
        orders(dialect).create(order);

        var read = orders(dialect).retrieve(order.id);

        assertThat(read.note).isEqualTo("noted");
        assertThat(read.labels).containsExactlyInAnyOrder("x", "y");
        assertThat(read.steps).containsExactly("z", "a", "z");
        assertThat(read.titles).isEqualTo(Map.of("de", "Titel", "en", "title"));
        assertThat(read.stops).extracting(each -> each.street + each.floor).containsExactly("s3");
        assertThat(read.tags).extracting(each -> each.name).containsExactly(tag.name);
        assertThat(read.favourites).hasSize(1);
        assertThat(read.wishes).extracting(each -> each.rank).containsExactly(3, 2, 1);
        var back = RelationsTest.<Tag, String>crud(dialect, Tag.class).retrieve(tag.name);
        assertThat(back.orders).extracting(each -> each.id).containsExactly(order.id);
    }

    @ParameterizedTest
    @EnumSource
    void readsCollectionsOfValuesInTheirOrder(Dialect dialect) {
        var order = new Order();
        order.words.addAll(List.of("b", "c", "a"));
        order.tones.addAll(List.of("b", "c", "a"));
        for (String call : List.of("b1", "a1", "c2")) {
            var stop = new Stop();
            stop.street = call.substring(0, 1);
            stop.floor = Integer.parseInt(call.substring(1));
            order.calls.add(stop);
        }
        orders(dialect).create(order);

        var read = orders(dialect).retrieve(order.id);

        assertThat(read.words).containsExactly("a", "b", "c");
        assertThat(read.tones).containsExactly("c", "b", "a");
        assertThat(read.calls).extracting(each -> each.street + each.floor).containsExactly("c2", "a1", "b1");
    }

    @ParameterizedTest
    @EnumSource
    void createsChildrenAlongAndKeepsTheirOrder(Dialect dialect) {
        var order = order(dialect, item("c", "1", "2"), item("a"), item("b", "3"));

        var read = orders(dialect).retrieve(order.id, Find.defaults().relations(ITEMS.then(DETAILS)));

        assertThat(read.items).extracting(each -> each.name).containsExactly("c", "a", "b");
        assertThat(read.items.get(0).details).extracting(each -> each.text).containsExactly("1", "2");
        assertThat(orders(dialect).retrieve(order.id).items)
                .extracting(each -> each.name)
                .containsExactly("c", "a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void replacingAnOrderedRelationOrdersItAnew(Dialect dialect) {
        var order = order(dialect, item("a"), item("b"), item("c"));
        List<Item> turned = List.of(order.items.get(2), order.items.get(0), order.items.get(1));

        orders(dialect).update(order.id, List.of(ITEMS.set(turned)));

        assertThat(orders(dialect).retrieve(order.id).items)
                .extracting(each -> each.name)
                .containsExactly("c", "a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void readsAMapByAnAttributeAndAnInverseOneToOne(Dialect dialect) {
        var order = new Order();
        for (String language : List.of("de", "en")) {
            var translation = new Translation();
            translation.language = language;
            order.translations.put(language, translation);
        }
        order.receipt = new Receipt();
        orders(dialect).create(order);

        var read = orders(dialect).retrieve(order.id);

        assertThat(read.translations).containsOnlyKeys("de", "en");
        assertThat(read.translations.get("de").language).isEqualTo("de");
        assertThat(read.receipt).isNotNull();
        assertThat(read.receipt.id).isEqualTo(order.receipt.id);
    }

    @ParameterizedTest
    @EnumSource
    void pointsToAColumnThatIsNoId(Dialect dialect) {
        var invoice = new Invoice();
        invoice.number = "no" + UUID.randomUUID();
        RelationsTest.<Invoice, Long>crud(dialect, Invoice.class).create(invoice);
        var order = new Order();
        order.invoice = invoice;
        orders(dialect).create(order);

        assertThat(orders(dialect).retrieve(order.id).invoice.id).isEqualTo(invoice.id);
    }

    @ParameterizedTest
    @EnumSource
    void aRelationToManyIsReplacedAsASetAndEmptied(Dialect dialect) {
        var one = tag(dialect);
        var two = tag(dialect);
        var order = order(dialect);

        orders(dialect).update(order.id, List.of(TAGS.set(List.of(one)), FAVOURITES.set(List.of(one, two))));
        orders(dialect).update(order.id, List.of(TAGS.set(List.of(one, two)), FAVOURITES.setIds(two.name)));
        var read = orders(dialect).retrieve(order.id);
        assertThat(read.tags).hasSize(2);
        assertThat(read.favourites).extracting(each -> each.name).containsExactly(two.name);

        orders(dialect).update(order.id, List.of(TAGS.set(List.of()), FAVOURITES.set(List.of())));
        assertThat(orders(dialect).retrieve(order.id).tags).isEmpty();
        assertThat(orders(dialect).retrieve(order.id).favourites).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void collectionsOfValuesAreReplaced(Dialect dialect) {
        var order = order(dialect);
        orders(dialect)
                .update(
                        order.id,
                        List.of(
                                new Change<>("steps", List.of("b", "a")),
                                new Change<>("labels", Set.of("l")),
                                new Change<>("titles", Map.of("fr", "titre")),
                                new TextProperty<Order>(Order.class, "note").set("n")));

        var read = orders(dialect).retrieve(order.id);
        assertThat(read.steps).containsExactly("b", "a");
        assertThat(read.labels).containsExactly("l");
        assertThat(read.titles).isEqualTo(Map.of("fr", "titre"));
        assertThat(read.note).isEqualTo("n");
        assertThat(read.version).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void upsertWithReplaceAddsChangesAndRemovesChildren(Dialect dialect) {
        var order = order(dialect, item("kept"), item("gone", "detail"));
        var gone = order.items.remove(1);
        order.items.get(0).name = "changed";
        var added = item("added", "deep");
        order.items.add(0, added);

        var upserted = orders(dialect).upsertWithReplace(order, List.of(ITEMS));

        var read = orders(dialect).retrieve(order.id);
        assertThat(read.items).extracting(each -> each.name).containsExactly("added", "changed");
        assertThat(read.items.get(0).details).hasSize(1);
        assertThat(upserted.created()).containsEntry("item_id", List.of(added.id));
        assertThat(upserted.created()).containsEntry("detail_id", List.of(added.details.get(0).id));
        assertThat(upserted.updated()).containsEntry("item_id", List.of(order.items.get(1).id));
        assertThat(upserted.updated()).containsEntry("order_id", List.of(order.id));
        assertThat(upserted.deleted()).containsEntry("item_id", List.of(gone.id));
        assertThat(RelationsTest.<Item, Long>crud(dialect, Item.class).exists(gone.id))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void upsertWithReplaceOfANewRecordTellsEachChildOnceAsCreated(Dialect dialect) {
        var order = new Order();
        order.items.addAll(List.of(item("a", "x"), item("b")));

        var upserted = orders(dialect).upsertWithReplace(order, List.of(ITEMS));

        assertThat(upserted.created()).containsEntry("order_id", List.of(order.id));
        assertThat(upserted.created().get("item_id")).hasSize(2);
        assertThat(upserted.created().get("detail_id")).hasSize(1);
        assertThat(upserted.updated()).isEmpty();
        assertThat(orders(dialect).retrieve(order.id).items)
                .extracting(each -> each.name)
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void upsertWithReplaceLeavesSoftlyDeletedChildrenAlone(Dialect dialect) {
        var order = order(dialect, item("kept"), item("hidden"));
        var hidden = order.items.remove(1);
        RelationsTest.<Item, Long>crud(dialect, Item.class).softDelete(hidden.id);

        orders(dialect).upsertWithReplace(order, List.of(ITEMS));

        RelationsTest.<Item, Long>crud(dialect, Item.class).restore(hidden.id);
        assertThat(RelationsTest.<Item, Long>crud(dialect, Item.class).exists(hidden.id))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void upsertWithReplaceReplacesLinks(Dialect dialect) {
        var one = tag(dialect);
        var two = tag(dialect);
        var wish = wish(dialect, 1);
        var order = order(dialect);
        order.tags = Set.of(one, two);
        order.wishes = new ArrayList<>(List.of(wish));
        orders(dialect).upsertWithReplace(order, List.of(TAGS, WISHES));
        assertThat(orders(dialect).retrieve(order.id).tags).hasSize(2);
        assertThat(orders(dialect).retrieve(order.id).wishes).hasSize(1);

        order.tags = Set.of(two);
        orders(dialect).upsertWithReplace(order, List.of(TAGS));
        assertThat(orders(dialect).retrieve(order.id).tags)
                .extracting(each -> each.name)
                .containsExactly(two.name);
        assertThat(orders(dialect).retrieve(order.id).wishes).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anOldVersionIsStaleInSeveralTables(Dialect dialect) {
        var order = order(dialect);
        orders(dialect).upsert(orders(dialect).retrieve(order.id));
        order.note = "late";

        assertThatThrownBy(() -> orders(dialect).upsert(order)).isInstanceOf(StaleVersion.class);

        assertThat(orders(dialect).retrieve(order.id).note).isNull();
        assertThat(orders(dialect).retrieve(order.id).version).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void softDeletionGoesTwoLevelsDeepAndRestoreBringsBackExactlyThat(Dialect dialect) {
        var order = order(dialect, item("a", "1", "2"), item("b", "3"));
        Crud<Detail, Long> details = crud(dialect, Detail.class);
        var earlier = order.items.get(0).details.get(0).id;
        details.softDelete(earlier);

        var marked = orders(dialect).softDelete(order.id);
        assertThat(marked.get("item_id")).hasSize(2);
        assertThat(marked.get("detail_id")).hasSize(2).doesNotContain(earlier);

        var restored = orders(dialect).restore(order.id);
        assertThat(restored.get("item_id")).hasSize(2);
        assertThat(restored.get("detail_id")).hasSize(2).doesNotContain(earlier);
        assertThat(details.exists(earlier)).isFalse();
        assertThat(orders(dialect).retrieve(order.id).items.get(1).details).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void deletionTakesChildrenLinksAndValuesAlong(Dialect dialect) {
        var order = order(dialect, item("a", "1"), item("b"));
        var tag = tag(dialect);
        orders(dialect).update(order.id, List.of(TAGS.set(List.of(tag)), new Change<>("steps", List.of("s"))));

        orders(dialect).delete(order.id);

        assertThat(orders(dialect).exists(order.id)).isFalse();
        assertThat(RelationsTest.<Item, Long>crud(dialect, Item.class).exists(order.items.get(0).id))
                .isFalse();
        assertThat(RelationsTest.<Detail, Long>crud(dialect, Detail.class)
                        .exists(order.items.get(0).details.get(0).id))
                .isFalse();
        assertThat(RelationsTest.<Tag, String>crud(dialect, Tag.class).exists(tag.name))
                .isTrue();
    }
}
