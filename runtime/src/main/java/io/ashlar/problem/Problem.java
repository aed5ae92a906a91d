package io.ashlar.problem;

/**
 * Something the user has to mend: what is wrong, where, and how to mend it.
 *
 * @param tag stable, in kebab case, never reused for something else
 * @param what one sentence, the user's names first
 * @param where a class, file, line, or setting
 * @param mend what to type or change
 */
public record Problem(String tag, String what, String where, String mend) {

    /** Returns the three lines a user sees. */
    @Override
    public String toString() {
        return "[" + tag + "] " + what + "\n  where: " + where + "\n  mend:  " + mend;
    }
}
