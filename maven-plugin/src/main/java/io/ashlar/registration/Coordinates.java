package io.ashlar.registration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an artifact is in a Maven repository.
 *
 * @param group such as {@code com.acme}
 * @param artifact such as {@code reviews}
 * @param version such as {@code 1.2}
 */
public record Coordinates(String group, String artifact, String version) {

    private static final Pattern FORM = Pattern.compile("([\\w.-]+):([\\w.-]+):([\\w.+-]+)");

    /** Returns what {@code text} says if it has the form {@code group:artifact:version}. */
    public static Optional<Coordinates> in(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Returns whether this and {@code other} differ at most in their versions. */
    boolean isSameArtifact(Coordinates other) {
        return group.equals(other.group) && artifact.equals(other.artifact);
    }

    /** Returns {@code group:artifact:version}. */
    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
