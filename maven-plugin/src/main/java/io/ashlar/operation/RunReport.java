package io.ashlar.operation;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.lint.Hazard;
import io.ashlar.lint.Lint;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.operation.StepProgress.StepTime;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The outcome of a goal as JSON, for what runs after it in CI. Holds no passwords. */
public final class RunReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String goal;
    private final List<Map<String, Object>> databases = new ArrayList<>();
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final List<Map<String, Object>> hazards = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Starts the report of {@code goal}, such as {@code db-migrate}. */
    public RunReport(String goal) {
        this.goal = goal;
    }

    /** Adds how far the modules in a database are. */
    public void add(DatabaseSettings database, List<ModuleStatus> modules) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("database", database.safeUrl());
        entry.put("modules", modules.stream().map(RunReport::module).toList());
        databases.add(entry);
    }

    /** Adds the statements that ran. */
    public void add(List<StepTime> times) {
        for (StepTime time : times) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("module", time.step().module());
            entry.put("file", time.step().migration().file());
            entry.put("statement", time.step().number());
            entry.put("rows", time.rows());
            entry.put("milliseconds", time.elapsed().toMillis());
            steps.add(entry);
        }
    }

    /** Adds what a migration's file may do, and whether it says why it may. */
    public void add(Lint lint) {
        lint.hazards().forEach(hazard -> hazards.add(hazard(lint, hazard, false)));
        lint.allowed().forEach(hazard -> hazards.add(hazard(lint, hazard, true)));
    }

    private static Map<String, Object> hazard(Lint lint, Hazard hazard, boolean allowed) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", lint.text().file().toString());
        entry.put("line", hazard.line());
        entry.put("rule", hazard.rule().id());
        entry.put("allowed", allowed);
        entry.put("what", hazard.what());
        entry.put("mend", hazard.mend());
        return entry;
    }

    /** Adds what has to be mended; the report is of a failure then. */
    public void addProblems(List<Problem> found) {
        problems.addAll(found);
    }

    /** Returns the text. */
    public String text() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("goal", goal);
        report.put("ok", problems.isEmpty());
        report.put("problems", problems);
        report.put("databases", databases);
        report.put("statements", steps);
        if (!hazards.isEmpty()) {
            report.put("hazards", hazards);
        }
        return JSON.writeValueAsString(report) + "\n";
    }

    /**
     * Writes the text, and the folder where there is none.
     *
     * @throws ProblemsFound if the file cannot be written
     */
    public void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text());
        } catch (IOException | JacksonException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "cannot-write-report",
                            "Cannot write the report: " + e,
                            file.toString(),
                            "name a file that can be written with -Dreport=...")),
                    e);
        }
    }

    private static Map<String, Object> module(ModuleStatus module) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("module", module.module());
        entry.put(
                "migrations",
                module.migrations().stream().map(RunReport::migration).toList());
        return entry;
    }

    private static Map<String, Object> migration(MigrationStatus migration) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("version", migration.migration().version());
        entry.put("file", migration.migration().file());
        entry.put("state", migration.state().toString());
        entry.put(
                "appliedOn",
                migration.appliedOn() == null ? null : migration.appliedOn().toString());
        entry.put("run", migration.run());
        return entry;
    }
}
