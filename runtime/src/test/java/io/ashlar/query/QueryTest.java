package io.ashlar.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Sort;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what callers without it may pass
class QueryTest {

    private static final class Post {}

    private static final class Author {}

    private static final TextProperty<Post> TITLE = new TextProperty<>(Post.class, "title");
    private static final ComparableProperty<Post, Integer> VIEWS = new ComparableProperty<>(Post.class, "views");
    private static final ToOne<Post, Post, Long> PARENT = new ToOne<>(Post.class, "parent");
    private static final ToOne<Post, Author, Long> AUTHOR = new ToOne<>(Post.class, "author");
    private static final ElementsProperty<Post, List<String>, String> TAGS = new ElementsProperty<>(Post.class, "tags");
    private static final TextProperty<Author> NAME = new TextProperty<>(Author.class, "name");
    private static final ToMany<Author, Post, Long> POSTS = new ToMany<>(Author.class, "posts");

    @Test
    void keepsChainsOfFiltersFlat() {
        Filter<Post> one = TITLE.equalTo("a");
        Filter<Post> two = VIEWS.greaterThan(1);
        Filter<Post> three = TITLE.isNull();

        assertThat(one.and(two).and(three)).isEqualTo(new Filter.And<>(List.of(one, two, three)));
        assertThat(one.or(two).or(three)).isEqualTo(new Filter.Or<>(List.of(one, two, three)));
        assertThat(one.or(two).and(three))
                .isEqualTo(new Filter.And<>(List.of(new Filter.Or<>(List.of(one, two)), three)));
    }

    @Test
    void makesChangesThatTellNullFromAbsent() {
        assertThat(TITLE.set(null)).isEqualTo(new Change<>("title", null));
        assertThat(PARENT.setId(7L)).isEqualTo(new Change<>("parent", new RelatedId(7L)));
        assertThat(PARENT.setId(null)).isEqualTo(new Change<>("parent", null));
    }

    @Test
    void handsOutTheSortsOfJakartaData() {
        assertThat(VIEWS.desc()).isEqualTo(Sort.desc("views"));
        assertThat(TITLE.ascIgnoreCase()).isEqualTo(Sort.ascIgnoreCase("title"));
    }

    @Test
    void putsListsOfFiltersTogether() {
        List<Filter<Post>> filters = List.of(TITLE.isNull(), VIEWS.lessThan(1));

        assertThat(Filter.allOf(filters)).isEqualTo(new Filter.And<>(filters));
        assertThat(Filter.anyOf(filters)).isEqualTo(new Filter.Or<>(filters));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.<Post>allOf(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.<Post>anyOf(List.of()));
    }

    @Test
    void leavesRecordsWithoutValueOutOfNotIn() {
        assertThat(VIEWS.notIn(List.of(1, 2)))
                .isEqualTo(new Filter.And<>(List.of(
                        new Filter.Not<>(new Filter.In<>("views", List.of(1, 2))),
                        new Filter.Not<>(new Filter.IsNull<>("views")))));
    }

    @Test
    void comparesTextsByPatternAndAsTheyAre() {
        assertThat(List.of(
                        TITLE.like("a%"),
                        TITLE.likeIgnoreCase("a_"),
                        TITLE.contains("%"),
                        TITLE.containsIgnoreCase("_"),
                        TITLE.startsWith("a"),
                        TITLE.endsWith("z"),
                        TITLE.matches("^a"),
                        TITLE.fulltext("two words")))
                .containsExactly(
                        new Filter.Text<>("title", Filter.TextOperator.LIKE, "a%"),
                        new Filter.Text<>("title", Filter.TextOperator.ILIKE, "a_"),
                        new Filter.Text<>("title", Filter.TextOperator.CONTAINS, "%"),
                        new Filter.Text<>("title", Filter.TextOperator.CONTAINS_IGNORE_CASE, "_"),
                        new Filter.Text<>("title", Filter.TextOperator.STARTS_WITH, "a"),
                        new Filter.Text<>("title", Filter.TextOperator.ENDS_WITH, "z"),
                        new Filter.Text<>("title", Filter.TextOperator.MATCHES, "^a"),
                        new Filter.Text<>("title", Filter.TextOperator.FULLTEXT, "two words"));
        assertThatIllegalArgumentException().isThrownBy(() -> TITLE.like(null)).withMessageContaining("Post.title");
    }

