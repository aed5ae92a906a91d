package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder under version control by the Git of this machine, with one branch to start from. */
final class Checkout {

    private final Path folder;

    Checkout(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Anna");
        git("config", "user.email", "anna@example.org");
        git("config", "commit.gpgsign", "false");
    }

    void commit(String message) throws IOException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "-m", message);
    }

    /** Returns whether the merge ended without conflicts. */
    boolean merge(String branch) throws IOException {
        return run("merge", "--quiet", "--no-edit", branch).isEmpty();
    }

    void git(String... arguments) throws IOException {
        assertThat(run(arguments)).isEmpty();
    }

    /** Returns what it said when it failed; empty where it did not. */
    private String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? "" : output + " of " + command;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
