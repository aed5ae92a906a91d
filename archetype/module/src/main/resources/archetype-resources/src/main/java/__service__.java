package ${package};

import io.ashlar.Module;

/** The module's door: what others may ask of it. Creating, reading, updating and deleting come from the base class. */
@Module(
        name = "${artifactId}",
        models = {${model}.class})
public class ${service} extends ${service}Base {}
