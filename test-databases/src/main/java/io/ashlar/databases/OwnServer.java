package io.ashlar.databases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real server that no other test uses, so that this one may end its processes. What it has committed outlives them.
 *
 * <p>Not safe for use by several threads, except {@link #kill}.
 */
public final class OwnServer implements AutoCloseable {

    private final TestServer server;
    private final List<String> command;
    private final AtomicInteger created = new AtomicInteger();
    private ProcessHandle process;

    private OwnServer(TestServer server) {
        this.server = server;
        this.process = running(server);
        this.command = command(process);
        process.destroy();
        awaitEnd(process);
        startAgain(); // as a child of this process, which then sees its end: no zombie stands for a running server
    }

    /**
     * Starts a server.
     *
     * @param dialect {@code postgresql} or {@code mariadb}
     */
    public static OwnServer start(String dialect) {
        return new OwnServer(
                switch (dialect) {
                    case "postgresql" -> PostgresServer.start(true);
                    case "mariadb" -> MariaDbServer.start(true);
                    default -> throw new IllegalArgumentException("'" + dialect + "' has no process of its own");
                });
    }

    /** Creates a database that shares nothing with any other. */
    public TestDatabase create() {
        return server.create("own_" + created.incrementAndGet());
    }

    /** Ends all its processes at once, as {@code kill -9} does; returns when none is left. */
    public synchronized void kill() {
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(OwnServer::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        while (process.isAlive() && process.info().command().isPresent()) { // a zombie has no command
            Thread.onSpinWait();
        }
    }

    /** Starts it again on what it left behind, at the same port; returns when it takes connections. */
    public synchronized void startAgain() {
        var patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (var said = start(); said.isPresent(); said = start()) {
            // what the killed process was just starting goes a moment later, and holds the shared memory until then
            if (System.nanoTime() - patience > 0) {
                throw new IllegalStateException("The server did not start again:\n" + said.get());
            }
        }
    }

    /** Returns what a server said that did not start; empty if it did. */
    private Optional<String> start() {
        try {
            var outcome = new CompletableFuture<Optional<String>>();
            var again = new ProcessBuilder(command).redirectErrorStream(true).start();
            var reader = new Thread(() -> read(again.inputReader(), outcome), "output-of-own-server");
            reader.setDaemon(true);
            reader.start();
            process = again.toHandle();
            return outcome.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all that the server says, so that it never waits for a reader. */
    private static void read(BufferedReader output, CompletableFuture<Optional<String>> outcome) {
        var said = new StringBuilder();
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("ready to accept connections") || line.contains("ready for connections")) {
                    outcome.complete(Optional.empty());
                }
                if (!outcome.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            said.append(e.getMessage());
        }
        outcome.complete(Optional.of(said.toString()));
    }

    private static ProcessHandle running(TestServer server) {
        try {
            var pid = Files.readAllLines(server.pidFile()).get(0).strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(ProcessHandle process) {
        var command = new ArrayList<String>();
        var program = process.info().command().orElseThrow();
        if ("root".equals(System.getProperty("user.name")) && program.endsWith("postgres")) {
            command.addAll(List.of("unshare", "-U")); // as it was started, see PostgresServer
        }
        command.add(program);
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        return command;
    }

    /** Ends it for good. */
    @Override
    public synchronized void close() {
        if (!process.isAlive()) {
            startAgain(); // what ends it wants to find it
        }
        server.stop(process);
    }
}
