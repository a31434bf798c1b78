// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.attack.EndpointTable.Line;

/** What the table means for one guest, and what an answer means. */
final class Expected {

    private static final String REFUSED = "refused";

    private Expected() {}

    /** Returns such as {@code 200}, {@code to /sign-in} or {@code refused}. */
    static String of(Line line, Guest guest) {
        return switch (line.least()) {
            case "public" -> words(line.answer());
            // Without the cookie of the form's page.
            case "form" -> REFUSED;
            case "program" -> guest == Guest.TOKEN ? words(line.answer()) : "401";
            default -> ofPage(line, guest);
        };
    }

    private static String ofPage(Line line, Guest guest) {
        boolean looks = line.method().equals("GET");
        if (guest == Guest.MUST_CHANGE) {
            boolean may = line.pattern().equals("/password") || line.pattern().equals("/sign-out");
            return may ? words(line.answer()) : "to /password";
        }
        if (guest.role().isEmpty()) {
            return looks ? "to /sign-in" : "401";
        }
        Role least = Role.named(line.least()).orElseThrow();
        return guest.role().get().includes(least) ? words(line.answer()) : REFUSED;
    }

    /** Returns what an answer comes to, in the same words. */
    static String seen(Reply reply) {
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
