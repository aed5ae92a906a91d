create sequence `item_seq` start with 1 increment by 50;

create table `circle` (
    `id` varchar(255) not null,
    `color` varchar(255) not null,
    `radius` double not null,
    constraint `pk_circle` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `customer` (
    `id` varchar(255) not null,
    `active` boolean not null,
    `referred_by_id` varchar(255),
    `created_at` datetime(6) not null,
    `updated_at` datetime(6) not null,
    `deleted_at` datetime(6),
    constraint `pk_customer` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `customer_favourites` (
    `customer_id` varchar(255) not null,
    `favourites_name` varchar(255) not null,
    constraint `pk_customer_favourites` primary key (`customer_id`, `favourites_name`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `employee` (
    `id` varchar(255) not null,
    `boss_id` varchar(255),
    constraint `pk_employee` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `invoice` (
    `id` bigint auto_increment not null,
    `number` varchar(255),
    constraint `pk_invoice` primary key (`id`),
    constraint `uq_invoice_number` unique (`number`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `item` (
    `id` bigint not null,
    `wished_by` varchar(255),
    `order_id` varchar(255) not null,
    `items_order` int,
    `created_at` datetime(6) not null,
    `updated_at` datetime(6) not null,
    `deleted_at` datetime(6),
    constraint `pk_item` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

set @ashlar_sql_mode = @@sql_mode, sql_mode = concat(@@sql_mode, ',PIPES_AS_CONCAT');
create table `order` (
    `id` varchar(255) not null,
    `number` varchar(255) not null,
    `status` varchar(255) default 'DRAFT' not null comment 'where it is',
    `hints` json,
    `rebate` decimal(12, 2),
    `patience` decimal(28, 9) default 300,
    `total` int not null,
    `delivery_code` varchar(255),
    `twice` bigint generated always as (`total` * 2) stored comment 'for accounting',
    `label` varchar(255) generated always as (`number` || '/' || `currency`) stored,
    `currency` varchar(255),
    `version` bigint not null,
    `remarks` longtext,
    `customer_id` varchar(255) not null comment 'who pays',
    `invoice_no` varchar(255),
    `street` varchar(255) not null,
    `floor` int,
    `created_at` datetime(6) not null,
    `updated_at` datetime(6) not null,
    `deleted_at` datetime(6),
    constraint `pk_order` primary key (`id`),
    `uq_order_delivery_code` tinyint generated always as (case when `deleted_at` is null and (`status` = 'PAID') then 1 end) stored invisible,
    constraint `uq_order_delivery_code` unique (`delivery_code`, `uq_order_delivery_code`),
    `uq_order_invoice_no` tinyint generated always as (case when `deleted_at` is null then 1 end) stored invisible,
    constraint `uq_order_invoice_no` unique (`invoice_no`, `uq_order_invoice_no`),
    `uq_order_number` tinyint generated always as (case when `deleted_at` is null then 1 end) stored invisible,
    constraint `uq_order_number` unique (`number`, `uq_order_number`),
    constraint `uq_order_number_customer_id` unique (`number`, `customer_id`),
    constraint `ck_not_itself` check (`customer_id` <> `id`),
    constraint `ck_order_delivery_code_number` check (`delivery_code` <> `number` || 'x'),
    constraint `ck_order_status` check (`status` in ('DRAFT', 'PAID', 'SENT')),
    constraint `ck_positive` check (`total` >= 0 and `status` <> 'total')
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin comment 'what was ordered';
set sql_mode = @ashlar_sql_mode;

create table `order_labels` (
    `order_id` varchar(255) not null,
    `labels` varchar(40) not null comment 'in any language',
    constraint `pk_order_labels` primary key (`order_id`, `labels`),
    constraint `ck_order_labels_labels` check (`labels` <> '')
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `order_note` (
    `id` varchar(255) not null,
    `note` varchar(80),
    constraint `pk_order_note` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `order_steps` (
    `order_id` varchar(255) not null,
    `steps` varchar(255),
    `steps_order` int
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `order_stops` (
    `order_id` varchar(255) not null,
    `street` varchar(255) not null,
    `floor` int
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `order_tag` (
    `orders_id` varchar(255) not null,
    `tags_name` varchar(255) not null,
    constraint `pk_order_tag` primary key (`orders_id`, `tags_name`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `order_titles` (
    `order_id` varchar(255) not null,
    `language` varchar(255) not null,
    `titles` varchar(255),
    constraint `pk_order_titles` primary key (`order_id`, `language`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `party` (
    `id` varchar(255) not null,
    `dtype` varchar(31) not null,
    `label` varchar(255),
    `created_at` datetime(6) not null,
    `updated_at` datetime(6) not null,
    `deleted_at` datetime(6),
    constraint `pk_party` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `payment` (
    `id` varchar(255) not null,
    `kind` varchar(20) not null,
    `currency` varchar(255) not null,
    `card_number` varchar(255),
    `retries` int,
    `payer_id` varchar(255),
    `created_at` datetime(6) not null,
    `updated_at` datetime(6) not null,
    `deleted_at` datetime(6),
    constraint `pk_payment` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `person` (
    `id` varchar(255) not null,
    `passport` varchar(255) not null,
    constraint `pk_person` primary key (`id`),
    constraint `uq_person_passport` unique (`passport`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `square` (
    `id` varchar(255) not null,
    `color` varchar(255) not null,
    `side` double not null,
    `inscribed_id` varchar(255),
    constraint `pk_square` primary key (`id`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table `tag` (
    `name` varchar(255) not null,
    constraint `pk_tag` primary key (`name`)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create index `ix_customer_referred_by_id` on `customer` (`referred_by_id`);

create index `ix_customer_favourites_favourites_name` on `customer_favourites` (`favourites_name`);

create index `ix_employee_boss_id` on `employee` (`boss_id`);

create index `ix_item_order_id` on `item` (`order_id`);

create index `ix_item_wished_by` on `item` (`wished_by`);

create index `by_total` on `order` (`total`);

create index `ix_order_customer_id` on `order` (`customer_id`);

create index `ix_order_customer_id_created_at` on `order` (`customer_id`, `created_at` desc);

create index `ix_order_invoice_no` on `order` (`invoice_no`);

create index `ix_order_status_created_at` on `order` (`status`, `created_at` desc);

create index `ix_order_note_note` on `order_note` (`note`);

create index `ix_order_steps_order_id` on `order_steps` (`order_id`);

create index `ix_order_stops_order_id` on `order_stops` (`order_id`);

create index `ix_order_tag_tags_name` on `order_tag` (`tags_name`);

create index `ix_payment_payer_id` on `payment` (`payer_id`);

create index `ix_square_inscribed_id` on `square` (`inscribed_id`);

alter table `customer` add constraint `fk_customer_referred_by_id`
    foreign key (`referred_by_id`) references `customer` (`id`);

alter table `customer_favourites` add constraint `fk_customer_favourites_customer_id`
    foreign key (`customer_id`) references `customer` (`id`);

alter table `customer_favourites` add constraint `fk_customer_favourites_favourites_name`
    foreign key (`favourites_name`) references `tag` (`name`);

alter table `employee` add constraint `fk_employee_boss_id`
    foreign key (`boss_id`) references `person` (`id`);

alter table `employee` add constraint `fk_employee_id`
    foreign key (`id`) references `person` (`id`);

alter table `item` add constraint `fk_item_order_id`
    foreign key (`order_id`) references `order` (`id`);

alter table `item` add constraint `fk_item_wished_by`
    foreign key (`wished_by`) references `customer` (`id`);

alter table `order` add constraint `fk_order_customer_id`
    foreign key (`customer_id`) references `customer` (`id`);

alter table `order` add constraint `fk_order_invoice_no`
    foreign key (`invoice_no`) references `invoice` (`number`);

alter table `order_labels` add constraint `fk_order_labels_order_id`
    foreign key (`order_id`) references `order` (`id`);

alter table `order_note` add constraint `fk_order_note_id`
    foreign key (`id`) references `order` (`id`);

alter table `order_steps` add constraint `fk_order_steps_order_id`
    foreign key (`order_id`) references `order` (`id`);

alter table `order_stops` add constraint `fk_order_stops_order_id`
    foreign key (`order_id`) references `order` (`id`);

alter table `order_tag` add constraint `fk_order_tag_orders_id`
    foreign key (`orders_id`) references `order` (`id`);

alter table `order_tag` add constraint `fk_order_tag_tags_name`
    foreign key (`tags_name`) references `tag` (`name`);

alter table `order_titles` add constraint `fk_order_titles_order_id`
    foreign key (`order_id`) references `order` (`id`);

alter table `payment` add constraint `fk_payment_payer_id`
    foreign key (`payer_id`) references `customer` (`id`);

alter table `person` add constraint `fk_person_id`
    foreign key (`id`) references `party` (`id`);

alter table `square` add constraint `fk_square_inscribed_id`
    foreign key (`inscribed_id`) references `circle` (`id`);
