package io.ashlar.pull;

import io.ashlar.operation.Catalog;
import io.ashlar.operation.Catalog.CatalogTable;
import io.ashlar.schema.Names;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How constraints and indexes are called in models. There they share one space of names with tables, where some databases
 * have a space for each table.
 *
 * @param stored what the database has
 * @param renamings of it, so that models can have it
 */
record UsableNames(Catalog stored, List<Renaming> renamings) {

    private static final String UNSAID = "no annotation names it";
    private static final String REPEATED = "the name is used more than once";
    private static final String TOO_LONG = "PostgreSQL would cut the name";

    /** Copies. */
    UsableNames {
        renamings = List.copyOf(renamings);
    }

    /**
     * Renames what has to be. Each use of a repeated name goes, whichever tables are pulled: models do not depend on what
     * they are pulled with.
     *
     * @param hidden indexes that the catalog does not tell
     */
    static UsableNames of(Catalog stored, List<HiddenIndex> hidden) {
        Map<String, Integer> uses = uses(stored);
        Set<String> taken = new HashSet<>(uses.keySet());
        List<Renaming> renamings = new ArrayList<>();
        stored.tables().forEach((name, table) -> {
            hidden.stream() // first, as it would go with the foreign key of its name
                    .filter(index -> index.table().equals(name))
                    .forEach(index -> renamings.add(free(index.renaming(), taken)));
            table.definitions()
                    .forEach((is, definition) -> renaming(name, is, definition, uses)
                            .map(wish -> wish.kind() == PartKind.PRIMARY_KEY ? wish : free(wish, taken))
                            .ifPresent(renamings::add));
        });
        return new UsableNames(stored, renamings);
    }

    /** Returns the catalog as it would be if the database called all so. */
    Catalog catalog() {
        Map<String, CatalogTable> tables = new TreeMap<>(stored.tables());
        renamings.forEach(renaming -> tables.computeIfPresent(renaming.table(), (name, table) -> {
            Map<String, String> definitions = new TreeMap<>(table.definitions());
            definitions.remove(renaming.is(), renaming.definition());
            definitions.put(renaming.should(), renaming.definition());
            return new CatalogTable(table.columns(), definitions, table.comment());
        }));
        return new Catalog(tables, stored.sequences());
    }

    /** Returns those names of which models make use. */
    UsableNames usedBy(Schema models) {
        return new UsableNames(
                stored,
                renamings.stream()
                        .filter(each -> models.table(each.table())
                                .filter(table -> hasPart(table, each.should()))
                                .isPresent())
                        .toList());
    }

    private static boolean hasPart(Table table, String name) {
        PrimaryKey key = table.primaryKey();
        return (key != null && key.name().equals(name))
                || table.uniques().stream().anyMatch(unique -> unique.name().equals(name))
                || table.indexes().stream().anyMatch(index -> index.name().equals(name))
                || table.foreignKeys().stream()
                        .anyMatch(foreign -> foreign.name().equals(name));
    }

    /** Returns what models call a foreign key. */
    String foreignKey(String table, String is) {
        return renamings.stream()
                .filter(each -> each.kind() == PartKind.FOREIGN_KEY
                        && each.table().equals(table)
                        && each.is().equals(is))
                .map(Renaming::should)
                .findFirst()
                .orElse(is);
    }

    private static Map<String, Integer> uses(Catalog catalog) {
        Map<String, Integer> uses = new HashMap<>();
        catalog.tables().forEach((name, table) -> {
            uses.merge(folded(name), 1, Integer::sum);
            table.definitions().forEach((part, definition) -> {
                if (PartKind.of(definition).filter(PartKind.PRIMARY_KEY::equals).isEmpty()) {
                    uses.merge(folded(part), 1, Integer::sum);
                }
            });
        });
        return uses;
    }

    private static Optional<Renaming> renaming(String table, String is, String definition, Map<String, Integer> uses) {
        return PartKind.of(definition).flatMap(kind -> {
            String derived = kind.name(table, definition);
            Optional<String> why = kind == PartKind.PRIMARY_KEY ? Optional.of(UNSAID) : unusable(is, uses);
            return why.filter(text -> !is.equals(derived))
                    .map(text -> new Renaming(table, kind, definition, is, derived, text));
        });
    }

    private static Optional<String> unusable(String name, Map<String, Integer> uses) {
        if (uses.getOrDefault(folded(name), 0) > 1) {
            return Optional.of(REPEATED);
        }
        return Names.fits(name) ? Optional.empty() : Optional.of(TOO_LONG);
    }

    private static Renaming free(Renaming wish, Set<String> taken) {
        String name = wish.should();
        for (int i = 2; !taken.add(folded(name)); i++) {
            name = wish.should() + "_" + i;
        }
        return new Renaming(wish.table(), wish.kind(), wish.definition(), wish.is(), name, wish.why());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
