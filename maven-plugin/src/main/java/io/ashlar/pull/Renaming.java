package io.ashlar.pull;

import io.ashlar.database.Dialect;

/**
 * A constraint or index that models have to call otherwise than its database does.
 *
 * @param definition in the catalog's words
 * @param why the name cannot stay, as the end of a sentence
 */
record Renaming(String table, PartKind kind, String definition, String is, String should, String why) {

    /** Returns a sentence that ends in the statement by which the database calls it so, too. */
    String note(Dialect dialect) {
        return "The " + kind + " " + is + " of " + table + " is " + should + " in the models, as " + why
                + "; rename it here: " + statement(new Quotes(dialect));
    }

    private String statement(Quotes quotes) {
        String alter = "alter table " + quotes.around(table);
        if (quotes.dialect() == Dialect.MARIADB) {
            return kind == PartKind.FOREIGN_KEY
                    ? alter + " drop foreign key " + quotes.around(is) + ", add constraint " + quotes.around(should)
                            + " " + definition
                    : alter + " rename index " + quotes.around(is) + " to " + quotes.around(should);
        }
        boolean index = kind == PartKind.INDEX
                || (kind == PartKind.UNIQUE && quotes.dialect() == Dialect.POSTGRESQL); // and its constraint with it
        return index
                ? "alter index " + quotes.around(is) + " rename to " + quotes.around(should)
                : alter + " rename constraint " + quotes.around(is) + " to " + quotes.around(should);
    }
}
