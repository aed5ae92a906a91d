package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.ashlar.testing.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each test gets the service on a fresh database. */
@ModuleTest(${service}.class)
class ${service}Test {

    @Test
    void listsWhatItCreated(${service} service) {
        ${model} created = service.create${plural}(new ${model}("Hello"));

        assertNotNull(created.getId());
        assertEquals(List.of("Hello"), titles(service));
    }

    @Test
    void updatesOneField(${service} service) {
        ${model} created = service.create${plural}(new ${model}("Hello"));

        service.update${plural}(created.getId(), _${model}.title.set("Hello again"));

        assertEquals(List.of("Hello again"), titles(service));
    }

    @Test
    void listsNothingSoftDeletedUntilItIsRestored(${service} service) {
        ${model} created = service.create${plural}(new ${model}("Hello"));

        service.softDelete${plural}(created.getId());
        assertEquals(List.of(), titles(service));

        service.restore${plural}(created.getId());
        assertEquals(List.of("Hello"), titles(service));
    }

    private static List<String> titles(${service} service) {
        return service.list${plural}().stream().map(${model}::getTitle).toList();
    }
}
