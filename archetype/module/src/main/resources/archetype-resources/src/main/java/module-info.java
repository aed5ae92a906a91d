module ${package} {
    requires transitive io.ashlar.runtime;

    exports ${package};

    provides io.ashlar.ModuleService with
            ${package}.${service};
}
