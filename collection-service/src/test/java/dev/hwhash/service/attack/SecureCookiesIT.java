// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.KeyStores;
import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cookies where somebody on the way could read them, or put one of his own in their place. */
class SecureCookiesIT {

    @TempDir
    Path folder;

    @Test
    void overTlsACookieNeverGoesInTheClearNorComesFromElsewhere() throws Exception {
        KeyStores keys = KeyStores.in(folder);
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"), keys.options())) {
            People people = People.of(service, keys.trusting());
            PageClient client = people.stranger();
            Reply before = client.get("/sign-in");
            Reply entered = People.signIn(client, "admin", People.password("admin"));

            areSecure(before);
            areSecure(entered);
            assertThat(before.header("Strict-Transport-Security")).startsWith("max-age=");
            assertThat(isRenamed(people)).isFalse();
        }
    }

    @Test
    void behindAProxyThatSpeaksTlsItIsTheSame() {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"), "--behind-proxy", "127.0.0.1/32")) {
            People people = People.of(service);
            PageClient client = people.stranger();

            areSecure(client.get("/sign-in"));
            areSecure(People.signIn(client, "admin", People.password("admin")));
            assertThat(isRenamed(people)).isFalse();
        }
    }

    /** A browser takes such names only from this very host, over TLS, for all its paths. */
    private static void areSecure(Reply reply) {
        List<String> cookies = reply.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Secure", "; HttpOnly", "; SameSite=", "; Path=/")
                        .doesNotContain("Domain"));
    }

    /** Whether a session counts by a cookie whose name anybody on the way can set. */
    private static boolean isRenamed(People people) {
        PageClient client = people.signedIn(Role.ADMIN);
        PageClient renamed = people.stranger();
        client.cookies().forEach((name, value) -> renamed.cookies().put(name.replace("__Host-", ""), value));
        return renamed.get("/devices").status() == 200;
    }
}
