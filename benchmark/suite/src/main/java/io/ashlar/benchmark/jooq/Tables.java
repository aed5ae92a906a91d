package io.ashlar.benchmark.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.ashlar.benchmark.NewPost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The tables, as jOOQ's generator would name them. */
final class Tables {

    static final Table<Record> POST = table(name("post"));
    static final Field<String> ID = field(name("post", "id"), VARCHAR);
    static final Field<String> TITLE = field(name("post", "title"), VARCHAR);
    static final Field<String> BODY = field(name("post", "body"), VARCHAR);
    static final Field<String> CATEGORY = field(name("post", "category"), VARCHAR);
    static final Field<NewPost.Status> STATUS = field(
            name("post", "status"),
            VARCHAR.asConvertedDataType(
                    Converter.ofNullable(String.class, NewPost.Status.class, NewPost.Status::valueOf, Enum::name)));
    static final Field<Integer> VIEWS = field(name("post", "views"), INTEGER);
    static final Field<BigDecimal> RATING = field(name("post", "rating"), NUMERIC(4, 2));
    static final Field<Instant> PUBLISHED_AT = field(name("post", "published_at"), INSTANT);
    static final Field<String> AUTHOR_ID = field(name("post", "author_id"), VARCHAR);
    static final Field<Instant> CREATED_AT = field(name("post", "created_at"), INSTANT);
    static final Field<Instant> UPDATED_AT = field(name("post", "updated_at"), INSTANT);
    static final Field<Instant> DELETED_AT = field(name("post", "deleted_at"), INSTANT);

    static final Table<Record> AUTHOR = table(name("author"));
    static final Field<String> AUTHOR_KEY = field(name("author", "id"), VARCHAR);
    static final Field<String> AUTHOR_NAME = field(name("author", "name"), VARCHAR);
    static final Field<String> AUTHOR_EMAIL = field(name("author", "email"), VARCHAR);
    static final Field<Instant> AUTHOR_CREATED_AT = field(name("author", "created_at"), INSTANT);
    static final Field<Instant> AUTHOR_UPDATED_AT = field(name("author", "updated_at"), INSTANT);
    static final Field<Instant> AUTHOR_DELETED_AT = field(name("author", "deleted_at"), INSTANT);

    static final List<Field<?>> POST_FIELDS = List.of(
            ID,
            TITLE,
            BODY,
            CATEGORY,
            STATUS,
            VIEWS,
            RATING,
            PUBLISHED_AT,
            AUTHOR_ID,
            CREATED_AT,
            UPDATED_AT,
            DELETED_AT);
    static final List<Field<?>> AUTHOR_FIELDS =
            List.of(AUTHOR_KEY, AUTHOR_NAME, AUTHOR_EMAIL, AUTHOR_CREATED_AT, AUTHOR_UPDATED_AT, AUTHOR_DELETED_AT);

    private Tables() {}
}
