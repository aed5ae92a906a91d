package io.ashlar.benchmark.spring;

import io.ashlar.benchmark.hibernate.Post;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/** Posts. Spring Data writes the methods from their names. */
public interface PostRepository extends JpaRepository<Post, String> {

    int ROWS_AT_A_TIME = 1000;

    List<Post> findByCategoryAndDeletedAtIsNullOrderById(String category, Limit limit);

    Page<Post> findByCategoryAndDeletedAtIsNull(String category, Pageable page);

    @EntityGraph(attributePaths = "author")
    List<Post> findWithAuthorByCategoryAndDeletedAtIsNullOrderById(String category, Limit limit);

    @QueryHints(@QueryHint(name = "org.hibernate.fetchSize", value = "" + ROWS_AT_A_TIME))
    Stream<Post> streamByDeletedAtIsNullOrderById();

    @Modifying
    @Query("update Post p set p.views = :views, p.updatedAt = :now"
            + " where p.category between :first and :last and p.deletedAt is null")
    int updateViews(String first, String last, int views, Instant now);

    @Modifying
    @Query("update Post p set p.deletedAt = :now, p.updatedAt = :now where p.id in :ids and p.deletedAt is null")
    int softDelete(Collection<String> ids, Instant now);

    @Query("select p.id from Post p where p.id in :ids and p.deletedAt = :now")
    List<String> findDeleted(Collection<String> ids, Instant now);
}
