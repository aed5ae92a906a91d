package io.ashlar.registration;

/** No repository has an artifact. */
public final class UnresolvableArtifactException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Tells in {@code message} what was missing. */
    public UnresolvableArtifactException(String message, Throwable cause) {
        super(message, cause);
    }
}
