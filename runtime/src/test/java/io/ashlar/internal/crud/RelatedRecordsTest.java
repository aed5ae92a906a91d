package io.ashlar.internal.crud;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.query.Find;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that are read along with those that point to them, whether by a join or by a statement of their own. */
class RelatedRecordsTest {

    private final Issue issue = new Issue(7);

    @Databases
    void areThoseThatTheRecordsPointTo(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.of(dialect, issue)) {
            for (Note read : magazine.notes.list(Find.all().relations(List.of("writer.mentor", "article.writer")))) {
                Note stored = issue.notes.get((int) read.id - 1);
                assertThat(id(read.writer)).isEqualTo(visible(stored.writer));
                if (read.writer != null && stored.writer != null) {
                    assertThat(read.writer.name).isEqualTo(stored.writer.name);
                    assertThat(read.writer.age).isEqualTo(stored.writer.age);
                    assertThat(id(read.writer.mentor)).isEqualTo(visible(stored.writer.mentor));
                }
                if (read.article != null && stored.article != null) {
                    assertThat(read.article.id).isEqualTo(stored.article.id);
                    assertThat(id(read.article.writer)).isEqualTo(visible(stored.article.writer));
                }
            }
        }
    }

    @Databases
    void comeInTheSameStatementWhereNoneIsLarge(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.of(dialect, issue)) {
            magazine.writers.list(Find.all().relations(List.of("mentor.mentor")).withDeleted());
            assertThat(magazine.statements.seen()).hasSize(1);
        }
    }

    @Databases
    void areShownWhenDeletedOnesAreAskedFor(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.of(dialect, issue)) {
            List<Note> notes = magazine.notes.list(
                    Find.all().relations(List.of("writer.mentor")).withDeleted());
            assertThat(notes).hasSameSizeAs(issue.notes).allSatisfy(read -> {
                Note stored = issue.notes.get((int) read.id - 1);
                assertThat(id(read.writer)).isEqualTo(id(stored.writer));
                if (read.writer != null && stored.writer != null) {
                    assertThat(id(read.writer.mentor)).isEqualTo(id(stored.writer.mentor));
                }
            });
            assertThat(notes).anyMatch(read -> read.writer != null && read.writer.getDeletedAt() != null);
        }
    }

    @Databases
    void areOneObjectForAllThatPointToThem(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.of(dialect, issue)) {
            Map<Long, Writer> first = new HashMap<>();
            for (Note note : magazine.notes.list(Find.all().relations(List.of("writer")))) {
                if (note.writer != null) {
                    assertThat(note.writer).isSameAs(first.computeIfAbsent(note.writer.id, id -> note.writer));
                }
            }
            assertThat(first).hasSizeGreaterThan(2);
        }
    }

    @Databases
    void standInForNoRecordOfWhichMoreIsAsked(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.of(dialect, issue)) {
            List<Note> notes = magazine.notes.list(
                    Find.all().select(List.of("writer.name")).relations(List.of("article.writer")));
            assertThat(notes).anySatisfy(note -> assertThat(note.writer).isNotNull());
            for (Note note : notes) {
                if (note.writer != null) {
                    assertThat(note.writer.age).isNull();
                }
                if (note.article != null && note.article.writer != null) {
                    Writer stored = issue.writers.get((int) note.article.writer.id - 1);
                    assertThat(note.article.writer.age).isEqualTo(stored.age);
                }
            }
        }
    }

    @Databases
    void comeInTheOrderOfTheirIds(String dialect) throws SQLException {
        try (Magazine magazine = Magazine.of(dialect, issue)) {
            for (Writer writer : magazine.writers.list(Find.all().relations(List.of("articles")))) {
                assertThat(writer.articles).extracting(article -> article.id).isSorted();
            }
            for (Article article : magazine.articles.list(Find.all().relations(List.of("topics", "notes")))) {
                assertThat(article.topics).extracting(topic -> topic.id).isSorted();
                assertThat(article.notes).extracting(note -> note.id).isSorted();
            }
        }
    }

    private @Nullable Long visible(@Nullable Writer writer) {
        return writer == null || issue.deletedWriters.contains(writer.id) ? null : writer.id;
    }

    private static @Nullable Long id(@Nullable Writer writer) {
        return writer == null ? null : writer.id;
    }
}
