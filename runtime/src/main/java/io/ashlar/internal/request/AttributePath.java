package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path from a model along relations to an attribute: {@code author.place.city}.
 *
 * @param last where it ends
 * @param throughMany whether one of the relations on the way leads to many
 */
record AttributePath(AttributeDescription last, boolean throughMany) {

    /** Returns where {@code path} leads; empty after noting a problem. */
    static Optional<AttributePath> follow(ModelDescription model, String path, Place at, Report report) {
        ModelDescription current = model;
        String rest = path;
        boolean many = false;
        for (int relations = 0; relations <= Limits.PATH; relations++) {
            AttributeDescription last = current.attributes().get(rest);
            if (last != null) {
                return Optional.of(new AttributePath(last, many));
            }
            AttributeDescription relation = firstRelation(current, rest);
            if (relation == null) {
                report.unknown(
                        "property-unknown",
                        current.name() + " has no property '" + Shown.name(rest) + "'",
                        rest,
                        current.attributes().keySet(),
                        at);
                return Optional.empty();
            }
            many |= relation.kind() == Kind.TO_MANY;
            rest = rest.substring(relation.name().length() + 1);
            current = relation.related();
        }
        report.add("path-too-long", "The path goes along more than " + Limits.PATH + " relations", at, "shorten it");
        return Optional.empty();
    }

    boolean isRelation() {
        return last.kind() == Kind.TO_ONE || last.kind() == Kind.TO_MANY;
    }

    /** Returns the relation that {@code path} starts with; it may be one inside an embedded value. */
    private static @Nullable AttributeDescription firstRelation(ModelDescription model, String path) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            AttributeDescription attribute = model.attributes().get(path.substring(0, dot));
            if (attribute == null) {
                return null;
            }
            if (attribute.kind() == Kind.TO_ONE || attribute.kind() == Kind.TO_MANY) {
                return attribute;
            }
        }
        return null;
    }
}
