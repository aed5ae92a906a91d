package io.ashlar.schema;

import io.ashlar.problem.Problem;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import java.util.ArrayList;
import java.util.List;

/** What {@code @Column} and {@code @JoinColumn} say beside names and types: checks, comments, and SQL of one database. */
record ColumnAnnotations(Member member, TableDraft table, SchemaDraft draft) {

    /** Reads those of an attribute in a column of its own. */
    void column(String name) {
        member.annotation(Column.class).ifPresent(annotation -> {
            comment(name, annotation.comment());
            checks(annotation.check());
            options(annotation.options());
            if (annotation.secondPrecision() >= 0) {
                draft.problem(
                        "second-precision",
                        member + " has a secondPrecision, and times keep what each database can",
                        member.toString(),
                        "remove it; where fewer digits matter, cut them off in the setter");
            }
        });
    }

    /** Reads those of a relation's columns. */
    void joinColumns(List<String> names) {
        for (JoinColumn annotation : member.annotations(JoinColumn.class)) {
            String name = names.size() == 1 ? names.get(0) : annotation.name();
            if (names.contains(name)) {
                comment(name, annotation.comment());
            }
            checks(annotation.check());
            options(annotation.options());
        }
    }

    private void comment(String name, String comment) {
        if (!comment.isEmpty()) {
            table.column(name).comment = comment;
        }
    }

    private void checks(CheckConstraint[] checks) {
        List<Problem> found = new ArrayList<>();
        List.of(checks).forEach(check -> TableAnnotations.addCheck(check, table, found));
        draft.problems(found);
    }

    private void options(String options) {
        if (!options.isEmpty()) {
            draft.problem(
                    "column-options",
                    member + " has options, which are SQL of one database",
                    member.toString(),
                    "remove options from the annotation");
        }
    }
}
