package io.ashlar.internal.crud;

import jakarta.persistence.Embeddable;

@Embeddable
@SuppressWarnings("NullAway.Init") // set by EclipseLink
class Place {

    String city;
    String street;

    protected Place() {}

    Place(String city, String street) {
        this.city = city;
        this.street = street;
    }
}
