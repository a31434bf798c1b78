// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of the process and the PC that the tests run on. */
class ThisProcessTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void rootIsElevatedAndOthersAreNot() {
        boolean root = "root".equals(System.getProperty("user.name"));

        assertThat(ProcessToken.ofThisProcess()).isEqualTo(root ? ProcessToken.ELEVATED : ProcessToken.NOT_ELEVATED);
    }

    @Test
    void whatIsNotKnownCountsAsElevated() {
        assertThat(ProcessToken.UNKNOWN.elevated()).isTrue();
        assertThat(ProcessToken.SYSTEM.elevated()).isTrue();
        assertThat(ProcessToken.NOT_ELEVATED.elevated()).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void elsewhereThanOnWindowsThereIsNoRegistrationAndNothingIsSet() {
        JnaLibrary.loadFrom(Path.of("lib"));

        assertThat(AutopilotRegistration.ofThisPc()).isEmpty();
        assertThat(System.getProperty("jna.boot.library.path")).isNull();
        assertThat(System.getProperty("jna.nounpack")).isNull();
    }

    @Test
    void oneOfTwoValuesMakesARegistration() {
        assertThat(AutopilotRegistration.of(Optional.of("id"), Optional.empty()))
                .hasValue(new AutopilotRegistration(Optional.of("id"), Optional.empty()));
        assertThat(AutopilotRegistration.of(Optional.empty(), Optional.of("contoso.example")))
                .isPresent();
        assertThat(AutopilotRegistration.of(Optional.empty(), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"amd64, win32-x86-64", "x86_64, win32-x86-64", "aarch64, win32-aarch64", "x86, win32-x86"})
    void theFolderOfTheDllIsNamedByTheProcessor(String osArch, String folder) {
        assertThat(JnaLibrary.platform(osArch)).isEqualTo(folder);
    }
}
