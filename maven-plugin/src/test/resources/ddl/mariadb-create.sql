create sequence `order_seq` start with 1 increment by 50;

create table `customer` (
    `id` varchar(255) not null,
    `email` varchar(200) not null,
    `order_id` varchar(255),
    `deleted_at` datetime(6),
    constraint `pk_customer` primary key (`id`),
    `uq_customer_email` tinyint generated always as (case when `deleted_at` is null then 1 end) stored invisible,
    constraint `uq_customer_email` unique (`email`, `uq_customer_email`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `log` (
    `id` bigint auto_increment not null,
    constraint `pk_log` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `order` (
    `id` varchar(255) not null,
    `user` varchar(80) not null comment 'who; it''s quoted',
    `status` varchar(255) default 'DRAFT' not null,
    `total` int,
    `deleted_at` datetime(6),
    constraint `pk_order` primary key (`id`),
    constraint `ck_order_status` check (`status` in ('DRAFT', 'PAID')),
    constraint `ck_order_total` check (`total` >= 0 and 'total' <> '')
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin comment 'what was ordered';

create index `ix_order_user_total` on `order` (`user`, `total` desc);
