package io.ashlar.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.problem.ProblemsFound;
import java.io.StringReader;
import java.util.Map;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class ModuleParameterTest {

    @Test
    void keepsNestedOptions() throws Exception {
        var options = ModuleParameter.flat(
                "blog",
                options(
                        "<apiUrl> https://example.org </apiUrl><retry><max>3</max><wait><ms>5</ms></wait></retry><on/>"));

        assertThat(options)
                .containsExactly(
                        Map.entry("apiUrl", "https://example.org"),
                        Map.entry("retry.max", "3"),
                        Map.entry("retry.wait.ms", "5"),
                        Map.entry("on", ""));
    }

    @Test
    void refusesAnOptionGivenTwice() throws Exception {
        var options = options("<host>a</host><host>b</host>");

        var problems = catchThrowableOfType(ProblemsFound.class, () -> ModuleParameter.flat("blog", options))
                .problems();

        assertThat(problems).extracting("tag").containsExactly("duplicate-option");
    }

    private static PlexusConfiguration options(String xml) throws Exception {
        return new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader("<options>" + xml + "</options>")));
    }
}