    @Test
    void comparesSeveralValuesWithSeveral() {
        assertThat(List.of(
                        TAGS.contains("a"),
                        TAGS.containsAll(List.of("a", "b")),
                        TAGS.overlaps(List.of("a", "b")),
                        TAGS.containedIn(List.of("a"))))
                .containsExactly(
                        new Filter.Elements<>("tags", Filter.ElementOperator.CONTAINS, List.of("a")),
                        new Filter.Elements<>("tags", Filter.ElementOperator.CONTAINS, List.of("a", "b")),
                        new Filter.Elements<>("tags", Filter.ElementOperator.OVERLAPS, List.of("a", "b")),
                        new Filter.Elements<>("tags", Filter.ElementOperator.CONTAINED, List.of("a")));
    }

    @Test
    void refusesToCompareSeveralValuesWithNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> TAGS.containsAll(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> TAGS.overlaps(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> TAGS.contains(null));
        assertThatIllegalArgumentException().isThrownBy(() -> TAGS.overlaps(Collections.singletonList(null)));
        assertThat(TAGS.containedIn(List.of()))
                .isEqualTo(new Filter.Elements<>("tags", Filter.ElementOperator.CONTAINED, List.of()));
    }

    @Test
    void searchesForATextThatIsNotBlank() {
        assertThat(Filter.<Post>search("50%")).isEqualTo(new Filter.Search<>("50%"));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.<Post>search(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.<Post>search(null));
    }

    @Test
    void asksForRelatedRecords() {
        Filter<Author> named = NAME.equalTo("Ann");
        Filter<Post> popular = VIEWS.greaterThan(10);

        assertThat(AUTHOR.matches(named)).isEqualTo(new Filter.Related<>("author", named, false));
        assertThat(AUTHOR.equalToId(7L))
                .isEqualTo(new Filter.Comparison<>("author", Filter.Operator.EQUAL, new RelatedId(7L)));
        assertThat(AUTHOR.inIds(7L, 8L))
                .isEqualTo(new Filter.In<>("author", List.of(new RelatedId(7L), new RelatedId(8L))));
        assertThat(POSTS.any(popular)).isEqualTo(new Filter.Related<>("posts", popular, false));
        assertThat(POSTS.none(popular)).isEqualTo(new Filter.Related<>("posts", popular, true));
        assertThat(POSTS.isEmpty()).isEqualTo(new Filter.Related<>("posts", null, true));
        assertThat(POSTS.isNotEmpty()).isEqualTo(new Filter.Related<>("posts", null, false));
        assertThatIllegalArgumentException().isThrownBy(() -> POSTS.any(null)).withMessageContaining("Author.posts");
    }

    @Test
    void replacesRelatedRecordsByIdAsASet() {
        assertThat(POSTS.setIds(1L, 2L))
                .isEqualTo(new Change<>("posts", List.of(new RelatedId(1L), new RelatedId(2L))));
        assertThat(POSTS.setIds()).isEqualTo(new Change<>("posts", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> POSTS.setIds(1L, null));
    }

    @Test
    void refusesUpdatesWithoutChanges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Update<Post, Long>(1L, (List<Change<Post>>) null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FilteredUpdate<>(TITLE.isNull(), Collections.singletonList(null)));
        assertThat(new Update<>(1L, VIEWS.set(2), TITLE.set(null)).changes())
                .containsExactly(new Change<>("views", 2), new Change<>("title", null));
    }

