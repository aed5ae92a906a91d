package io.ashlar.mojo;

import io.ashlar.problem.ProblemsFound;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;

/** What is the user's to mend fails the build with our words alone; the cause is shown with {@code -X}. */
abstract class ModulesMojo extends AbstractMojo {

    @Override
    public final void execute() throws MojoFailureException {
        try {
            run();
        } catch (ProblemsFound e) {
            getLog().debug(e);
            // Not as the cause: Maven would print its message too.
            throw new MojoFailureException("\n" + e.getMessage());
        }
    }

    /**
     * Does what the goal is for.
     *
     * @throws ProblemsFound with what the user has to mend
     */
    abstract void run();
}
