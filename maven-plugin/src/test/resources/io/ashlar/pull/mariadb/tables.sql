create table author (
    id bigint auto_increment primary key,
    email varchar(120) not null,
    displayName longtext not null,
    class char(3),
    address2 varchar(255),
    born date comment 'as they say',
    rating decimal(5,2) not null default 1.5,
    active boolean not null default true,
    network point,
    constraint uq_author_email unique (email)
) comment 'who "writes"';
create table categories (
    id uuid not null default uuid() primary key,
    parent_id uuid,
    name varchar(40) not null,
    foreign key (parent_id) references categories (id)
);
create table post (
    id integer auto_increment primary key,
    author_id bigint not null,
    category uuid,
    slug varchar(80) not null,
    body longtext,
    status enum('DRAFT','OUT') not null default 'DRAFT',
    price decimal(10,2) check (price > 0),
    bytes longblob,
    details json,
    at time(6),
    seen datetime(6),
    wordy varchar(10) generated always as (upper(slug)) stored,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    deleted_at datetime(6),
    constraint ck_slug check (slug <> ''),
    constraint fk_post_author_id foreign key (author_id) references author (id),
    constraint post_category foreign key (category) references categories (id) on delete cascade,
    constraint post_slug unique (author_id, slug)
);
create index by_status on post (status, seen desc);
create index by_start on post (slug(10));
create table profile (
    id bigint primary key,
    author_id bigint not null unique,
    motto varchar(255),
    foreign key (author_id) references author (id)
);
create table tag (code varchar(20) primary key);
create table post_tag (
    post_id integer not null,
    tag_code varchar(20) not null,
    primary key (post_id, tag_code),
    foreign key (post_id) references post (id),
    foreign key (tag_code) references tag (code)
);
create table order_line (
    post_id integer not null,
    line smallint not null,
    amount double not null,
    primary key (post_id, line),
    foreign key (post_id) references post (id)
);
create table note (text varchar(20));
create table shop_schema_history (version varchar(20) primary key);
create view live_post as select * from post where deleted_at is null;
create trigger touched before update on tag for each row set new.code = upper(new.code);
