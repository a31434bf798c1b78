// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @Test
    void wordsAreAsciiOnOneLine() {
        assertThat(Messages.ascii("plain ~")).isEqualTo("plain ~");
        assertThat(Messages.ascii("é\r\n\t\0\u001B[2J\u007F"))
                .isEqualTo("\\u00E9\\u000D\\u000A\\u0009\\u0000\\u001B[2J\\u007F");
        assertThat(Messages.ascii("\uFF4D\uD83D\uDE00")).isEqualTo("\\uFF4D\\uD83D\\uDE00");
    }

    @Test
    void volumeDecidesWhatIsShown() {
        assertThat(said(Messages.Volume.QUIET)).isEqualTo("hwhash: error a: A\n");
        assertThat(said(Messages.Volume.NORMAL))
                .isEqualTo("hwhash: error a: A\nhwhash: warning b: B\nhwhash: note c: C\n");
        assertThat(said(Messages.Volume.VERBOSE))
                .startsWith("hwhash: error a: A\nhwhash: warning b: B\nhwhash: note c: C\nhwhash: detail d: D\n"
                        + "java.lang.IllegalStateException: (4000 characters, SHA-256 ")
                .contains("\n    at dev.hwhash.agent.MessagesTest.");
    }

    @Test
    void hashIsMaskedInWhateverWords() {
        Messages messages = new Messages(print(), Messages.Volume.NORMAL, Optional.empty());
        String wrapped = HASH.replaceAll("(.{76})", "$1\r\n");
        for (String hash : new String[] {HASH, HASH.substring(0, 40), HASH.substring(80), wrapped}) {
            messages.note("a", "in \"" + hash + "\" it stands");
        }
        assertThat(text())
                .doesNotContain(HASH.substring(0, 40), HASH.substring(80, 120), HASH.substring(400, 440))
                .contains("in \"(4000 characters, SHA-256 ", "in \"(40 characters, SHA-256 ");
    }

    @Test
    void ordinaryWordsAreNotMasked() {
        String words = "cannot write /srv/pcs/" + "abcdefgh/".repeat(20) + "x.csv: T0Elephant, line 3";
        assertThat(HashMark.masked(words)).isEqualTo(words);
    }

    private String said(Messages.Volume volume) {
        stderr.reset();
        Messages messages = new Messages(print(), volume, Optional.empty());
        messages.error(new Problem(ExitCode.USAGE, "a", "A"));
        messages.warning("b", "B");
        messages.note("c", "C");
        messages.detail("d", "D");
        messages.trace(new IllegalStateException(HASH));
        return text();
    }

    private PrintStream print() {
        return new PrintStream(stderr, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return stderr.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