    @Test
    void goesAlongRelationsByPath() {
        assertThat(POSTS.then(AUTHOR).name()).isEqualTo("posts.author");
        assertThat(POSTS.then(AUTHOR).then(POSTS).name()).isEqualTo("posts.author.posts");
        assertThat(AUTHOR.get(NAME).name()).isEqualTo("author.name");
        assertThat(POSTS.then(AUTHOR).get(NAME).name()).isEqualTo("posts.author.name");
        assertThat(AUTHOR.sort(NAME.descIgnoreCase())).isEqualTo(Sort.descIgnoreCase("author.name"));
        assertThat(PARENT.sort(AUTHOR.sort(NAME.asc()))).isEqualTo(Sort.asc("parent.author.name"));
    }

    @Test
    void findsWithSelectionRelationsAndMissingValuesWhereTold() {
        Find find = Find.all()
                .select(TITLE, AUTHOR.get(NAME))
                .relations(AUTHOR, AUTHOR.then(POSTS))
                .order(VIEWS.asc(), AUTHOR.sort(NAME.desc()))
                .nullsFirst(VIEWS)
                .nullsLast(AUTHOR.get(NAME));

        assertThat(find.selected()).containsExactly("title", "author.name");
        assertThat(find.related()).containsExactly("author", "author.posts");
        assertThat(find.missingFirst()).containsExactly("views");
        assertThat(find.missingLast()).containsExactly("author.name");
    }

    @Test
    void goesOnAfterARecord() {
        Post last = new Post();

        assertThat(Find.take(5).after(last).startsAfter()).isSameAs(last);
        assertThat(Find.defaults().startsAfter()).isNull();
    }

    @Test
    void neverChangesAFind() {
        Find find = Find.take(5);

        find.skip(1).order(VIEWS.asc()).select(TITLE).relations(AUTHOR).withDeleted();

        assertThat(find.skipped()).isZero();
        assertThat(find.sorts()).isEmpty();
        assertThat(find.selected()).isEmpty();
        assertThat(find.related()).isEmpty();
        assertThat(find.includesDeleted()).isFalse();
    }

    @Test
    void refusesPagesThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Find.take(0)).withMessageContaining("all()");
        assertThatIllegalArgumentException().isThrownBy(() -> Find.take(1).skip(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Find.take(1).order((Sort<?>) null));
    }

    @Test
    void findsFifteenUnlessAskedOtherwise() {
        assertThat(Find.defaults().taken()).hasValue(15);
        assertThat(Find.all().taken()).isEqualTo(OptionalInt.empty());

        Find find = Find.take(20).skip(40).order(VIEWS.desc(), TITLE.asc()).withDeleted();

        assertThat(find.taken()).hasValue(20);
        assertThat(find.skipped()).isEqualTo(40);
        assertThat(find.sorts()).isEqualTo(List.of(Sort.desc("views"), Sort.asc("title")));
        assertThat(find.includesDeleted()).isTrue();
    }

    @Test
    void refusesAFilterOfNoFilters() {
        assertThatThrownBy(() -> new Filter.And<Post>(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Filter.Or<Post>(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesNoValuesInATextSinceTheyMayBeSensitive() {
        Filter<Post> filter = TITLE.equalTo("secret")
                .or(TITLE.in("secret", "other"))
                .or(TITLE.like("secret%"))
                .and(AUTHOR.matches(NAME.contains("secret")))
                .and(Filter.search("secret"))
                .not();
        FilteredUpdate<Post> update = new FilteredUpdate<>(filter, TITLE.set("secret"), TITLE.expect("secret"));

        assertThat(update.toString()).doesNotContain("secret").contains("Comparison[title EQUAL ?]", "title = ?");
        assertThat(new Filter.Elements<Post>("tags", Filter.ElementOperator.OVERLAPS, List.of("secret")))
                .hasToString("Elements[tags OVERLAPS, 1 values]");
    }

    @Test
    void namesModelAndAttribute() {
        assertThat(TITLE).hasToString("Post.title");
        assertThat(PARENT).hasToString("Post.parent");
    }
}
