package io.ashlar.schema;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;

/** Reads where generated ids come from. */
final class IdentityReader {

    private final SchemaDraft draft;
    private final ClassDescriptor descriptor;

    IdentityReader(SchemaDraft draft, ClassDescriptor descriptor) {
        this.draft = draft;
        this.descriptor = descriptor;
    }

    void read() {
        DatabaseField field = descriptor.getSequenceNumberField();
        if (field == null || descriptor.isChildDescriptor()) {
            return;
        }
        DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForField(field);
        if (mapping == null) {
            return;
        }
        Member member = new Member(descriptor.getJavaClass(), mapping.getAttributeName());
        GenerationType strategy = member.annotation(GeneratedValue.class)
                .map(GeneratedValue::strategy)
                .orElse(GenerationType.UUID);
        switch (strategy) {
            case IDENTITY ->
                draft.table(field.getTableName(), descriptor.getJavaClassName()).column(field.getName()).identity =
                        true;
            case SEQUENCE -> {
                var sequence = descriptor.getSequence();
                draft.sequence(new Sequence(
                        descriptor.getSequenceNumberName(),
                        sequence.getInitialValue(),
                        sequence.getPreallocationSize()));
            }
            case UUID -> {}
            case AUTO -> {
                if (!member.type().equals(java.util.UUID.class)) {
                    refuse(member, "leaves open who makes it, and databases differ in it");
                }
            }
            case TABLE -> refuse(member, "comes from a table, which is slow and which Ashlar does not make");
        }
    }

    private void refuse(Member member, String what) {
        draft.problem(
                "generated-value",
                "The value of " + member + " " + what,
                member.toString(),
                "use @Ulid on a String, or strategy = GenerationType.IDENTITY, SEQUENCE or UUID");
    }
}
