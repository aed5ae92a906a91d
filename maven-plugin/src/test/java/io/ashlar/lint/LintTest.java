package io.ashlar.lint;

import static io.ashlar.database.Dialect.H2;
import static io.ashlar.database.Dialect.MARIADB;
import static io.ashlar.database.Dialect.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ashlar.database.Dialect;
import io.ashlar.migrate.MigrationText;
import io.ashlar.problem.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {

    private static final String BY_STATEMENT = "executeInTransaction=false";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            create index ix on post (title)                                        | blocks-writes
            create index concurrently ix on post (title)                           |
            create unique index concurrently ix on post (title)                    | may-fail-on-rows
            create unique index ix on only "post" (title)                          | blocks-writes may-fail-on-rows
            drop index concurrently ix                                             |
            reindex table post                                                     | blocks-writes
            reindex table concurrently post                                        |
            alter table post add column slug varchar(80)                           |
            alter table post add column slug varchar(80) not null default 'x'      |
            alter table post add column slug varchar(80) not null                  | may-fail-on-rows
            alter table post add at timestamp default now()                        |
            alter table post add id uuid default gen_random_uuid()                 | rewrites-table
            alter table post add n bigserial                                       | rewrites-table
            alter table post add n int generated always as (views * 2) stored      | rewrites-table
            alter table if exists only public."post" alter title set not null      | blocks-reads may-fail-on-rows
            alter table post alter title drop not null, alter title set default '' |
            alter table post alter column views type bigint                        | rewrites-table may-fail-on-rows
            alter table post alter column title set data type text                 | rewrites-table
            alter table post add constraint ck check (views > 0)                   | blocks-reads may-fail-on-rows
            alter table post add constraint ck check (views > 0) not valid         |
            alter table post validate constraint ck                                | may-fail-on-rows
            alter table post add foreign key (by) references author                | blocks-writes may-fail-on-rows
            alter table post add foreign key (by) references author not valid      |
            alter table post add constraint uq unique (title)                      | blocks-reads may-fail-on-rows
            alter table post add constraint uq unique using index uq               |
            alter table post add primary key (id)                                  | blocks-reads may-fail-on-rows
            alter table post set unlogged                                          | rewrites-table
            alter table post rename to article                                     |
            alter table post drop constraint ck                                    |
            alter table post drop column body, drop if exists title                | deletes-data deletes-data
            drop table if exists post cascade                                      | deletes-data
            drop sequence post_seq                                                 | deletes-data
            truncate table post                                                    | deletes-data
            delete from post where views = 0                                       | deletes-data
            update post set views = 0                                              |
            vacuum full post                                                       | rewrites-table
            refresh materialized view totals                                       | blocks-reads
            lock table post in share mode                                          | blocks-writes
            lock post                                                              | blocks-reads
            create view totals as select 1                                         |
            do $$ begin execute 'create index ix on post (title)'; end $$          | blocks-writes
            create table post (title text); do $$ begin execute 'create index ix on "post" (title)'; end $$ |
            do $$ begin execute format('create index ix on "post" using gin (%I)', 'x'); end $$ | blocks-writes
            do $$ begin delete from post; end $$                                   | deletes-data
            select 'drop table post'                                               |
            /* drop table post */ select 1 -- truncate post                        |
            """)
    void knowsWhatPostgresqlLocks(String sql, String rules) {
        assertThat(rules(POSTGRESQL, sql)).isEqualTo(rules == null ? "" : rules);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            create index ix on post (title)                                 |
            create unique index ix on `post` (title)                        | may-fail-on-rows
            alter table post add column slug varchar(80)                    |
            alter table post add n int as (views * 2) stored                | rewrites-table
            alter table post modify column views bigint not null            | rewrites-table may-fail-on-rows
            alter table post add constraint fk foreign key (by) references author (id) | rewrites-table may-fail-on-rows
            alter table post add constraint ck check (views > 0)            | rewrites-table may-fail-on-rows
            alter table post add fulltext index ix (title)                  | blocks-writes
            alter table post drop foreign key fk, drop index ix             |
            alter table post drop column body                               | deletes-data
            alter table post engine = Aria                                  | rewrites-table
            """)
    void knowsWhatMariadbCopies(String sql, String rules) {
        assertThat(rules(MARIADB, sql)).isEqualTo(rules == null ? "" : rules);
    }

    @Test
    void tellsOfH2OnlyWhatConcernsRows() {
        assertThat(rules(H2, "create index ix on post (title)")).isEmpty();
        assertThat(rules(H2, "alter table post alter column title set not null"))
                .isEqualTo("may-fail-on-rows");
        assertThat(rules(H2, "alter table post drop column title")).isEqualTo("deletes-data");
    }

    @Test
    void whatTheFileCreatesIsEmpty() {
        assertThat(rules(POSTGRESQL, """
                        create table "post" (id int);
                        create index ix on "post" (id);
                        alter table "post" add constraint ck check (id > 0);
                        drop table "post";
                        """)).isEmpty();
    }

    @Test
    void aCheckThatWasValidatedMakesNotNullCheap() {
        assertThat(lint("""
                                alter table post add constraint ck check ("title" is not null) not valid;
                                alter table post validate constraint ck;
                                alter table post alter column title set not null;
                                """, BY_STATEMENT).hazards())
                .extracting(Hazard::line, hazard -> hazard.rule().id())
                .containsExactly(tuple(2, "may-fail-on-rows"));
    }

    @Test
    void aLockIsHeldUntilTheFileEnds() {
        var sql = "alter table post add column n int;\n\nupdate post set n = 1;\n";

        assertThat(lint(sql, null).hazards()).extracting(Hazard::line).containsExactly(3);
        assertThat(lint(sql, null).hazards().get(0).text())
                .isEqualTo(
                        "nobody reads or writes post while this reads or changes its rows, as line 1 holds it until the"
                                + " file ends");
        assertThat(lint(sql, BY_STATEMENT).hazards()).isEmpty();
    }

    @Test
    void allowancesAtTheHeadMoveTheHazardsAndTheLocksThatCauseThem() {
        var sql = "alter table post add column n int;\n\nupdate post set n = 1;\n";
        var lint = lint(sql, null);

        assertThat(lint.withAllowances().allowed())
                .isNotEmpty()
                .isEqualTo(
                        lint(lint.allowances(rule -> "they wait") + sql, null).allowed());
    }

    @Test
    void whatCannotRunInATransactionNeedsAFileOfItsOwn() {
        var sql = "alter table post add column n int;\ncreate index concurrently ix on post (n);\n";

        assertThat(lint(sql, null).hazards())
                .extracting(hazard -> hazard.rule().id())
                .containsExactly("not-in-transaction");
        assertThat(lint(sql, BY_STATEMENT).hazards()).isEmpty();
    }

    @Test
    void aQuestionToTheRowsIsEnough() {
        assertThat(lint("""
                                -- ashlar:preflight empty | {count} | select count(*) from "post" where title is null

                                alter table post alter column title set not null;
                                """, null).hazards())
                .extracting(hazard -> hazard.rule().id())
                .containsExactly("blocks-reads");
    }

    @Test
    void aReasonInTheFileAllows() {
        var lint = lint("-- ashlar:allow deletes-data nobody read it since 2019\ndrop table post;\n", null);

        assertThat(lint.problems()).isEmpty();
        assertThat(lint.allowed()).hasSize(1);
        assertThat(lint.unused()).isEmpty();
    }

    @Test
    void aMissingReasonAllowsNothing() {
        var problems =
                lint("-- ashlar:allow deletes-data\ndrop table post;\n", null).problems();

        assertThat(problems).extracting(Problem::tag).containsExactly("allow-without-reason", "deletes-data");
        assertThat(problems).extracting(Problem::where).containsExactly("V1__x.sql:1", "V1__x.sql:2");
    }

    @Test
    void anUnknownRuleIsAProblemAndAnIdleOneIsNot() {
        var lint = lint("-- ashlar:allow all it is late\n-- ashlar:allow blocks-reads it is late\nselect 1;\n", null);

        assertThat(lint.problems()).extracting(Problem::tag).containsExactly("allow-unknown-rule");
        assertThat(lint.unused()).containsExactly("V1__x.sql:2 allows blocks-reads, and nothing in the file does that");
    }

    @Test
    void saysWhatWhereAndHowToMend() {
        assertThat(lint("\ncreate index ix on post (title);\n", null).problems())
                .containsExactly(new Problem(
                        "blocks-writes",
                        "'V1__x.sql': nobody writes to post while this index is built",
                        "V1__x.sql:2",
                        "create it concurrently, in a file of its own with executeInTransaction=false beside it; or say in"
                                + " the file why it may be: -- ashlar:allow blocks-writes <reason>"));
    }

    private static String rules(Dialect dialect, String sql) {
        return String.join(
                " ",
                Lint.of(dialect, MigrationText.of(dialect, Path.of("V1__x.sql"), sql, null)).hazards().stream()
                        .map(hazard -> hazard.rule().id())
                        .toList());
    }

    private static Lint lint(String sql, @Nullable String settings) {
        return Lint.of(POSTGRESQL, MigrationText.of(POSTGRESQL, Path.of("V1__x.sql"), sql, settings));
    }
}
