package io.ashlar.internal.mapping;

import io.ashlar.database.Dialect;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import org.eclipse.persistence.annotations.CacheIsolationType;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** All that Ashlar changes in what EclipseLink has read from a module's models, before EclipseLink initialises it. */
public final class MappingCustomizer implements SessionCustomizer {

    private final Dialect dialect;

    /** Prepares for the values of {@code dialect}. */
    public MappingCustomizer(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Names columns, decides how they are stored and who writes them, and keeps ids and times.
     *
     * @throws ProblemsFound if an attribute cannot be stored
     */
    @Override
    public void customize(Session session) {
        var descriptors = new ArrayList<>(session.getProject().getDescriptors().values());
        descriptors.forEach(descriptor -> descriptor.setCacheIsolation(CacheIsolationType.ISOLATED));
        SnakeCaseNames.apply(descriptors);
        var problems = new ArrayList<>(StorageAssigner.assign((AbstractSession) session, descriptors, dialect));
        problems.addAll(AttributeMarks.assign(descriptors));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }
}
