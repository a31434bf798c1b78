// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where oa3tool is looked for. */
class Oa3PlacesTest {

    private static final Path PROGRAM = Path.of("hwhash");
    private static final Path PROGRAM_FILES = Path.of("Program Files (x86)");

    @ParameterizedTest
    @CsvSource({"amd64, amd64", "x86_64, amd64", "aarch64, arm64", "ARM64, arm64"})
    void itIsBesideHwhashBeforeItIsInTheAdkOfTheProcessor(String osArch, String folder) {
        assertThat(Oa3Places.of(PROGRAM, Optional.of(PROGRAM_FILES), osArch))
                .containsExactly(
                        Path.of("hwhash/oa3tool.exe"),
                        Path.of("hwhash/oa3tool/oa3tool.exe"),
                        Path.of("hwhash/oa3tool/" + folder + "/oa3tool.exe"),
                        Path.of("Program Files (x86)/Windows Kits/10/Assessment and Deployment Kit/Deployment Tools/"
                                + folder + "/Licensing/OA30/oa3tool.exe"));
    }

    @Test
    void withoutTheVariableThereIsNoAdk() {
        assertThat(Oa3Places.of(PROGRAM, Optional.empty(), "amd64"))
                .hasSize(3)
                .allMatch(place -> place.startsWith(PROGRAM));
    }
}
