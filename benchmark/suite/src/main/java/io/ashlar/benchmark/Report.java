package io.ashlar.benchmark;

import io.ashlar.benchmark.Contenders.Entrant;
import io.ashlar.benchmark.Summary.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes a run: every sample, the tables and the chart. */
final class Report {

    private final Plan plan;
    private final List<Sample> samples;
    private final List<Summary> summaries;

    Report(Plan plan, List<Sample> samples) {
        this.plan = plan;
        this.samples = samples;
        this.summaries = Summary.all(samples);
    }

    /** Writes {@code results.*}; {@code last.*}, which is not kept, where only a part was measured. */
    void write(Path folder) throws IOException {
        var name = plan.partial() ? "last" : "results";
        Files.createDirectories(folder);
        Csv.write(folder.resolve(name + ".csv"), samples);
        Files.writeString(folder.resolve(name + ".md"), markdown());
        Files.writeString(folder.resolve(name + ".svg"), new Chart(plan.contenders(), of(1)).svg());
    }

    private String markdown() {
        var text = new StringBuilder();
        text.append("<!-- Written by benchmark/run. -->\n\n");
        text.append(
                "PostgreSQL 18, Java %s, %d cores; medians of %d rounds. As multiples of plain JDBC in the same rounds;"
                        .formatted(
                                Runtime.version().feature(),
                                Runtime.getRuntime().availableProcessors(),
                                plan.rounds()));
        text.append(" *plain JDBC again* shows the noise.\n");
        for (var threads : plan.threads()) {
            table(text, "Throughput, " + threads(threads), threads, each -> 1 / each.wallRatio(), true);
        }
        table(text, "Client CPU a call, one thread", 1, Measured::cpuRatio, false);
        table(text, "Allocation a call, one thread", 1, Measured::bytesRatio, false);
        return text.toString();
    }

    private void table(
            StringBuilder text, String title, int threads, ToDoubleFunction<Measured> value, boolean throughput) {
        text.append("\n**").append(title).append("**\n\n| Operation | ");
        text.append(throughput ? "plain JDBC, µs | goal |" : "goal |");
        plan.contenders().stream()
                .filter(Report::isCompared)
                .forEach(each -> text.append(' ').append(each.label()).append(" |"));
        text.append("\n|---|").append(throughput ? "--:|--:|" : "--:|");
        plan.contenders().stream().filter(Report::isCompared).forEach(each -> text.append("--:|"));
        text.append('\n');
        for (var summary : of(threads)) {
            text.append("| ").append(summary.operation().label()).append(" | ");
            var baseline = summary.contenders().get(Contenders.BASELINE);
            if (throughput) {
                text.append(baseline == null ? "" : String.format(Locale.ROOT, "%,.0f", baseline.wall() / 1000))
                        .append(" | ")
                        .append(number(summary.operation().wanted()));
            } else {
                text.append(title.startsWith("Client") ? "≤ 1.50" : "≤ 1.30");
            }
            text.append(" |");
            for (var entrant : plan.contenders()) {
                if (isCompared(entrant)) {
                    var measured = summary.contenders().get(entrant.id());
                    text.append(' ')
                            .append(measured == null ? "not yet" : number(value.applyAsDouble(measured)))
                            .append(" |");
                }
            }
            text.append('\n');
        }
    }

    private List<Summary> of(int threads) {
        return summaries.stream().filter(each -> each.threads() == threads).toList();
    }

    private static boolean isCompared(Entrant entrant) {
        return !entrant.id().equals(Contenders.BASELINE);
    }

    private static String threads(int count) {
        return count == 1 ? "one thread" : count + " threads";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
