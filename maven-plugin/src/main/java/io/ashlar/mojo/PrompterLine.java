package io.ashlar.mojo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;

/** A question and the line that a person types, by what Maven asks with. An empty line at the end of the input. */
record PrompterLine(Prompter prompter) implements UnaryOperator<String> {

    @Override
    public String apply(String question) {
        try {
            return Objects.requireNonNullElse(prompter.prompt(question), "");
        } catch (PrompterException e) {
            throw new UncheckedIOException(new IOException("Cannot ask at the terminal", e));
        }
    }
}
