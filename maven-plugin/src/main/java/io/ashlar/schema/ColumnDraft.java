package io.ashlar.schema;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import org.jspecify.annotations.Nullable;

/** A column while it is being read: several attributes may have a say in it. */
final class ColumnDraft {

    final String name;
    boolean required;
    boolean identity;
    boolean discriminator;

    @Nullable
    String comment;

    @Nullable
    Member member;

    @Nullable
    Ref copiesTypeOf;

    @Nullable
    ColumnType type;

    ColumnDraft(String name) {
        this.name = name;
    }

    /** Returns the text of {@code @Default}; null where there is none. */
    @Nullable
    String defaultText() {
        return member == null
                ? null
                : member.annotation(Default.class).map(Default::value).orElse(null);
    }

    /** Returns the SQL of {@code @Computed}; null where there is none. */
    @Nullable
    String computedSql() {
        return member == null
                ? null
                : member.annotation(Computed.class).map(Computed::value).orElse(null);
    }

    /** A column of a table, by name. */
    record Ref(String table, String column) {}
}
