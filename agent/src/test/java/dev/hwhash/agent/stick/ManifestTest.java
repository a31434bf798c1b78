// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is one text for a set of files, and nothing else is read as a manifest. */
class ManifestTest {

    private static final String DIGITS = "0123456789abcdef".repeat(4);
    private static final Pattern ASCII = Pattern.compile("[ -~]+");

    @Provide
    Arbitrary<Map<StickPath, Digest>> files() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('-', '.')
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<StickPath> paths = names.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> "hwhash/" + String.join("/", parts))
                .filter(text -> StickPath.flaw(text).isEmpty())
                .map(StickPath::new);
        Arbitrary<Digest> digests =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(3).map(Digest::of);
        return Arbitraries.maps(paths, digests).ofMinSize(1).ofMaxSize(8);
    }

    /** Mostly lines that are nearly right. */
    @Provide
    Arbitrary<byte[]> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                DIGITS,
                "  ",
                " ",
                "\n",
                "\r\n",
                "hwhash/",
                "a",
                "B",
                "..",
                "/",
                "\\",
                "C:",
                "\u0000",
                "\u00E4",
                "outbox/",
                "devices/",
                DIGITS + "  hwhash/a\n",
                DIGITS + "  hwhash/b\n",
                DIGITS + "  Collect.cmd\n");
        Arbitrary<byte[]> texts =
                pieces.list().ofMaxSize(12).map(list -> String.join("", list).getBytes(UTF_8));
        return Arbitraries.oneOf(texts, Arbitraries.bytes().array(byte[].class).ofMaxSize(200));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("files") Map<StickPath, Digest> files) throws NotAManifestException {
        Manifest manifest = Manifest.of(files);

        Map<StickPath, Digest> read = new HashMap<>();
        for (Manifest.Line line : Manifest.read(manifest.bytes()).lines()) {
            read.put(line.path(), line.digest());
        }
        assertThat(read).isEqualTo(files);
        assertThat(manifest.digest()).isEqualTo(Digest.of(manifest.bytes()));
    }

    @Property
    void whateverIsReadIsTheOneTextForItsFilesAndAllElseIsRefusedInWords(@ForAll("hostile") byte[] text) {
        try {
            Manifest manifest = Manifest.read(text);
            assertThat(manifest.bytes()).isEqualTo(text);
            assertThat(manifest.keys()).hasSameSizeAs(manifest.lines());
        } catch (NotAManifestException refused) {
            assertThat(refused.getMessage()).matches(ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "\n",
                "{D}  hwhash/a",
                "{D}  hwhash/a\r\n",
                "{D} *hwhash/a\n",
                "{D} hwhash/a\n",
                "{D}  \n",
                "{D}  ../a\n",
                "{D}  /a\n",
                "{D}  hwhash/a\n\n",
                "{D}  hwhash/a\n{D}  hwhash/a\n",
                "{D}  hwhash/A\n{D}  hwhash/a\n",
                "{D}  hwhash/b\n{D}  hwhash/a\n",
                "\\{D}  hwhash/a\n",
                "\uFEFF{D}  hwhash/a\n",
                "0123  hwhash/a\n"
            })
    void isRefused(String text) {
        byte[] bytes = text.replace("{D}", DIGITS).getBytes(UTF_8);

        assertThatThrownBy(() -> Manifest.read(bytes)).isInstanceOf(NotAManifestException.class);
    }

    @Test
    void capitalDigitsAreRefusedSinceTheyWouldBeASecondText() {
        byte[] bytes = (DIGITS.replace('a', 'A') + "  hwhash/a\n").getBytes(UTF_8);

        assertThatThrownBy(() -> Manifest.read(bytes))
                .isInstanceOf(NotAManifestException.class)
                .hasMessageContaining("line 1 does not begin with 64 hexadecimal digits");
    }

    @Test
    void thousandsOfLinesAreReadAtOnce() throws NotAManifestException {
        List<String> lines = new ArrayList<>();
        for (int i = 10_000; i < 20_000; i++) {
            lines.add(DIGITS + "  hwhash/" + i + "\n");
        }

        assertThat(Manifest.read(String.join("", lines).getBytes(UTF_8)).lines())
                .hasSize(10_000);
    }
}
