// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.attack.EndpointTable.Line;

/** What the table means for one guest, and what an answer means. */
final class Expected {

    private static final String REFUSED = "refused";

    /** After some of them the service says so at once. */
    private static final String NO_TOKEN = "no token";

    private Expected() {}

    /** Returns such as {@code 200}, {@code to /sign-in} or {@code refused}. */
    static String of(Line line, Guest guest) {
        return switch (line.least()) {
            case "public" -> words(line.answer());
            case "stranger" -> isSignedIn(guest) ? "303" : words(line.answer());
            // Without the cookie of the form's page.
            case "form" -> REFUSED;
            case "program" -> guest == Guest.TOKEN ? words(line.answer()) : NO_TOKEN;
            default -> ofPage(line, guest);
        };
    }

    private static boolean isSignedIn(Guest guest) {
        return guest == Guest.MUST_CHANGE || guest.role().isPresent();
    }

    private static String ofPage(Line line, Guest guest) {
        boolean looks = line.method().equals("GET");
        if (line.pattern().equals("/sign-out") && isSignedIn(guest)) {
            return "to /sign-in";
        }
        if (guest == Guest.MUST_CHANGE) {
            return line.pattern().equals("/password") ? words(line.answer()) : "to /password";
        }
        if (guest.role().isEmpty()) {
            return looks ? "to /sign-in" : "401";
        }
        Role least = Role.named(line.least()).orElseThrow();
        return guest.role().get().includes(least) ? words(line.answer()) : REFUSED;
    }

    /** Returns what an answer comes to, in the same words. */
    static String seen(Line line, Reply reply) {
        if (line.least().equals("program") && (reply.status() == 401 || reply.status() == 429)) {
            return NO_TOKEN;
        }
        String to = reply.location().replaceAll("[?].*", "");
        if (to.equals("/sign-in") || to.equals("/password")) {
            return "to " + to;
        }
        return words(reply.status());
    }

    private static String words(int status) {
        return status == 403 ? REFUSED : Integer.toString(status);
    }
}
