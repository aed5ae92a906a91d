package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Objects;

/** Has an id of two attributes. */
@Entity
@IdClass(Seat.Place.class)
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Seat extends Model {

    @Id
    @Column(name = "line")
    int line;

    @Id
    int number;

    String guest;

    protected Seat() {}

    Seat(int line, int number, String guest) {
        this.line = line;
        this.number = number;
        this.guest = guest;
    }

    public static final class Place implements Serializable {

        private static final long serialVersionUID = 1L;

        int line;
        int number;

        public Place() {}

        Place(int line, int number) {
            this.line = line;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.line == line && place.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, number);
        }

        @Override
        public String toString() {
            return line + "/" + number;
        }
    }
}
