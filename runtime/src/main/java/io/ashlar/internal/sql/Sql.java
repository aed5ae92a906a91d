package io.ashlar.internal.sql;

import io.ashlar.internal.model.Binding;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement under construction: its text, and apart from it the values of its parameters, so that no value ever reaches
 * the database as text. For one thread.
 */
public final class Sql {

    private static final int USUAL_LENGTH = 250;

    private final StringBuilder text;
    private final List<Parameter> parameters = new ArrayList<>(4);

    /** A statement. */
    public Sql() {
        this(USUAL_LENGTH);
    }

    /** A statement of about {@code length} characters. */
    public Sql(int length) {
        this.text = new StringBuilder(length);
    }

    /** One value for one question mark. */
    private sealed interface Parameter {

        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    private record Value(Binding binding, @Nullable Object value) implements Parameter {
        @Override
        public void bind(PreparedStatement statement, int index) throws SQLException {
            binding.bind(statement, index, value);
        }
    }

    private record Text(String value) implements Parameter {
        @Override
        public void bind(PreparedStatement statement, int index) throws SQLException {
            statement.setString(index, value);
        }
    }

    private record Count(long value) implements Parameter {
        @Override
        public void bind(PreparedStatement statement, int index) throws SQLException {
            statement.setLong(index, value);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Values(String type, Object[] elements) implements Parameter {
        @Override
        public void bind(PreparedStatement statement, int index) throws SQLException {
            Array array = statement.getConnection().createArrayOf(type, elements);
            statement.setArray(index, array);
        }
    }

    /** Adds a piece of text, which never holds a value. */
    public Sql add(String piece) {
        text.append(piece);
        return this;
    }

    /** Adds what another statement has so far, with its values. */
    public Sql add(Sql other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    /** Adds a question mark for the value of an attribute. */
    public Sql value(Binding binding, @Nullable Object value) {
        text.append('?');
        parameters.add(new Value(binding, value));
        return this;
    }

    /** Adds a question mark for a text that is no attribute's, such as a pattern. */
    public Sql text(String value) {
        text.append('?');
        parameters.add(new Text(value));
        return this;
    }

    /** Adds a question mark for a number that is no attribute's. */
    public Sql number(long value) {
        text.append('?');
        parameters.add(new Count(value));
        return this;
    }

    /** Adds a question mark for an array, whose elements are in the form that the driver takes. */
    public Sql array(String type, Object[] elements) {
        text.append('?');
        parameters.add(new Values(type, elements));
        return this;
    }

    /** Returns the statement on {@code connection}, its values bound; the caller closes it. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        return bound(statement);
    }

    /** Returns {@code longer}, which has this text in it and no other parameters, on {@code connection}. */
    public PreparedStatement prepare(Connection connection, String longer) throws SQLException {
        return bound(connection.prepareStatement(longer));
    }

    /** Returns {@code longer}, as {@link #prepare(Connection, String)}, with rows that can be gone through again. */
    public PreparedStatement scrollable(Connection connection, String longer) throws SQLException {
        return bound(
                connection.prepareStatement(longer, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY));
    }

    /** Returns the statement on {@code connection} for reading forward, row by row. */
    public PreparedStatement forward(Connection connection) throws SQLException {
        return bound(
                connection.prepareStatement(text.toString(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY));
    }

    private PreparedStatement bound(PreparedStatement statement) throws SQLException {
        try {
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).bind(statement, i + 1);
            }
            return statement;
        } catch (SQLException | RuntimeException | Error e) {
            statement.close();
            throw e;
        }
    }

    /** Binds the values after {@code before} others and returns how many they are. */
    public int bind(PreparedStatement statement, int before) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).bind(statement, before + i + 1);
        }
        return parameters.size();
    }

    /** Runs the statement and returns how many rows it changed. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return text.toString();
    }
}
