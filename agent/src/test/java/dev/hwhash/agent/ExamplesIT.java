package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The captures in {@code examples/} are of no real device: they are what the builder makes. */
class ExamplesIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("hwhash.root"), "examples");

    @Test
    void theOa3ReportIsSynthetic() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001")
                .manufacturer("Contoso")
                .model("Book 3")
                .uuid(UUID.fromString("4C4C4544-0001-4000-8000-000000000001"))
                .ek(1)
                .text();

        assertThat(Files.readString(EXAMPLES.resolve("oa3/OA3.xml"))).isEqualTo("""
                <?xml version="1.0"?>
                <Key>
                  <ProductKeyState>0</ProductKeyState>
                  <HardwareHash>%s</HardwareHash>
                </Key>
                """.formatted(hash));
    }
}
