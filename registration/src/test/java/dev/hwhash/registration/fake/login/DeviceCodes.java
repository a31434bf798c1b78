// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import dev.hwhash.registration.fake.login.Token.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sign-ins that wait for somebody to type a code. Thread-safe. */
public final class DeviceCodes {

    /** What the person at the browser does. */
    public enum Person {
        /** Signs in with a second factor. */
        APPROVES,
        /** Signs in without one. */
        APPROVES_WITHOUT_MFA,
        /** Says no. */
        DECLINES,
        /** Never comes: the code ends. */
        IS_LATE
    }

    /** What a poll finds. */
    enum State {
        PENDING,
        SLOW_DOWN,
        DECLINED,
        EXPIRED,
        UNKNOWN,
        APPROVED
    }

    private final Map<String, Integer> polls = new HashMap<>();
    private Person person = Person.APPROVES;
    private int pending = 1;
    private boolean slowDown;

    /**
     * Decides what the person does from now on.
     *
     * @param does what
     * @param afterPolls how many polls find nothing before that
     */
    public synchronized void person(Person does, int afterPolls) {
        person = does;
        pending = afterPolls;
    }

    /** Lets the first poll be told to slow down. */
    public synchronized void slowDownOnce() {
        slowDown = true;
    }

    synchronized ObjectNode start(Map<String, String> form, String root) {
        String code = "fake-device." + UUID.randomUUID();
        polls.put(code, 0);
        ObjectNode answer = new JsonMapper().createObjectNode();
        answer.put("user_code", "HW7HASH9Q");
        answer.put("device_code", code);
        answer.put("verification_uri", root + "/device");
        answer.put("expires_in", 900);
        answer.put("interval", 1);
        answer.put("message", "To sign in, open " + root + "/device and enter the code HW7HASH9Q.");
        return answer;
    }

    synchronized State poll(String code) {
        Integer seen = polls.get(code);
        if (seen == null) {
            return State.UNKNOWN;
        }
        if (slowDown) {
            slowDown = false;
            return State.SLOW_DOWN;
        }
        polls.put(code, seen + 1);
        if (seen < pending) {
            return State.PENDING;
        }
        return switch (person) {
            case APPROVES, APPROVES_WITHOUT_MFA -> used(code);
            case DECLINES -> State.DECLINED;
            case IS_LATE -> State.EXPIRED;
        };
    }

    private State used(String code) {
        polls.remove(code);
        return State.APPROVED;
    }

    synchronized Kind kind() {
        return person == Person.APPROVES_WITHOUT_MFA ? Kind.USER_WITHOUT_MFA : Kind.USER;
    }
}
