// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the URL of a service, and what a token is bound to. */
class ServiceUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://Intake.Example, https://intake.example:443",
        "HTTPS://intake.example:8443/, https://intake.example:8443",
        "https://intake.example/a/b//, https://intake.example:443/a/b",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1, http://127.0.0.1:80",
        "http://127.9.9.9:1, http://127.9.9.9:1",
        "http://[::1]:8080/x, http://[::1]:8080/x",
        "https://[2001:db8::1], https://[2001:db8::1]:443",
        "' https://intake.example ', https://intake.example:443"
    })
    void aServiceIsNamedByOriginAndPrefix(String text, String whole) throws Exception {
        ServiceUrl url = ServiceUrl.of(text);
        assertThat(url).hasToString(whole);
        assertThat(ServiceUrl.of(url.toString())).isEqualTo(url);
        UUID id = UUID.randomUUID();
        assertThat(url.report(id)).isEqualTo(whole + "/v1/reports/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "intake.example",
                "//intake.example",
                "ftp://intake.example",
                "file:///etc/passwd",
                "https:",
                "https://",
                "https:///x",
                "https://user:passw0rd@intake.example",
                "https://intake.example?passw0rd=1",
                "https://intake.example/#passw0rd",
                "https://intake.example/a/../b",
                "https://intake.example/a//b",
                "https://intake.example:0",
                "https://intake.example:65536",
                "https://intake.example:-1",
                "https://int ake.example",
                "https://gr\u00fc\u00df.example",
                "https://under_score.example",
                "https://intake.example\\passw0rd",
                "http://intake.example",
                "http://127.0.0.1.example",
                "http://127.1",
                "http://127.0.0.256",
                "http://localhost.example",
                "http://0.0.0.0",
                "http://[::ffff:127.0.0.1]"
            })
    void anythingElseIsRefusedWithoutQuotingIt(String text) {
        assertThatExceptionOfType(NotAServiceUrlException.class)
                .isThrownBy(() -> ServiceUrl.of(text))
                .withMessageContaining("write https://host")
                .satisfies(e ->
                        assertThat(e.getMessage()).doesNotContain("passw0rd").matches("[ -~]*"));
    }

    @Property(tries = 500)
    void anyTextIsAUrlOrRefused(@ForAll String text) {
        try {
            assertThat(ServiceUrl.of(text).toString()).startsWith("http");
        } catch (NotAServiceUrlException e) {
            assertThat(e).hasMessageContaining("not the url");
        }
    }

    @Test
    void aTokenIsForItsOriginAlone() throws Exception {
        Token token = Token.of(ServiceUrl.of("https://intake.example/a"), " abc-._~+/9== \r\n");
        assertThat(token.authorization()).isEqualTo("Bearer abc-._~+/9==");
        assertThat(token).hasToString("Token for https://intake.example:443");
        assertThat(token.isFor(ServiceUrl.of("https://INTAKE.example:443/b"))).isTrue();
        for (String other : new String[] {
            "https://intake.example:8443", "https://intake.example.evil", "https://evil.example", "http://localhost"
        }) {
            assertThat(token.isFor(ServiceUrl.of(other))).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "se cret", "secret\u00e4", "secret\nX-Header: 1", "=secret", "sec=ret", "\"secret\""})
    void whatNoTokenHoldsIsRefusedWithoutQuotingIt(String text) throws Exception {
        ServiceUrl service = ServiceUrl.of("https://intake.example");
        assertThatExceptionOfType(NotATokenException.class)
                .isThrownBy(() -> Token.of(service, text))
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("cret").matches("[ -~]*"));
    }
}
