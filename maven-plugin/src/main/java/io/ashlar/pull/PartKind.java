package io.ashlar.pull;

import io.ashlar.schema.Names;
import java.util.List;
import java.util.Optional;

/** What a name in a catalog is of, so far as models can have it. */
enum PartKind {
    PRIMARY_KEY("primary key"),
    FOREIGN_KEY("foreign key"),
    UNIQUE("unique constraint"),
    INDEX("index");

    private final String words;

    PartKind(String words) {
        this.words = words;
    }

    /** Tells it by a definition; empty for what no model has, such as an index of expressions. */
    static Optional<PartKind> of(String definition) {
        if (definition.startsWith("PRIMARY KEY")) {
            return Optional.of(PRIMARY_KEY);
        }
        if (definition.startsWith("FOREIGN KEY")) {
            return Optional.of(FOREIGN_KEY);
        }
        return IndexText.parse(definition).map(index -> index.unique() ? UNIQUE : INDEX);
    }

    /** Returns what models call it that do not name it. */
    String name(String table, String definition) {
        return switch (this) {
            case PRIMARY_KEY -> Names.primaryKey(table);
            case FOREIGN_KEY -> Names.foreignKey(table, columns(definition));
            case UNIQUE -> Names.unique(table, columns(definition));
            case INDEX -> Names.index(table, columns(definition));
        };
    }

    private static List<String> columns(String definition) {
        String list = definition.replaceFirst("^FOREIGN KEY (\\([^()]*\\)).*", "$1");
        return IndexText.parse(list).map(IndexText::columns).orElse(List.of());
    }

    @Override
    public String toString() {
        return words;
    }
}
