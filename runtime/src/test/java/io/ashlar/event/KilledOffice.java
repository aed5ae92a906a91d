package io.ashlar.event;

import io.ashlar.Application;
import io.ashlar.databases.TestDatabase;
import io.ashlar.event.Office.Desk;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Commits an event, and never gets to the end of its delivery. */
final class KilledOffice {

    private KilledOffice() {}

    public static void main(String[] args) throws Exception {
        try (Application app = Office.on(new TestDatabase(args[0], args[1], args[2]), Path.of(args[3]))
                .listen(events -> events.on("desk.ticket.created", event -> {
                    System.out.println(event.id());
                    new CountDownLatch(1).await();
                }))
                .start()) {
            app.resolve(Desk.class).change("t1", Action.CREATED);
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
