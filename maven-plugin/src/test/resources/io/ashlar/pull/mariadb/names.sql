create table author (id bigint auto_increment primary key);
create table tag (code varchar(20) primary key, word varchar(20), unique (word));
create table post (
    id bigint auto_increment primary key,
    author_id bigint not null,
    tag varchar(20) not null,
    word varchar(20) not null,
    foreign key (author_id) references author (id),
    index tag (tag),
    unique (word)
);
create table page (
    id bigint auto_increment primary key,
    author_id bigint not null,
    tag_code varchar(20),
    foreign key (author_id) references author (id),
    constraint tag foreign key (tag_code) references tag (code)
);
create table note (
    id bigint auto_increment primary key,
    writer bigint,
    constraint note_author foreign key (writer) references author (id)
);
