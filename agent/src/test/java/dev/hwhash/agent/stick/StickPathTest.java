// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what names one file below a stick, on any system, is a path of a manifest. */
class StickPathTest {

    private static final Path STICK = Path.of("/mnt/stick").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Collect.cmd",
                "READ ME.txt",
                "hwhash/hwhash.conf",
                "hwhash/outbox.txt",
                "hwhash/runtime/x64/legal/java.base/ADDITIONAL_LICENSE_INFO",
                "hwhash/lib/console.jar",
                "hwhash/lib/com10.jar"
            })
    void placesOfProgramFilesAreTaken(String path) {
        assertThat(StickPath.flaw(path)).isEmpty();
        assertThat(new StickPath(path).in(STICK)).isEqualTo(STICK.resolve(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x",
                "hwhash/../x",
                "hwhash/./x",
                "hwhash//x",
                "hwhash/",
                "C:/x",
                "hwhash/x:stream",
                "hwhash\\x",
                "\\\\server\\share",
                "hwhash/nul",
                "hwhash/NUL.txt",
                "hwhash/Com1.dll",
                "hwhash/CONOUT$",
                "hwhash/x.",
                "hwhash/x ",
                "hwhash/ x",
                "hwhash/x\u0000",
                "hwhash/x\n",
                "hwhash/\u00E4",
                "hwhash/\u202Etxt",
                "hwhash/x*",
                "hwhash/x.lock",
                "hwhash/x.hwhash-new",
                "devices/x.csv",
                "other/x",
                "tags.txt",
                "TAGS.TXT",
                "Manifest.sha256",
                "hwhash",
                "Devices",
                "hwhash/outbox",
                "HWHASH/OutBox/report"
            })
    void allElseIsRefused(String path) {
        assertThat(StickPath.flaw(path)).isPresent();
    }

    @Property
    void whateverIsTakenLiesOnTheStick(@ForAll @Chars({'.', '/', '\\', ':', 'a', ' ', 'h'}) @AlphaChars String text) {
        for (String path : new String[] {text, "hwhash/" + text}) {
            if (StickPath.flaw(path).isEmpty()) {
                Path file = new StickPath(path).in(STICK);
                assertThat(file.normalize())
                        .isEqualTo(file)
                        .startsWithRaw(STICK)
                        .isNotEqualTo(STICK);
            }
        }
    }

    @Property
    void refusesWhatIsTooLong(@ForAll @AlphaChars @StringLength(min = 201, max = 300) String name) {
        assertThat(StickPath.flaw(name)).isPresent();
    }
}
