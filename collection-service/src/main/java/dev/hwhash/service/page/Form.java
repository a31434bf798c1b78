// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a form sends, or a query: read strictly, so that what is not understood is refused by a page instead of
 * guessed. Immutable.
 */
public final class Form {

    private static final String FORM = "hwhash.form";
    private static final int MOST_DIGITS = 16;

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * Returns what a POST has sent. Javalin's own {@code formParam} finds nothing, since the guard has read the body.
     *
     * @param context a request that came through the guard
     * @return empty for a GET
     */
    public static Form of(Context context) {
        Form form = context.attribute(FORM);
        return form == null ? new Form(Map.of()) : form;
    }

    /**
     * Returns what stands in the query.
     *
     * @param context the request
     * @return its fields
     * @throws PageException if it is not encoded as a form encodes it
     */
    public static Form query(Context context) {
        return decoded(context.queryString() == null ? "" : context.queryString());
    }

    /**
     * Returns the number of a thing in a path.
     *
     * @param context the request
     * @param name of the path's parameter
     * @return from 1
     * @throws PageException with 404 if it is no number from 1 to 16 digits
     */
    public static long id(Context context, String name) {
        return digits(context.pathParam(name)).orElseThrow(() -> new PageException(404, "error.404.words"));
    }

    /** Reads a body and keeps it with its request. */
    static Form read(Context context, byte[] body) {
        Form form = decoded(new String(body, UTF_8));
        context.attribute(FORM, form);
        return form;
    }

    static Form decoded(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : text.split("&", -1)) {
            if (!field.isEmpty()) {
                int equals = field.indexOf('=');
                String name = decode(equals < 0 ? field : field.substring(0, equals));
                String value = decode(equals < 0 ? "" : field.substring(equals + 1));
                fields.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, UTF_8);
            if (decoded.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    /**
     * Returns a field that stands there at most once.
     *
     * @param name of the field
     * @param longest how many characters it may have
     * @return without blanks around it; empty where it is missing or blank
     * @throws PageException if it stands there twice or is longer
     */
    public Optional<String> one(String name, int longest) {
        return raw(name, longest).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * Returns a field with each of its characters, as a password has them.
     *
     * @param name of the field
     * @param longest how many characters it may have
     * @return empty where it is missing
     * @throws PageException if it stands there twice or is longer
     */
    public Optional<String> raw(String name, int longest) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1 || (values.size() == 1 && values.get(0).length() > longest)) {
            throw malformed();
        }
        return values.stream().findFirst();
    }

    /**
     * Returns a field that must stand there.
     *
     * @param name of the field
     * @param longest how many characters it may have
     * @return without blanks around it, never empty
     * @throws PageException if it is missing, blank, longer or there twice
     */
    public String required(String name, int longest) {
        return one(name, longest).orElseThrow(Form::malformed);
    }

    /**
     * Returns all values of a field.
     *
     * @param name of the field
     * @param most how many there may be
     * @return in their order; empty where it is missing
     * @throws PageException if there are more
     */
    public List<String> all(String name, int most) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > most) {
            throw malformed();
        }
        return List.copyOf(values);
    }

    /**
     * Returns a field that is the number of a thing.
     *
     * @param name of the field
     * @return from 1; empty where it is missing or blank
     * @throws PageException if it is no number from 1 to 16 digits
     */
    public Optional<Long> number(String name) {
        return one(name, MOST_DIGITS).map(text -> digits(text).orElseThrow(Form::malformed));
    }

    private static Optional<Long> digits(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= MOST_DIGITS;
        for (int i = 0; i < text.length(); i++) {
            isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return isNumber ? Optional.of(Long.parseLong(text)).filter(number -> number > 0) : Optional.empty();
    }

    private static PageException malformed() {
        return new PageException(400, "error.400.words");
    }
}
