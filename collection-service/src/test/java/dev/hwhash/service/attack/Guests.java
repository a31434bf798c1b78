// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.attack.EndpointTable.Line;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.Map;

/** One client for each guest of a service. */
final class Guests {

    private final Map<Guest, PageClient> clients = new EnumMap<>(Guest.class);
    private final People people;
    private final String token;

    private Guests(People people, String token) {
        this.people = people;
        this.token = token;
    }

    static Guests of(TestedService tested) {
        Guests guests = new Guests(tested.people(), tested.service().token("admin"));
        for (Guest guest : Guest.values()) {
            guests.clients.put(guest, guests.enter(guest));
        }
        return guests;
    }

    PageClient client(Guest guest) {
        return clients.computeIfAbsent(guest, this::enter);
    }

    private PageClient enter(Guest guest) {
        if (guest.role().isPresent()) {
            return people.signedIn(guest.role().get());
        }
        return switch (guest) {
            case MUST_CHANGE -> invited();
            case DISABLED -> disabled();
            default -> people.stranger();
        };
    }

    private PageClient invited() {
        PageClient client = people.stranger();
        String name = "invited" + System.nanoTime();
        people.invite(name, Role.ADMIN);
        People.signIn(client, name, People.password(name));
        return client;
    }

    private PageClient disabled() {
        String name = "gone" + System.nanoTime();
        people.make(name, Role.ADMIN);
        PageClient client = people.signedIn(name);
        people.disable(name);
        return client;
    }

    /** Asks as a browser does, with the token of the guest's forms in what is posted. */
    Reply ask(Guest guest, Line line) {
        Reply reply = ask(guest, line.method(), line.path());
        if (line.pattern().equals("/sign-out")) {
            clients.remove(guest);
        }
        return reply;
    }

    Reply ask(Guest guest, String method, String path) {
        PageClient client = client(guest);
        String form = method.equals("POST") && !path.startsWith("/v1/") ? "csrf=" + csrf(client) : "";
        String[] headers = guest == Guest.TOKEN
                ? new String[] {"Authorization", "Bearer " + token, "Content-Type", "application/x-www-form-urlencoded"}
                : new String[] {"Content-Type", "application/x-www-form-urlencoded"};
        return client.send(client.request(path, headers).method(method, BodyPublishers.ofString(form)));
    }

    private static String csrf(PageClient client) {
        return client.get("/password").csrf().map(PageClient::encoded).orElse("none");
    }
}
