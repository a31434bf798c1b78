// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read of hwhash is what it does. */
class DocumentationIT {

    private static final Path ROOT = Path.of(System.getProperty("hwhash.root"));

    @Test
    void theReadmeHasTheExitCodesInTheirOrderOfPrecedence() throws IOException {
        List<Integer> documented = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> Integer.valueOf(line.split("\\|", 3)[1].strip()))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Stream.of(ExitCode.values()).map(ExitCode::code).toList());
    }

    @Test
    void theReadmeHasEachOptionOfCollect() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(new CollectCommand().spec().options())
                .filteredOn(option -> !option.usageHelp())
                .allSatisfy(option -> assertThat(readme).contains("`" + option.shortestName()));
    }

    @Test
    void theExampleIsOfNoRealDevice() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001")
                .manufacturer("Contoso")
                .model("Book 3")
                .uuid(UUID.fromString("4C4C4544-0001-4000-8000-000000000001"))
                .ek(1)
                .text();

        assertThat(Files.readString(ROOT.resolve("examples/oa3/OA3.xml"))).isEqualTo("""
                <?xml version="1.0"?>
                <Key>
                  <ProductKeyState>0</ProductKeyState>
                  <HardwareHash>%s</HardwareHash>
                </Key>
                """.formatted(hash));
    }
}
