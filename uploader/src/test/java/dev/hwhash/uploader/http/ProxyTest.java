// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.http.Outcome.Unsettled;
import dev.hwhash.uploader.proxy.ProxyAddress;
import dev.hwhash.uploader.proxy.ProxyCredentials;
import dev.hwhash.uploader.report.ServiceUrl;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy on loopback before a service that does not exist: no name of it is ever looked up here. */
class ProxyTest {

    private static final ServiceUrl FAR = Service.url("https://intake.hwhash.invalid");

    private final MockWebServer proxy = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    private Unsettled send(Optional<ProxyCredentials> credentials) throws Exception {
        return Answers.unsettled(Answers.send(FAR, settings(credentials)));
    }

    private TransportSettings settings(Optional<ProxyCredentials> credentials) {
        return new TransportSettings(
                "1.2.3",
                Optional.of(new ProxyAddress("127.0.0.1", proxy.getPort())),
                credentials,
                Optional.empty(),
                false,
                Duration.ofSeconds(5));
    }

    private static MockResponse asks(String... schemes) {
        MockResponse.Builder answer = new MockResponse.Builder().code(407);
        for (String scheme : schemes) {
            answer.addHeader("Proxy-Authenticate", scheme);
        }
        return answer.build();
    }

    @Test
    void basicIsAnsweredOnceAndTheServicesTokenIsNotShown() throws Exception {
        proxy.enqueue(asks("Negotiate", "Basic realm=\"proxy\""));
        proxy.enqueue(new MockResponse.Builder().code(502).build());

        Unsettled outcome = send(Optional.of(new ProxyCredentials("user", "pass-word")));

        assertThat(outcome.cause()).isEqualTo(Cause.INTERCEPTED);
        assertThat(outcome.words()).contains("the proxy does not connect", "502");
        RecordedRequest first = proxy.takeRequest();
        assertThat(first.getMethod()).isEqualTo("CONNECT");
        assertThat(first.getHeaders().get("Proxy-Authorization")).isNull();
        assertThat(first.getHeaders().get("Authorization")).isNull();
        RecordedRequest second = proxy.takeRequest();
        assertThat(second.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic dXNlcjpwYXNzLXdvcmQ=");
        assertThat(second.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void credentialsThatAreNotAcceptedAreNotTriedAgain() throws Exception {
        for (int i = 0; i < 5; i++) {
            proxy.enqueue(asks("Basic realm=\"proxy\""));
        }
        Unsettled outcome = send(Optional.of(new ProxyCredentials("user", "pass-word")));
        assertThat(outcome.cause()).isEqualTo(Cause.PROXY_CREDENTIALS);
        assertThat(outcome.words()).contains("Basic").doesNotContain("pass-word");
        assertThat(proxy.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aSchemeThatIsNotSupportedIsNamed() throws Exception {
        proxy.enqueue(asks("Negotiate", "NTLM"));
        Unsettled outcome = send(Optional.empty());
        assertThat(outcome.cause()).isEqualTo(Cause.PROXY_CREDENTIALS);
        assertThat(outcome.words()).contains("Negotiate, NTLM", "only Basic is supported now");
    }

    @Test
    void thisMachineIsReachedWithoutTheProxy() throws Exception {
        try (MockWebServer service = new MockWebServer()) {
            service.start();
            service.enqueue(Service.problem(503, "busy"));
            Answers.send(Service.at(service.getPort()), settings(Optional.empty()));
            assertThat(service.getRequestCount()).isEqualTo(1);
            assertThat(proxy.getRequestCount()).isZero();
        }
    }
}
