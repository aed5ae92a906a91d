package io.ashlar.pull;

import io.ashlar.internal.mapping.SnakeCase;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import io.ashlar.service.Imports;
import jakarta.persistence.JoinTable;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.stream.Collectors;

/** What stands above a class, or above a relation over a table: name, constraints, indexes and comment of the table. */
final class TableAnnotation {

    private final Imports imports;

    TableAnnotation(Imports imports) {
        this.imports = imports;
    }

    /** Returns {@code @Table}, which is empty if the table is as the class and its attributes say. */
    Annotated of(EntityShape entity) {
        Table table = entity.table();
        Annotated annotation = new Annotated(imports, jakarta.persistence.Table.class);
        if (!SnakeCase.of(entity.name().simple()).equals(table.name())) {
            annotation.text("name", table.name());
        }
        return parts(annotation, table, entity.relations());
    }

    /** Returns {@code @JoinTable} with {@code sides}, its two foreign keys. */
    Annotated of(Table join, List<Annotated> sides) {
        Annotated annotation = new Annotated(imports, JoinTable.class)
                .text("name", join.name())
                .code("joinColumns", sides.get(0).text())
                .code("inverseJoinColumns", sides.get(1).text());
        return parts(annotation, join, join.foreignKeys());
    }

    /** Unique constraints are said here, as those of attributes do not count records that are softly deleted. */
    private Annotated parts(Annotated annotation, Table table, List<ForeignKey> relations) {
        return annotation
                .all(
                        "uniqueConstraints",
                        table.uniques().stream().map(this::unique).toList())
                .all(
                        "indexes",
                        table.indexes().stream()
                                .filter(index -> !DerivedIndexes.make(index, table, relations))
                                .map(this::index)
                                .toList())
                .text("comment", table.comment());
    }

    private String unique(Unique unique) {
        return new Annotated(imports, UniqueConstraint.class)
                .text("name", unique.name())
                .all(
                        "columnNames",
                        unique.columns().stream().map(Annotated::quoted).toList())
                .text();
    }

    private String index(Index index) {
        String columns = index.columns().stream()
                .map(part -> part.column() + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return new Annotated(imports, jakarta.persistence.Index.class)
                .text("name", index.name())
                .text("columnList", columns)
                .text();
    }
}
