package io.ashlar.model;

import io.ashlar.data.Indexed;
import io.ashlar.problem.Nearest;
import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Checks that {@code @Indexed} names what is there. Columns are known only after weaving: what looks like one of a field is
 * taken for it here.
 */
final class IndexedCheck {

    private final Findings findings;

    IndexedCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Hierarchy hierarchy, List<AttributeModel> attributes) {
        Set<String> fields = new LinkedHashSet<>();
        Set<String> relations = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (AttributeModel attribute : attributes) {
            if (attribute.kind() != AttributeKind.TO_MANY) {
                fields.add(attribute.path());
            }
            if (attribute.kind() == AttributeKind.TO_ONE) {
                relations.add(likeness(attribute.path()));
            }
        }
        for (TypeElement type : hierarchy.stored()) {
            for (Member member : Member.of(type, hierarchy.access())) {
                if (!Relation.kind(member)
                        .filter(kind -> kind.getSimpleName().endsWith("ToMany"))
                        .isPresent()) {
                    fields.add(member.name());
                }
                column(member.element(), Column.class).ifPresent(columns::add);
                column(member.element(), JoinColumn.class).ifPresent(columns::add);
            }
        }
        Set<String> likenesses = new LinkedHashSet<>();
        Stream.concat(fields.stream(), columns.stream())
                .map(IndexedCheck::likeness)
                .forEach(likenesses::add);
        for (TypeElement type : hierarchy.stored()) {
            names(type)
                    .filter(name -> !likenesses.contains(likeness(name))
                            && relations.stream().noneMatch(likeness(name)::startsWith))
                    .forEach(name -> findings.add(
                            "unknown-column",
                            "@Indexed on " + type.getSimpleName() + " names '" + name + "', which is no field of it."
                                    + Nearest.question(name, fields),
                            type,
                            "use one of: " + String.join(", ", fields)));
        }
    }

    /** Returns what the annotations of {@code type} name, without directions. */
    private static Stream<String> names(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .flatMap(IndexedCheck::repeated)
                .flatMap(mirror -> list(mirror, "value"))
                .map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(name -> ((String) name).trim().replaceAll("(?i)\\s+(asc|desc)$", ""))
                .filter(name -> !name.isEmpty());
    }

    private static Stream<AnnotationMirror> repeated(AnnotationMirror mirror) {
        String name = mirror.getAnnotationType().toString();
        if (name.equals(Indexed.class.getName())) {
            return Stream.of(mirror);
        }
        return name.equals(Indexed.List.class.getCanonicalName())
                ? list(mirror, "value")
                        .map(AnnotationValue::getValue)
                        .filter(AnnotationMirror.class::isInstance)
                        .map(AnnotationMirror.class::cast)
                : Stream.of();
    }

    private static Stream<AnnotationValue> list(AnnotationMirror mirror, String attribute) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                .map(entry -> entry.getValue().getValue())
                .filter(List.class::isInstance)
                .flatMap(values -> ((List<?>) values).stream())
                .filter(AnnotationValue.class::isInstance)
                .map(AnnotationValue.class::cast);
    }

    private static Optional<String> column(Element element, Class<? extends Annotation> annotation) {
        return Annotations.text(element, annotation, "name");
    }

    private static String likeness(String name) {
        return name.replaceAll("[_.\"`]", "").toLowerCase(Locale.ROOT);
    }
}
