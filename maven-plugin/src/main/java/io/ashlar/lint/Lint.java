package io.ashlar.lint;

import io.ashlar.database.Dialect;
import io.ashlar.migrate.MigrationText;
import io.ashlar.migrate.MigrationText.Statement;
import io.ashlar.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a migration's file may do, and what it says about that itself. Looks at the file alone: what it creates is empty and
 * harmless, everything else may be large and in use.
 *
 * @param hazards that the file does not allow, in its order
 * @param allowed those that it does
 * @param unused lines of it that allow what it does not do
 */
public record Lint(
        MigrationText text, List<Hazard> hazards, List<Hazard> allowed, List<Problem> malformed, List<String> unused) {

    private static final String PREFLIGHT = "-- ashlar:preflight ";

    /** Copies the lists. */
    public Lint {
        hazards = List.copyOf(hazards);
        allowed = List.copyOf(allowed);
        malformed = List.copyOf(malformed);
        unused = List.copyOf(unused);
    }

    /** Reads a file. */
    public static Lint of(Dialect dialect, MigrationText text) {
        List<Allowance> allowances = Allowance.of(text.sql());
        Set<String> rules = allowances.stream()
                .filter(allowance -> !allowance.reason().isEmpty())
                .map(Allowance::rule)
                .collect(Collectors.toSet());
        List<Hazard> found = hazards(dialect, text);
        return new Lint(
                text,
                found.stream()
                        .filter(hazard -> !rules.contains(hazard.rule().id()))
                        .toList(),
                found.stream()
                        .filter(hazard -> rules.contains(hazard.rule().id()))
                        .toList(),
                allowances.stream()
                        .map(allowance -> malformed(text, allowance))
                        .flatMap(Optional::stream)
                        .toList(),
                allowances.stream()
                        .filter(allowance -> Rule.byId(allowance.rule()).isPresent())
                        .filter(allowance -> found.stream()
                                .noneMatch(hazard -> hazard.rule().id().equals(allowance.rule())))
                        .map(allowance -> text.file() + ":" + allowance.line() + " allows " + allowance.rule()
                                + ", and nothing in the file does that")
                        .toList());
    }

    /** Returns what has to be mended or allowed before the file may go to others. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(malformed);
        hazards.forEach(hazard -> problems.add(new Problem(
                hazard.rule().id(),
                "'" + text.name() + "': " + hazard.text(),
                text.file() + ":" + hazard.line(),
                hazard.mend() + "; or say in the file why it may be: -- ashlar:allow "
                        + hazard.rule().id() + " <reason>")));
        return problems;
    }

    /** Returns lines for the head of the file that allow what it does, with a reason for each rule. */
    public String allowances(Function<Rule, String> reasons) {
        return hazards.stream()
                .map(Hazard::rule)
                .distinct()
                .map(rule -> Allowance.line(rule, reasons.apply(rule)))
                .collect(Collectors.joining());
    }

    /** Returns the same of the file with its {@link #allowances} at its head: all is allowed then, and further down. */
    public Lint withAllowances() {
        int lines = (int) hazards.stream().map(Hazard::rule).distinct().count();
        return new Lint(
                text,
                List.of(),
                hazards.stream().map(hazard -> hazard.down(lines)).toList(),
                malformed,
                unused);
    }

    private static List<Hazard> hazards(Dialect dialect, MigrationText text) {
        boolean oneTransaction = dialect == Dialect.POSTGRESQL
                && !Boolean.FALSE.equals(text.oneTransaction())
                && text.statements().stream().anyMatch(Statement::transactional);
        Hazards hazards = switch (dialect) {
            case H2 -> new H2Hazards();
            case POSTGRESQL -> new PostgresqlHazards(oneTransaction);
            case MARIADB -> new MariadbHazards();
        };
        text.statements().forEach(statement -> {
            if (oneTransaction && !statement.transactional()) {
                hazards.outside(statement);
            }
            hazards.read(statement);
        });
        Set<String> asked = asked(text.sql());
        return hazards.found().stream()
                .filter(hazard -> hazard.rule() != Rule.MAY_FAIL_ON_ROWS || !isAsked(hazard, asked))
                .toList();
    }

    /** Returns the words of all questions that the file asks before it runs. */
    private static Set<String> asked(String sql) {
        return sql.lines()
                .map(String::strip)
                .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                .filter(line -> line.startsWith(PREFLIGHT))
                .map(line -> line.substring(line.lastIndexOf('|') + 1))
                .flatMap(query -> Token.of(query).stream())
                .filter(Token::isNamed)
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isAsked(Hazard hazard, Set<String> asked) {
        return asked.contains(hazard.table().toLowerCase(Locale.ROOT));
    }

    private static Optional<Problem> malformed(MigrationText text, Allowance allowance) {
        String where = text.file() + ":" + allowance.line();
        if (Rule.byId(allowance.rule()).isEmpty()) {
            return Optional.of(new Problem(
                    "allow-unknown-rule",
                    "'" + text.name() + "' allows '" + allowance.rule() + "', which is no rule",
                    where,
                    "use one of " + Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.joining(", "))));
        }
        return allowance.reason().isEmpty()
                ? Optional.of(new Problem(
                        "allow-without-reason",
                        "'" + text.name() + "' allows " + allowance.rule() + " and does not say why",
                        where,
                        "say it after the rule: -- ashlar:allow " + allowance.rule() + " <reason>"))
                : Optional.empty();
    }
}
