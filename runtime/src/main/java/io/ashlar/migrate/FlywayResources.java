package io.ashlar.migrate;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Gives Flyway the files already read, from wherever they were: a directory, a jar. */
final class FlywayResources implements ResourceProvider {

    private final Map<String, LoadableResource> byName = new LinkedHashMap<>();

    FlywayResources(List<MigrationFile> files) {
        for (var file : files) {
            var name = file.migration().file();
            byName.put(name, new Text(name, file.sql()));
            if (file.settings() != null) {
                byName.put(name + ".conf", new Text(name + ".conf", file.settings()));
            }
        }
    }

    /** Returns the first file. */
    LoadableResource only() {
        return byName.values().iterator().next();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return byName.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return byName.values().stream()
                .filter(resource -> resource.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
                .toList();
    }

    private static final class Text extends LoadableResource {

        private final String name;
        private final String text;

        Text(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
