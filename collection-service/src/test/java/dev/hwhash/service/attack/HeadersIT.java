// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.attack.EndpointTable.Line;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each answer tells the browser, and what it keeps to itself. */
class HeadersIT {

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    private static Guests guests;

    @BeforeAll
    static void enter() {
        guests = Guests.of(TESTED);
    }

    static Collection<Line> lines() {
        return EndpointTable.lines().values();
    }

    static List<Line> pages() {
        return lines().stream().filter(Line::isPage).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsNeitherFramedNorKeptNorScriptedByOthers(Line line) {
        for (Guest guest : Guest.values()) {
            isGuarded(line + " as " + guest, guests.ask(guest, line));
        }
    }

    @Test
    void soIsEveryPageOfAFault() {
        for (String path : List.of("/nothing", "/devices/0", "/devices/x", "/devices/1/approve", "/devices?sort=x")) {
            isGuarded(path, guests.client(Guest.ADMIN).get(path));
            isGuarded(path, guests.client(Guest.ANONYMOUS).get(path));
        }
    }

    private static void isGuarded(String what, Reply reply) {
        String policy = reply.header("Content-Security-Policy");
        assertThat(Stream.of(policy.split("; ?")))
                .as(what)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("form-action 'self'", "base-uri 'none'");
        assertThat(policy)
                .as(what)
                .doesNotContain("unsafe")
                .doesNotContain("*")
                .doesNotContain("data:")
                .doesNotContain(",");
        assertThat(reply.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).as(what).isEqualTo("no-store");
        assertThat(reply.header("Referrer-Policy")).as(what).isIn("same-origin", "no-referrer");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void noAnswerTellsWhatTheServiceIsMadeOfOrLetsOtherSitesRead(Line line) {
        for (Guest guest : Guest.values()) {
            Reply reply = guests.ask(guest, line);
            assertThat(reply.headers().map().keySet())
                    .as("%s as %s", line, guest)
                    .doesNotContain("server", "x-powered-by", "access-control-allow-origin");
            assertThat(reply.text())
                    .as("%s as %s", line, guest)
                    .doesNotContain("Exception", "\tat ", "jetty", "Javalin");
            assertThat(reply.header("Content-Type"))
                    .as("%s as %s", line, guest)
                    .doesNotContain("text/plain;charset=iso");
        }
    }

    @Test
    void whatABrowserKeepsIsOnlyWhatIsTheSameForAll() {
        Reply page = guests.client(Guest.ANONYMOUS).get("/sign-in");
        List<String> assets = java.util.regex.Pattern.compile("/assets/[^\"]+")
                .matcher(page.text())
                .results()
                .map(each -> each.group())
                .toList();

        assertThat(assets).hasSizeGreaterThanOrEqualTo(4);
        for (String asset : assets) {
            Reply reply = guests.client(Guest.ANONYMOUS).get(asset);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Cache-Control")).contains("immutable");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Set-Cookie")).isEmpty();
        }
    }

    /** Else a link that a proxy keeps, or a mail holds, would lead elsewhere. */
    @ParameterizedTest
    @MethodSource("lines")
    void nothingOfTheHostThatWasAskedForComesBack(Line line) {
        String answer = RawRequest.send(
                TESTED.service().url(),
                line.method() + " " + line.path() + " HTTP/1.1\r\nHost: evil.example\r\n"
                        + "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nX-Forwarded-Proto: https\r\n"
                        + "X-Original-URL: /evil.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
    }
}
