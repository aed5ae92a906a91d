package io.ashlar.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Sort;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final class Post {}

    private static final TextProperty<Post> TITLE = new TextProperty<>(Post.class, "title");
    private static final ComparableProperty<Post, Integer> VIEWS = new ComparableProperty<>(Post.class, "views");
    private static final ToOne<Post, Post, Long> PARENT = new ToOne<>(Post.class, "parent");

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
    void namesModelAndAttribute() {
        assertThat(TITLE).hasToString("Post.title");
        assertThat(PARENT).hasToString("Post.parent");
    }
}
