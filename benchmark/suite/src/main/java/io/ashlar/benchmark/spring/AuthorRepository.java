package io.ashlar.benchmark.spring;

import io.ashlar.benchmark.hibernate.Author;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** Authors. Spring Data writes the methods from their names. */
public interface AuthorRepository extends JpaRepository<Author, String> {

    List<Author> findByNameAndDeletedAtIsNullOrderById(String name, Limit limit);
}
