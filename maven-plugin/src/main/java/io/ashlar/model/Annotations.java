package io.ashlar.model;

import java.lang.annotation.Annotation;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Looks up annotations in sources. Never loads a class of the user's, and takes no unresolved value for a value. */
final class Annotations {

    private Annotations() {}

    static boolean has(Element element, Class<? extends Annotation> type) {
        return find(element, type).isPresent();
    }

    @SafeVarargs
    static boolean hasAny(Element element, Class<? extends Annotation>... types) {
        for (Class<? extends Annotation> type : types) {
            if (has(element, type)) {
                return true;
            }
        }
        return false;
    }

    static Optional<AnnotationMirror> find(Element element, Class<? extends Annotation> type) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(type.getName())) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** Returns what is written for {@code attribute}; empty where the default holds. */
    static Optional<AnnotationValue> value(Element element, Class<? extends Annotation> type, String attribute) {
        return find(element, type)
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream()
                        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
                        .<AnnotationValue>map(entry -> entry.getValue())
                        .findFirst());
    }

    /** Returns the text written for {@code attribute}; empty where the default holds or the text is blank. */
    static Optional<String> text(Element element, Class<? extends Annotation> type, String attribute) {
        return value(element, type, attribute)
                .map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }
}
