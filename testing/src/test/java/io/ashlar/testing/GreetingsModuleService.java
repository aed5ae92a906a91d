package io.ashlar.testing;

import io.ashlar.Module;
import io.ashlar.ModuleService;

/** A module without data models. */
@Module(name = "greetings")
public class GreetingsModuleService extends ModuleService {

    /** For the service loader. */
    public GreetingsModuleService() {}

    String greet(String name) {
        return "Hello, " + name;
    }
}
