// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers on a console that gives lines only. */
@Timeout(20)
class TypedLinesTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void linesComeOneByOneUntilTheEnd() {
        TypedLines lines = new TypedLines(typed("1\r\nb\n"));

        assertThat(lines.next(LONG)).hasValue("1");
        assertThat(lines.next(LONG)).hasValue("b");
        assertThat(lines.next(LONG)).isEmpty();
        assertThat(lines.next(LONG)).isEmpty();
    }

    @Test
    void nobodyAnswersInTime() throws IOException {
        try (PipedOutputStream open = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(open)) {
            assertThat(new TypedLines(in).next(Duration.ofMillis(50))).isEmpty();
        }
    }

    @Test
    void whatWasTypedBeforeTheQuestionIsNoAnswer() throws IOException {
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(keyboard)) {
            TypedLines lines = new TypedLines(in);
            keyboard.write("1\ns\n".getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            assertThat(lines.next(LONG)).hasValue("1");
            assertThat(lines.next(LONG)).hasValue("s");
            keyboard.write("s\n".getBytes(StandardCharsets.US_ASCII));
            keyboard.flush();
            assertThat(lines.next(LONG)).hasValue("s");

            lines.forget();

            assertThat(lines.next(Duration.ofMillis(50))).isEmpty();
        }
    }

    @Test
    void endThatCameBeforeTheQuestionIsNotWaitedFor() {
        TypedLines lines = new TypedLines(typed("1\n"));
        assertThat(lines.next(LONG)).hasValue("1");

        lines.forget();

        assertThat(lines.next(LONG)).isEmpty();
    }

    @Test
    void keyIsOneOfThoseThatWereOffered() {
        Optional<Character> usual = Optional.of('2');

        assertThat(TypedLines.key(" A ", "12a0", usual)).hasValue('a');
        assertThat(TypedLines.key("", "12a0", usual)).hasValue('2');
        assertThat(TypedLines.key("", "12a0", Optional.empty())).isEmpty();
        assertThat(TypedLines.key("12", "12a0", usual)).isEmpty();
        assertThat(TypedLines.key("x", "12a0", usual)).isEmpty();
    }

    private static InputStream typed(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
