package io.ashlar.transaction;

/**
 * How a transaction runs: {@code TransactionOptions.of(Isolation.SERIALIZABLE).retries(3)}. Immutable.
 *
 * @param isolation what it sees of others; where a transaction runs already, the one that runs must be as strict
 * @param retries how often the work is run again after the database refused it for what others did at the same time
 *     (serialization failures, deadlocks), from 0 to 100
 */
public record TransactionOptions(Isolation isolation, int retries) {

    /** The most retries. */
    public static final int MOST_RETRIES = 100;

    private static final TransactionOptions DEFAULTS = new TransactionOptions(Isolation.DEFAULT, 0);

    /** Checks the number of retries. */
    public TransactionOptions {
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException("retries(" + retries + "): 0 to " + MOST_RETRIES);
        }
    }

    /** Returns the database's default isolation, without retries. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** Returns this isolation, without retries. */
    public static TransactionOptions of(Isolation isolation) {
        return new TransactionOptions(isolation, 0);
    }

    /**
     * Returns the same with the work run again up to {@code count} times, with growing pauses of up to a second. The work must
     * bear being run again: what it did outside the database is not undone.
     */
    public TransactionOptions retries(int count) {
        return new TransactionOptions(isolation, count);
    }
}
