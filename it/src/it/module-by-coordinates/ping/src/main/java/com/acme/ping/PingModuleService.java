package com.acme.ping;

import io.ashlar.Module;
import io.ashlar.ModuleService;

@Module(name = "ping")
public class PingModuleService extends ModuleService {

    public String ping() {
        return "pong";
    }
}
