/** The application. Modules announce themselves: only those whose types you name need a {@code requires}. */
module ${package} {
    requires io.ashlar.runtime;
}
