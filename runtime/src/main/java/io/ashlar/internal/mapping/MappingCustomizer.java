package io.ashlar.internal.mapping;

import java.util.ArrayList;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** All that Ashlar changes in what EclipseLink has read from a module's models, before EclipseLink initialises it. */
public final class MappingCustomizer implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        var descriptors = new ArrayList<>(session.getProject().getDescriptors().values());
        SnakeCaseNames.apply(descriptors);
    }
}
