package io.ashlar.config;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds our files in artifacts. {@code META-INF/modules} is no package name, so a class loader sees it in named modules as
 * on the class path, without anything being opened.
 */
final class ConfigResources {

    private ConfigResources() {}

    static ApplicationConfig application(ClassLoader loader) {
        List<URL> found = all(loader, ApplicationConfig.LOCATION);
        if (found.isEmpty()) {
            throw new ProblemsFound(new Problem(
                    "no-application-config",
                    "The application has no list of modules",
                    ApplicationConfig.LOCATION + " on the class path or module path",
                    "bind the goal modules:config in the pom of the application's main artifact, and build it"));
        }
        if (found.size() > 1) {
            throw new ProblemsFound(new Problem(
                    "several-application-configs",
                    "The application has " + found.size() + " lists of modules, and it is not clear which is meant",
                    String.join(", ", found.stream().map(URL::toString).toList()),
                    "bind the goal modules:config in one artifact only"));
        }
        URL file = found.get(0);
        return ApplicationConfig.fromJson(text(file), file.toString());
    }

    private static List<URL> all(ClassLoader loader, String location) {
        try {
            // The same file can be seen twice: by a loader and its parent.
            Map<String, URL> distinct = new LinkedHashMap<>();
            for (URL url : Collections.list(loader.getResources(location))) {
                distinct.put(url.toString(), url);
            }
            return List.copyOf(distinct.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(URL file) {
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false); // a cached jar would stay open, and locked on Windows
            try (var in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
