package io.ashlar.migration;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** When a migration was written, as the number that orders it: {@code yyyyMMddHHmmss} in UTC. */
final class MigrationVersion {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private MigrationVersion() {}

    /** Returns the time, or, where a migration is as new or newer, one second after that one. */
    static String next(Clock clock, List<MigrationFile> migrations, String snapshotVersion) {
        String now = FORMAT.format(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
        BigInteger last = migrations.stream()
                .map(MigrationFile::major)
                .reduce(snapshotVersion.isEmpty() ? BigInteger.ZERO : new BigInteger(snapshotVersion), BigInteger::max);
        return new BigInteger(now).compareTo(last) > 0 ? now : after(last);
    }

    /** Returns the version one second after. */
    static String after(String version) {
        return after(new BigInteger(version));
    }

    private static String after(BigInteger version) {
        try {
            return FORMAT.format(LocalDateTime.parse(version.toString(), FORMAT).plusSeconds(1));
        } catch (DateTimeParseException e) {
            return version.add(BigInteger.ONE).toString(); // a user's own number, which is no time
        }
    }
}
