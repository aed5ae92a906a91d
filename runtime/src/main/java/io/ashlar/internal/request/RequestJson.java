package io.ashlar.internal.request;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that strangers may have written: nothing of it is lost, rounded, or repeated in a message. */
final class RequestJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // else the last would win, unseen
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.DEPTH + 1)
                            .maxDocumentLength(Limits.JSON_LENGTH)
                            .maxStringLength(Limits.JSON_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestJson() {}

    /** Returns the object that {@code json} is; empty after noting a problem. */
    static Optional<Map<?, ?>> object(String json, Place at, Report report) {
        if (json.length() > Limits.JSON_LENGTH) {
            report.add(
                    "request-too-large",
                    "The JSON is longer than " + Limits.JSON_LENGTH + " characters",
                    at,
                    "ask for less at a time");
            return Optional.empty();
        }
        try {
            if (MAPPER.readValue(json, Object.class) instanceof Map<?, ?> object) {
                return Optional.of(object);
            }
            report.add("json-malformed", "This JSON is no object", at, "write {...}");
        } catch (JacksonException e) { // not passed on: it repeats what was sent, which may be sensitive
            TokenStreamLocation location = e.getLocation();
            String where =
                    location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
            String what = e.getOriginalMessage().startsWith("Duplicate")
                    ? "An object of the JSON names a property twice" + where
                    : "This is no JSON, or goes beyond its limits," + where;
            report.add("json-malformed", what.replaceAll(",$", ""), at, "mend the JSON at that place");
        }
        return Optional.empty();
    }
}
