package io.ashlar.mojo;

import io.ashlar.migrate.MigrationOptions;
import io.ashlar.migrate.MigrationOptions.Interrupted;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How statements run, as written on the command line.
 *
 * @param timeout such as {@code 5s}, {@code 500ms}, {@code 2m}; {@code 0} to wait without limit
 * @param interrupted {@code ask}, {@code done} or {@code again}
 */
record LockParameters(String timeout, int attempts, String interrupted) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|)");

    /**
     * Returns them as the runtime knows them.
     *
     * @throws ProblemsFound if one is not understood
     */
    MigrationOptions options() {
        if (attempts < 1) {
            throw refused("-DlockAttempts=" + attempts, "use a number from 1");
        }
        return MigrationOptions.DEFAULT.locks(duration(), attempts).interrupted(answer());
    }

    private Duration duration() {
        Matcher matcher = DURATION.matcher(timeout.strip());
        if (!matcher.matches()) {
            throw refused(
                    "-DlockTimeout=" + timeout, "use a number and a unit, such as 500ms, 5s or 2m; 0 for no limit");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    private Interrupted answer() {
        for (Interrupted known : Interrupted.values()) {
            if (known.name().equals(interrupted.strip().toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        throw refused("-Dinterrupted=" + interrupted, "use done or again, or leave it out to be asked");
    }

    private static ProblemsFound refused(String given, String mend) {
        return new ProblemsFound(new Problem("not-understood", "Cannot make sense of " + given, "command line", mend));
    }
}
