// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Reads what stands in a query, strictly: what is not understood is refused, not guessed. */
final class Parameters {

    private Parameters() {}

    /** Returns a parameter that stands there once, or not at all. */
    static Optional<String> one(Context context, String name) {
        List<String> values = context.queryParams(name);
        if (values.size() > 1) {
            throw malformed(name + " stands in the query " + values.size() + " times; give it once");
        }
        return values.stream().findFirst();
    }

    /** Returns a number of digits alone, within bounds. */
    static int number(Context context, String name, int usual, int least, int most) {
        Optional<String> text = one(context, name);
        if (text.isEmpty()) {
            return usual;
        }
        long number = digits(text.get());
        if (number < least || number > most) {
            throw malformed(name + " is no number from " + least + " to " + most);
        }
        return (int) number;
    }

    /** Returns the number of a thing in a path, from 1. */
    static long id(Context context, String name) {
        long id = digits(context.pathParam(name));
        if (id < 1) {
            throw malformed("the " + name + " in the path is no number from 1; take the one that the list gives");
        }
        return id;
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(ProblemCode.MALFORMED, detail);
    }

    /** Returns -1 for what is no number of at most 16 digits. */
    private static long digits(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 16;
        for (int i = 0; i < text.length(); i++) {
            isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return isNumber ? Long.parseLong(text) : -1;
    }
}
