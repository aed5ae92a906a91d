package io.ashlar.model;

import io.ashlar.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/** What turned out wrong while reading, with its places; read to the end, so that all is mended in one round. */
final class Findings {

    private final Places places;
    private final Set<Problem> problems = new LinkedHashSet<>(); // what is inherited would be reported for each heir
    private final Set<Path> unresolvedIn = new LinkedHashSet<>();

    Findings(Places places) {
        this.places = places;
    }

    void add(String tag, String what, Element where, String mend) {
        problems.add(new Problem(tag, what, places.of(where), mend));
    }

    void add(String tag, String what, String where, String mend) {
        problems.add(new Problem(tag, what, where, mend));
    }

    /** Notes that {@code element} needs a type which javac did not find: javac's own words will tell which. */
    void unresolved(Element element) {
        places.file(element)
                .ifPresentOrElse(
                        unresolvedIn::add,
                        () -> add(
                                "dependency-missing",
                                element + " comes from a dependency and uses a class that is not on the class path",
                                element,
                                "add the dependency that holds the class"));
    }

    Places places() {
        return places;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    Set<Path> unresolvedIn() {
        return Set.copyOf(unresolvedIn);
    }
}
