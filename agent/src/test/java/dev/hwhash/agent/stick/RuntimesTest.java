// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java goes onto a stick. */
class RuntimesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bothThatAPortableFolderHas() throws Exception {
        runtime("app/runtime/x64", "java.exe", "x86_64");
        runtime("app/runtime/arm64", "java.exe", "aarch64");

        assertThat(Runtimes.of(app()))
                .isEqualTo(Map.of("x64", app().resolve("runtime/x64"), "arm64", app().resolve("runtime/arm64")));
    }

    @ParameterizedTest
    @CsvSource({"x86_64, x64", "amd64, x64", "aarch64, arm64"})
    void theOneBesideTheFolderOfTheProgramByItsProcessor(String processor, String name) throws Exception {
        runtime("runtime", "java.exe", processor);

        assertThat(Runtimes.of(app())).isEqualTo(Map.of(name, folder.resolve("runtime")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86", "riscv64", ""})
    void noneOfAProcessorForWhichThereIsNoFolder(String processor) throws IOException {
        runtime("runtime", "java.exe", processor);

        assertThatThrownBy(() -> Runtimes.of(app()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("neither runtime/x64/bin/java.exe nor runtime/arm64/bin/java.exe");
    }

    @Test
    void noneOfAnotherSystem() throws IOException {
        runtime("runtime", "java", "x86_64");

        assertThatThrownBy(() -> Runtimes.of(app())).isInstanceOf(ProblemException.class);
    }

    private Path app() {
        return folder.resolve("app");
    }

    private void runtime(String path, String java, String processor) throws IOException {
        Path runtime = Files.createDirectories(folder.resolve(path));
        Files.createDirectories(runtime.resolve("bin"));
        Files.writeString(runtime.resolve("bin").resolve(java), "x");
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"25\"\nOS_ARCH=\"" + processor + "\"\n");
    }
}
