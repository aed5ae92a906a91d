package io.ashlar.internal.request;

/**
 * Where in a request something is: {@code filter.author.name.$ilike}.
 *
 * @param path for messages
 */
record Place(String path) {

    Place in(String key) {
        return new Place(path + "." + Shown.name(key));
    }

    Place at(int index) {
        return new Place(path + "[" + index + "]");
    }
}
