package io.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the pages quote stands in the sources, and what they link to is there. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern QUOTE = Pattern.compile("<!-- from (\\S+) -->\n\n((?: {4}.*\n|\n)+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @TestFactory
    Stream<DynamicTest> quotesStandInTheSources() throws IOException {
        return pages().stream()
                .flatMap(page -> QUOTE.matcher(read(page))
                        .results()
                        .map(quote -> DynamicTest.dynamicTest(
                                ROOT.relativize(page) + " quotes " + quote.group(1),
                                () -> assertThat(unindented(read(ROOT.resolve(quote.group(1)))))
                                        .contains(unindented(quote.group(2)).strip()))));
    }

    @TestFactory
    Stream<DynamicTest> linkedPagesAreThere() throws IOException {
        return pages().stream()
                .flatMap(page -> LINK.matcher(read(page))
                        .results()
                        .map(link -> link(page, link.group(1)))
                        .map(target -> DynamicTest.dynamicTest(
                                ROOT.relativize(page) + " links to " + ROOT.relativize(target),
                                () -> assertThat(target).exists())));
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static Path link(Path page, String target) {
        return page.resolveSibling(target).normalize();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), docs.sorted())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
