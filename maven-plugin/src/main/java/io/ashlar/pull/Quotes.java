package io.ashlar.pull;

import io.ashlar.database.Dialect;

/** How a dialect writes names. */
record Quotes(Dialect dialect) {

    String around(String name) {
        String quote = dialect == Dialect.MARIADB ? "`" : "\"";
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
