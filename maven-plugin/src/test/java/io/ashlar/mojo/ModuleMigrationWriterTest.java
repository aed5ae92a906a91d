package io.ashlar.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.Module;
import io.ashlar.ModuleService;
import org.junit.jupiter.api.Test;

class ModuleMigrationWriterTest {

    @Module(name = "desk", outbox = true)
    static class Durable extends ModuleService {}

    @Module(name = "memo")
    static class Fleeting extends ModuleService {}

    @Test
    void asksTheServiceWhetherItsModuleHasAnOutbox() {
        assertThat(hasOutbox(Durable.class)).isTrue();
        assertThat(hasOutbox(Fleeting.class)).isFalse();
    }

    private static boolean hasOutbox(Class<?> service) {
        return ModuleMigrationWriter.hasOutbox(service.getName(), service.getClassLoader());
    }
}
