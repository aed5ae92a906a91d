package io.ashlar.internal.mapping;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.eclipse.persistence.mappings.foundation.AbstractColumnMapping;
import org.jspecify.annotations.Nullable;

/** Walks the columns of one mapping, whatever its kind. */
public final class MappingColumns {

    private MappingColumns() {}

    /** Shows {@code visitor} every table and column of {@code mapping}. */
    static void visit(DatabaseMapping mapping, ColumnVisitor visitor) {
        if (mapping instanceof AbstractColumnMapping column) {
            defines(column.getField(), visitor);
        } else if (mapping instanceof AggregateObjectMapping embedded) {
            embedded.getAggregateToSourceFields().values().forEach(visitor::defines);
            embedded.getNestedFieldTranslations().values().forEach(to -> visitor.defines((DatabaseField) to[0]));
        } else if (mapping instanceof OneToOneMapping toOne) {
            toOne(toOne, visitor);
        } else if (mapping instanceof CollectionMapping collection) {
            collection(collection, visitor);
        }
    }

    /** Puts maps that columns are the keys of in order again, after the columns got other names. */
    static void rehash(DatabaseMapping mapping) {
        if (mapping instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()) {
            toOne.setSourceToTargetKeyFields(rehashed(toOne.getSourceToTargetKeyFields()));
            toOne.setTargetToSourceKeyFields(rehashed(toOne.getTargetToSourceKeyFields()));
        }
        var key = mapKey(mapping);
        if (key != null) {
            rehash(key);
        }
    }

    static <K, V> Map<K, V> rehashed(Map<K, V> map) {
        return new HashMap<>(map);
    }

    /** Returns the mapping of the keys of a map; null where there is none of its own. */
    public static @Nullable DatabaseMapping mapKey(DatabaseMapping mapping) {
        return mapping instanceof CollectionMapping collection
                        && collection.getContainerPolicy() instanceof MappedKeyMapContainerPolicy policy
                        && policy.getKeyMapping() instanceof DatabaseMapping key
                ? key
                : null;
    }

    private static void toOne(OneToOneMapping toOne, ColumnVisitor visitor) {
        if (toOne.hasRelationTableMechanism()) { // it has no keys beside them
            relationTable(toOne.getRelationTableMechanism(), visitor);
            return;
        }
        var owned = toOne.getForeignKeyFields();
        owned.forEach(visitor::defines);
        toOne.getSourceToTargetKeyFields().forEach((source, target) -> {
            if (toOne.isForeignKeyRelationship()) {
                visitor.defines(source);
            } else {
                visitor.refersTo(source);
            }
            visitor.refersTo(target);
        });
        toOne.getTargetToSourceKeyFields().forEach((target, source) -> {
            visitor.refersTo(target);
            visitor.refersTo(source);
        });
    }

    private static void relationTable(@Nullable RelationTableMechanism mechanism, ColumnVisitor visitor) {
        if (mechanism == null) {
            return;
        }
        if (mechanism.getRelationTable() != null) {
            visitor.table(mechanism.getRelationTable());
        }
        mechanism.getSourceRelationKeyFields().forEach(visitor::defines);
        mechanism.getTargetRelationKeyFields().forEach(visitor::defines);
        mechanism.getSourceKeyFields().forEach(visitor::refersTo);
        mechanism.getTargetKeyFields().forEach(visitor::refersTo);
    }

    private static void collection(CollectionMapping collection, ColumnVisitor visitor) {
        defines(collection.getListOrderField(), visitor);
        var key = mapKey(collection);
        if (key != null) {
            visit(key, visitor);
        }
        if (collection instanceof ManyToManyMapping manyToMany) {
            relationTable(manyToMany.getRelationTableMechanism(), visitor);
        } else if (collection instanceof DirectCollectionMapping direct) {
            if (direct.getReferenceTable() != null) {
                visitor.table(direct.getReferenceTable());
            }
            defines(direct.getDirectField(), visitor);
            direct.getReferenceKeyFields().forEach(visitor::defines);
            direct.getSourceKeyFields().forEach(visitor::refersTo);
        } else if (collection instanceof AggregateCollectionMapping embeddables) {
            embeddables.getTargetForeignKeyFields().forEach(visitor::defines);
            embeddables.getTargetForeignKeyFields().forEach(column -> visitor.table(column.getTable()));
            embeddables.getSourceKeyFields().forEach(visitor::refersTo);
        } else if (collection instanceof OneToManyMapping oneToMany) {
            var own = oneToMany instanceof UnidirectionalOneToManyMapping;
            oneToMany.getTargetForeignKeyFields().forEach(own ? visitor::defines : visitor::refersTo);
            oneToMany.getSourceKeyFields().forEach(visitor::refersTo);
        }
    }

    private static void defines(@Nullable DatabaseField column, ColumnVisitor visitor) {
        if (column != null) {
            visitor.defines(column);
        }
    }
}
