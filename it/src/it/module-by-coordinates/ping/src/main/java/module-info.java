module com.acme.ping {
    requires transitive io.ashlar.runtime;

    exports com.acme.ping;

    provides io.ashlar.ModuleService with
            com.acme.ping.PingModuleService;
}
