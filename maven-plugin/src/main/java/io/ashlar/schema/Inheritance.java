package io.ashlar.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.DatabaseMapping;

/** Which of an entity's tables and attributes are its own, and which its parent's. */
final class Inheritance {

    private Inheritance() {}

    /** Returns the tables that the entity adds to its parent's. */
    static List<DatabaseTable> ownTables(ClassDescriptor descriptor) {
        if (!descriptor.isChildDescriptor()) {
            return descriptor.getTables();
        }
        List<DatabaseTable> inherited = parent(descriptor).getTables();
        return descriptor.getTables().stream()
                .filter(table -> !inherited.contains(table))
                .toList();
    }

    /** Returns the table a row of exactly this entity is always in. */
    static DatabaseTable mainTable(ClassDescriptor descriptor) {
        List<DatabaseTable> own = ownTables(descriptor);
        return own.isEmpty() ? mainTable(parent(descriptor)) : own.get(0);
    }

    /** Returns whether its rows lie in one table with those of other classes, which know nothing of its columns. */
    static boolean sharesTableOfParent(ClassDescriptor descriptor) {
        return descriptor.isChildDescriptor() && ownTables(descriptor).isEmpty();
    }

    /** Returns whether the parent already has this attribute, in its own table. */
    static boolean inherited(ClassDescriptor descriptor, DatabaseMapping mapping) {
        return descriptor.isChildDescriptor()
                && parent(descriptor).getMappingForAttributeName(mapping.getAttributeName()) != null;
    }

    /** Returns the table that a joined or secondary table continues. */
    static DatabaseTable parentOf(DatabaseTable table, ClassDescriptor descriptor) {
        DatabaseTable main = mainTable(descriptor);
        return table.equals(main) && descriptor.isChildDescriptor() ? mainTable(parent(descriptor)) : main;
    }

    /** Returns how a column of the key is named in one of the entity's tables. */
    static String keyIn(DatabaseTable table, DatabaseField key, ClassDescriptor descriptor) {
        Map<DatabaseField, DatabaseField> joined =
                descriptor.getAdditionalTablePrimaryKeyFields().get(table);
        DatabaseField column = joined == null ? key : joined.get(key);
        return column == null ? key.getName() : column.getName();
    }

    /**
     * Returns the columns of a relation in the order of the target's key. Where EclipseLink points to the root of a joined
     * hierarchy, they point to the table of the class itself.
     */
    static List<ForeignColumn> columns(Map<DatabaseField, DatabaseField> sourceToTarget, ClassDescriptor target) {
        List<DatabaseField> keys = KeyOrder.of(target);
        DatabaseTable main = mainTable(target);
        return sourceToTarget.entrySet().stream()
                .sorted(Comparator.<Map.Entry<DatabaseField, DatabaseField>>comparingInt(
                                pair -> keys.indexOf(pair.getValue()))
                        .thenComparing(pair -> pair.getKey().getName()))
                .map(pair -> keys.contains(pair.getValue())
                        ? new ForeignColumn(pair.getKey(), main.getName(), keyIn(main, pair.getValue(), target))
                        : new ForeignColumn(
                                pair.getKey(),
                                pair.getValue().getTableName(),
                                pair.getValue().getName()))
                .toList();
    }

    /** Returns whether the rows of an entity and its children lie in several tables without a common one. */
    static boolean scattered(ClassDescriptor descriptor) {
        return descriptor.hasTablePerClassPolicy()
                && (descriptor.isAbstract()
                        || descriptor.getTablePerClassPolicy().hasChild());
    }

    private static ClassDescriptor parent(ClassDescriptor descriptor) {
        return descriptor.getInheritancePolicy().getParentDescriptor();
    }
}
