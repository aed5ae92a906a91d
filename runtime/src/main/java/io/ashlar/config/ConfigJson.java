package io.ashlar.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The one form of our JSON files: two spaces, line feeds, fields in the order of the record, no nulls. */
final class ConfigJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ConfigJson() {}

    static String write(Object config) {
        return WRITER.writeValueAsString(config) + "\n";
    }

    static <C> C read(String json, Class<C> type, String where) {
        try {
            C config = MAPPER.readValue(json, type);
            if (config != null) {
                return config;
            }
        } catch (JacksonException e) {
            throw unreadable(e.getOriginalMessage(), where, e);
        }
        throw unreadable("it says null", where, null);
    }

    private static ProblemsFound unreadable(String why, String where, @Nullable Throwable cause) {
        return new ProblemsFound(
                List.of(
                        new Problem(
                                "config-unreadable",
                                "Cannot read the configuration: " + why,
                                where,
                                "build the artifact again with this version of modules-maven-plugin; the file is written by it")),
                cause);
    }
}
