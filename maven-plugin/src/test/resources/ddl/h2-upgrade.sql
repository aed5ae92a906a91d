create table "item" (
    "id" varchar(255) not null,
    "order_id" varchar(255),
    constraint "pk_item" primary key ("id")
);

alter table "order" add column "views" integer default 45 not null;

alter table "order" add column "note" varchar(80);
comment on column "order"."note" is 'free';

alter table "order" add column "customer_id" varchar(255);

alter table "order" add "uq_order_note" tinyint invisible generated always as (case when "deleted_at" is null then 1 end);
alter table "order" add constraint "uq_order_note" unique ("note", "uq_order_note");

alter table "order" add constraint "ck_order_note" check ("note" <> '');

alter table "order" drop constraint "ck_order_status";
alter table "order" add constraint "ck_order_status" check ("status" in ('DRAFT', 'PAID', 'SENT'));

create index "ix_item_order_id" on "item" ("order_id");

create index "ix_order_customer_id" on "order" ("customer_id");

alter table "item" add constraint "fk_item_order_id"
    foreign key ("order_id") references "order" ("id");

alter table "order" add constraint "fk_order_customer_id"
    foreign key ("customer_id") references "customer" ("id");
