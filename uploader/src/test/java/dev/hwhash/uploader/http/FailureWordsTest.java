// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.http.Outcome.Unsettled;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Failures that no server on loopback can bring about, and any others. */
class FailureWordsTest {

    private static final Origin ORIGIN = new Origin("https", "intake.example", 443);

    private static Unsettled of(IOException failure) {
        return Answers.unsettled(FailureWords.of(failure, ORIGIN, Instant.EPOCH));
    }

    @Test
    void aNameThatIsNotKnownIsToldAsSuch() {
        Unsettled outcome = of(new UnknownHostException("intake.example: Name or service not known"));
        assertThat(outcome.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(outcome.words()).contains("https://intake.example:443", "DNS");
    }

    @Test
    void noConnectionInTimeIsNoAnswerCutShort() {
        assertThat(of(new SocketTimeoutException("Connect timed out")).cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(of(new SocketTimeoutException("failed to connect to intake.example/192.0.2.1 (port 443)"))
                        .words())
                .contains("no connection was made in time");
        assertThat(of(new SocketTimeoutException("Read timed out")).cause()).isEqualTo(Cause.BROKEN_OFF);
        assertThat(of(new InterruptedIOException("timeout")).cause()).isEqualTo(Cause.BROKEN_OFF);
    }

    @Test
    void aConnectionThatIsRefusedIsNoneThatBroke() {
        assertThat(of(new ConnectException("Connection refused")).cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(of(new NoRouteToHostException("No route to host")).cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(of(new SocketException("Connection reset")).cause()).isEqualTo(Cause.BROKEN_OFF);
        assertThat(of(new EOFException()).cause()).isEqualTo(Cause.BROKEN_OFF);
        assertThat(of(new SSLHandshakeException("Remote host terminated the handshake"))
                        .cause())
                .isEqualTo(Cause.BROKEN_OFF);
    }

    @Property(tries = 300)
    void anyWordsOfTheSystemBecomePlainOnes(@ForAll String said) {
        assertThat(of(new IOException(said)).words()).matches("[ -~]*").hasSizeLessThan(450);
    }

    @Test
    void causesThatLeadBackToThemselvesEnd() {
        IOException one = new IOException("one");
        IOException two = new IOException("two", one);
        one.initCause(two);
        assertThat(of(one).cause()).isEqualTo(Cause.BROKEN_OFF);
    }
}
