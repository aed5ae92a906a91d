package ${package};

import io.ashlar.Application;

/** Starts the registered modules. */
public final class Main {

    private Main() {}

    /** Says which modules run. */
    public static void main(String[] args) {
        try (Application application = Application.start()) {
            System.out.println("Modules: " + application.modules());
        }
    }
}
