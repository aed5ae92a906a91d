package io.ashlar.model;

import static java.util.Objects.requireNonNull;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import io.ashlar.data.Searchable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/** Holds attributes to what Ashlar's annotations on them ask; the tags are those of the checks that come after weaving. */
final class AttributeChecks {

    private static final List<Class<? extends Annotation>> OTHER_SOURCES =
            List.of(Id.class, EmbeddedId.class, Version.class, GeneratedValue.class, Default.class);

    private final Findings findings;

    AttributeChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Member member, AttributeKind kind) {
        Element element = member.element();
        if (Annotations.has(element, Searchable.class) && kind != AttributeKind.TEXT) {
            findings.add(
                    "searchable-without-text",
                    label(member) + " is @Searchable, and is no text",
                    element,
                    "remove @Searchable; other fields are found by a filter");
        }
        if (Annotations.has(element, Computed.class)) {
            checkComputed(member, kind);
        }
    }

    private void checkComputed(Member member, AttributeKind kind) {
        Element element = member.element();
        Element type = declaring(member);
        if (kind == AttributeKind.ELEMENTS
                || Relation.kind(member).isPresent()
                || Annotations.has(element, Embedded.class)
                || Annotations.has(type, Embeddable.class)) {
            findings.add(
                    "computed-without-column",
                    label(member) + " is @Computed, and is no field of an entity with a column of its own",
                    element,
                    "put @Computed on a plain field of the entity");
        }
        OTHER_SOURCES.stream()
                .filter(other -> Annotations.has(element, other))
                .forEach(other -> findings.add(
                        "computed-and-assigned",
                        label(member) + " is both @Computed and @" + other.getSimpleName(),
                        element,
                        "keep one of them: what the database computes has no other source"));
        String setter = "set" + Member.capitalized(member.name());
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(setter)
                    && method.getParameters().size() == 1) {
                findings.add(
                        "computed-with-setter",
                        label(member) + " is @Computed, and " + setter + " sets what is never stored",
                        method,
                        "remove the setter, or @Computed");
            }
        }
    }

    private static String label(Member member) {
        return declaring(member).getSimpleName() + "." + member.name();
    }

    private static Element declaring(Member member) {
        return requireNonNull(member.element().getEnclosingElement(), "a member is in a class");
    }
}
