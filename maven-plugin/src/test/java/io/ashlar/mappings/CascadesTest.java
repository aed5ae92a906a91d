package io.ashlar.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.Crud;
import io.ashlar.data.Model;
import io.ashlar.database.Dialect;
import io.ashlar.internal.persistence.PersistenceUnits;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CascadesTest {

    private static Stores stores;

    @BeforeAll
    static void start() throws SQLException {
        stores = new Stores(Folder.class);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @Entity
    public static class Folder extends Model {
        @Id
        String id = UUID.randomUUID().toString();

        @ManyToOne
        Folder parent;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
        List<Folder> children = new ArrayList<>();
    }

    @Entity
    public static class Hen extends Model {
        @Id
        String id;

        @OneToMany(mappedBy = "hen", cascade = CascadeType.REMOVE)
        List<Egg> eggs = new ArrayList<>();

        @ManyToOne
        Egg from;
    }

    @Entity
    public static class Egg extends Model {
        @Id
        String id;

        @ManyToOne
        Hen hen;

        @OneToMany(mappedBy = "from", cascade = CascadeType.ALL)
        List<Hen> hens = new ArrayList<>();
    }

    @Entity
    public static class Leaf extends Model {
        @Id
        String id;

        @ManyToOne(cascade = CascadeType.ALL)
        Folder folder;
    }

    private static void read(Class<?>... models) {
        PersistenceUnits.metamodel("test", List.of(models), Dialect.H2, CascadesTest.class.getClassLoader());
    }

    @Test
    void aCircleOfSeveralModelsIsRefusedWithItsPath() {
        assertThatThrownBy(() -> read(Hen.class, Egg.class))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("[cascade-circle]")
                .hasMessageContaining("Egg.hens -> Hen.eggs -> Egg");
    }

    @Test
    void deletingAParentAlongWithItsChildIsRefused() {
        assertThatThrownBy(() -> read(Leaf.class, Folder.class))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("[cascade-to-parent]")
                .hasMessageContaining("Leaf.folder");
    }

    @ParameterizedTest
    @EnumSource
    void aTreeIsDeletedHiddenAndRestoredAsAWhole(Dialect dialect) {
        Crud<Folder, String> folders = stores.on(dialect).of(Folder.class);
        var root = new Folder();
        var at = root;
        for (int depth = 0; depth < 30; depth++) {
            var child = new Folder();
            at.children.add(child);
            at.children.add(new Folder());
            at = child;
        }
        folders.create(root);

        assertThat(folders.softDelete(root.id).get("folder_id")).hasSize(61);
        assertThat(folders.exists(at.id)).isFalse();
        assertThat(folders.restore(root.id).get("folder_id")).hasSize(61);
        assertThat(folders.exists(at.id)).isTrue();

        folders.delete(List.of(root.id, at.id));
        assertThat(folders.exists(root.id)).isFalse();
        assertThat(folders.exists(at.id)).isFalse();
        assertThat(folders.exists(root.children.get(1).id)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCircleInTheDataDoesNotRunForever(Dialect dialect) throws SQLException {
        Crud<Folder, String> folders = stores.on(dialect).of(Folder.class);
        var one = new Folder();
        var two = new Folder();
        two.parent = one;
        folders.create(List.of(one, two));
        stores.run(dialect, "update `folder` set `parent_id` = '" + two.id + "' where `id` = '" + one.id + "'");

        assertThat(folders.softDelete(one.id).get("folder_id")).hasSize(2);
        assertThat(folders.restore(one.id).get("folder_id")).hasSize(2);
    }
}
