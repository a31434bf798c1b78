// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passwords tried one after the other. The proxy of this test says from which address each try comes. */
class GuessingIT {

    private static final int ENOUGH = 80;

    @RegisterExtension
    static final TestedService TESTED = new TestedService("--behind-proxy", "127.0.0.1/32");

    @Test
    void whoGuessesFromOneAddressIsStoppedWhateverNamesHeTries() {
        int tries = 0;
        while (tries < ENOUGH
                && tried("192.0.2.1", "name" + tries, "a wrong password").status() == 401) {
            tries++;
        }

        assertThat(tries).isLessThan(ENOUGH);
        assertThat(tried("192.0.2.1", "admin", People.password("admin")).status())
                .isEqualTo(429);
        assertThat(tried("192.0.2.2", "admin", People.password("admin")).status())
                .isEqualTo(303);
    }

    @Test
    void whoGuessesOnePasswordFromManyAddressesIsStoppedAndItsOwnerIsNot() {
        assertThat(tried("192.0.2.9", "viewer", People.password("viewer")).status())
                .isEqualTo(303);
        int tries = 0;
        while (tries < ENOUGH
                && tried("198.51.100." + (tries + 1), "viewer", "a wrong password")
                                .status()
                        == 401) {
            tries++;
        }

        assertThat(tries).isLessThan(ENOUGH);
        assertThat(tried("192.0.2.9", "viewer", People.password("viewer")).status())
                .isEqualTo(303);
    }

    /** Else the answer tells which accounts there are. */
    @Test
    void aNameThatThereIsNotIsAnsweredAsOneThatThereIs() {
        TESTED.people().make("dismissed", Role.VIEWER);
        TESTED.people().disable("dismissed");

        Reply known = tried("192.0.2.3", "approver", "a wrong password");
        Reply unknown = tried("192.0.2.4", "nobody", "a wrong password");
        Reply disabled = tried("192.0.2.5", "dismissed", People.password("dismissed"));

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(401);
        assertThat(disabled.status()).isEqualTo(401);
        assertThat(said(unknown, "nobody")).isEqualTo(said(known, "approver"));
        assertThat(said(disabled, "dismissed")).isEqualTo(said(known, "approver"));
        assertThat(triesUntilStopped("192.0.2.6", "nobody")).isEqualTo(triesUntilStopped("192.0.2.7", "approver"));
    }

    /** An address that somebody claims is worth nothing where no proxy says it. */
    @Test
    void aClaimedAddressDoesNotHelpWithoutAProxy() {
        try (ServiceProcess bare = ServiceProcess.start(TESTED.folder().resolve("bare"))) {
            int tries = 0;
            while (tries < ENOUGH && guess(bare, tries) == 401) {
                tries++;
            }
            assertThat(tries).isLessThan(ENOUGH);
        }
    }

    private static int guess(ServiceProcess service, int number) {
        PageClient client = PageClient.of(service.url());
        Map<String, String> form =
                Map.of("name", "name" + number, "password", "a wrong password", "csrf", client.csrf("/sign-in"));
        String address = "198.51.100." + number;
        return client.postBare("/sign-in", form, "X-Forwarded-For", address, "Forwarded", "for=" + address)
                .status();
    }

    private static int triesUntilStopped(String address, String name) {
        int tries = 0;
        while (tries < ENOUGH && tried(address, name, "a wrong password").status() == 401) {
            tries++;
        }
        return tries;
    }

    private static Reply tried(String address, String name, String password) {
        PageClient client = TESTED.people().stranger();
        Map<String, String> form = Map.of("name", name, "password", password, "csrf", client.csrf("/sign-in"));
        return client.postBare("/sign-in", form, "X-Forwarded-For", address);
    }

    /** Without what differs from page to page: the name that was typed, and the token of the form. */
    private static String said(Reply reply, String name) {
        return reply.text().replace(reply.csrf().orElseThrow(), "").replace(name, "");
    }
}
