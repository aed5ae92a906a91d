-- Module blog: create_blog
-- Written by modules:db-generate. Never edit it once it ran on a database: add another.

create table "author" (
    "id" varchar(255) not null,
    "name" varchar(255) not null,
    "email" varchar(255) not null,
    "created_at" timestamp(6) with time zone not null,
    "updated_at" timestamp(6) with time zone not null,
    "deleted_at" timestamp(6) with time zone,
    constraint "pk_author" primary key ("id")
);
create unique index "uq_author_email" on "author" ("email") where "deleted_at" is null;

create table "post" (
    "id" varchar(255) not null,
    "title" varchar(255) not null,
    "body" text,
    "category" varchar(255) not null,
    "status" varchar(255) default 'DRAFT' not null,
    "views" integer default 0 not null,
    "rating" numeric(4, 2),
    "published_at" timestamp(6) with time zone,
    "author_id" varchar(255) not null,
    "created_at" timestamp(6) with time zone not null,
    "updated_at" timestamp(6) with time zone not null,
    "deleted_at" timestamp(6) with time zone,
    constraint "pk_post" primary key ("id"),
    constraint "ck_post_status" check ("status" in ('DRAFT', 'PUBLISHED', 'ARCHIVED'))
);

create index "ix_author_name" on "author" ("name", "id");

create index "ix_post_author" on "post" ("author_id");

create index "ix_post_category" on "post" ("category", "id");

alter table "post" add constraint "fk_post_author_id"
    foreign key ("author_id") references "author" ("id");
