package io.ashlar.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The medians of one operation, and their ratios to the baseline in the same rounds. */
record Summary(Operation operation, int threads, Map<String, Measured> contenders) {

    /** Sums up samples of one operation with one number of threads. */
    static Summary of(List<Sample> samples) {
        var byContender = new LinkedHashMap<String, List<Sample>>();
        samples.forEach(each -> byContender
                .computeIfAbsent(each.contender(), id -> new ArrayList<>())
                .add(each));
        var measured = new LinkedHashMap<String, Measured>();
        var baseline = byContender.getOrDefault(Contenders.BASELINE, List.of());
        byContender.forEach((id, own) -> measured.put(id, Measured.of(own, baseline)));
        return new Summary(samples.get(0).operation(), samples.get(0).threads(), measured);
    }

    /** Sums up samples of several operations, in their order. */
    static List<Summary> all(List<Sample> samples) {
        var groups = new LinkedHashMap<List<Object>, List<Sample>>();
        samples.forEach(
                each -> groups.computeIfAbsent(List.of(each.operation(), each.threads()), key -> new ArrayList<>())
                        .add(each));
        return groups.values().stream().map(Summary::of).toList();
    }

    /** Returns it as a table for the terminal. */
    String text() {
        var text = new StringBuilder("%n%s, %d thread(s)%n".formatted(operation.label(), threads));
        text.append("  %-12s %14s %14s %14s   of jdbc: %6s %6s %6s%n"
                .formatted("", "ns/call", "CPU ns/call", "bytes/call", "time", "CPU", "bytes"));
        contenders.forEach((id, each) -> text.append(String.format(
                Locale.ROOT,
                "  %-12s %,14.0f %,14.0f %,14.0f            %6.2f %6.2f %6.2f%n",
                id,
                each.wall(),
                each.cpu(),
                each.bytes(),
                each.wallRatio(),
                each.cpuRatio(),
                each.bytesRatio())));
        return text.toString();
    }

    /** Medians a call; the ratios are medians of each round's ratio, and NaN without a baseline. */
    record Measured(double wall, double cpu, double bytes, double wallRatio, double cpuRatio, double bytesRatio) {

        private static Measured of(List<Sample> own, List<Sample> baseline) {
            return new Measured(
                    median(own, Sample::wall),
                    median(own, Sample::cpu),
                    median(own, Sample::bytes),
                    ratio(own, baseline, Sample::wall),
                    ratio(own, baseline, Sample::cpu),
                    ratio(own, baseline, Sample::bytes));
        }

        private static double ratio(List<Sample> own, List<Sample> baseline, ToDoubleFunction<Sample> value) {
            return median(own.stream()
                    .flatMapToDouble(each -> baseline.stream()
                            .filter(other -> other.round() == each.round())
                            .mapToDouble(other -> value.applyAsDouble(each) / value.applyAsDouble(other)))
                    .sorted()
                    .toArray());
        }

        private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
            return median(samples.stream().mapToDouble(value).sorted().toArray());
        }

        private static double median(double[] sorted) {
            var middle = sorted.length / 2;
            if (sorted.length == 0) {
                return Double.NaN;
            }
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }
}
