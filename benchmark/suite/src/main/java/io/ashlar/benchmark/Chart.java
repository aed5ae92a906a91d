package io.ashlar.benchmark;

import io.ashlar.benchmark.Contenders.Entrant;
import java.util.List;
import java.util.Locale;

/** A bar chart in SVG: each contender's throughput as a share of plain JDBC's. */
final class Chart {

    private static final List<String> COLORS =
            List.of("#9aa0a6", "#c5221f", "#34a853", "#a1c181", "#4285f4", "#f9ab00", "#8e24aa");
    private static final int LEFT = 230;
    private static final int SCALE = 300; // pixels of plain JDBC's throughput
    private static final double MOST = 1.6; // longer bars are cut
    private static final int BAR = 9;
    private static final int GAP = 14;
    private static final int TOP = 70;

    private final List<Entrant> contenders;
    private final List<Summary> summaries;

    Chart(List<Entrant> contenders, List<Summary> summaries) {
        this.contenders = contenders.stream()
                .filter(each -> !each.id().equals(Contenders.BASELINE))
                .toList();
        this.summaries = summaries;
    }

    String svg() {
        var group = contenders.size() * BAR + GAP;
        var height = TOP + summaries.size() * group + 10;
        var width = LEFT + (int) (SCALE * MOST) + 60;
        var svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">",
                width,
                height,
                width,
                height);
        add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        add(
                svg,
                "<text x=\"10\" y=\"20\" font-size=\"14\">Throughput, plain JDBC = 1 (one thread; longer is better)"
                        + "</text>");
        legend(svg);
        var y = TOP;
        for (var summary : summaries) {
            bars(svg, summary, y);
            y += group;
        }
        add(
                svg,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#202124\"/>",
                LEFT + SCALE,
                TOP - 6,
                LEFT + SCALE,
                height - 10);
        add(svg, "</svg>");
        return svg.toString();
    }

    private void legend(StringBuilder svg) {
        var x = 10;
        for (var at = 0; at < contenders.size(); at++) {
            add(svg, "<rect x=\"%d\" y=\"36\" width=\"10\" height=\"10\" fill=\"%s\"/>", x, color(at));
            add(
                    svg,
                    "<text x=\"%d\" y=\"45\">%s</text>",
                    x + 14,
                    contenders.get(at).label());
            x += 30 + contenders.get(at).label().length() * 7;
        }
    }

    private void bars(StringBuilder svg, Summary summary, int top) {
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                LEFT - 8,
                top + contenders.size() * BAR / 2 + 4,
                summary.operation().label());
        for (var at = 0; at < contenders.size(); at++) {
            var measured = summary.contenders().get(contenders.get(at).id());
            if (measured != null && !Double.isNaN(measured.wallRatio())) {
                var share = 1 / measured.wallRatio();
                var length = (int) Math.round(Math.min(MOST, share) * SCALE);
                add(
                        svg,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
                        LEFT,
                        top + at * BAR,
                        length,
                        BAR - 1,
                        color(at));
                add(
                        svg,
                        "<text x=\"%d\" y=\"%d\" font-size=\"9\">%.2f</text>",
                        LEFT + length + 4,
                        top + at * BAR + BAR - 1,
                        share);
            }
        }
    }

    private static String color(int at) {
        return COLORS.get(at % COLORS.size());
    }

    private static void add(StringBuilder svg, String element, Object... values) {
        svg.append(String.format(Locale.ROOT, element, values)).append('\n');
    }
}
