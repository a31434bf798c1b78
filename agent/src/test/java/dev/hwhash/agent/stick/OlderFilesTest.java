// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.stick.StickFiles.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of what is on a stick, only what stick prepare has written goes. */
class OlderFilesTest {

    private static final Path STICK = Path.of("E");
    private static final Digest OLD = Digest.of(new byte[] {1});
    private static final Optional<Manifest> BEFORE = Optional.of(
            Manifest.of(Map.of(new StickPath("hwhash/old.jar"), OLD, new StickPath("hwhash/now.jar"), OLD)));
    private static final Set<String> NOW = Set.of("hwhash/now.jar");

    @Test
    void fileOfTheManifestBeforeGoesIfItHoldsWhatThatSays() {
        assertThat(among(true, "hwhash/old.jar", "hwhash/now.jar")).isEqualTo(removed("hwhash/old.jar"));
        assertThat(among(true, "hwhash/OLD.jar")).isEqualTo(removed("hwhash/OLD.jar"));
        assertThat(among(false, "hwhash/old.jar")).isEqualTo(kept("hwhash/old.jar"));
    }

    @Test
    void fileThatNoManifestNamesStays() {
        assertThat(among(true, "hwhash/mine.txt", "mine.pdf")).isEqualTo(kept("hwhash/mine.txt", "mine.pdf"));
    }

    @Test
    void leftoverOfAnInterruptedRunGoesBesideAFileOfThePresentOrTheManifestBeforeOnly() {
        assertThat(among(
                        false,
                        "hwhash/now.jar.hwhash-new",
                        "hwhash/old.jar.lock",
                        "tags.txt.hwhash-new",
                        "manifest.sha256.lock"))
                .isEqualTo(removed(
                        "hwhash/now.jar.hwhash-new",
                        "hwhash/old.jar.lock",
                        "tags.txt.hwhash-new",
                        "manifest.sha256.lock"));
        assertThat(among(false, "hwhash/mine.lock", "pcs.csv.hwhash-old"))
                .isEqualTo(kept("hwhash/mine.lock", "pcs.csv.hwhash-old"));
    }

    @Test
    void linkStaysWhateverItsName() {
        Found link = new Found("hwhash/old.jar", STICK.resolve("hwhash/old.jar"), Optional.of("a link"));

        assertThat(OlderFiles.among(List.of(link), NOW, BEFORE, (path, digest) -> true))
                .isEqualTo(kept("hwhash/old.jar"));
    }

    private static OlderFiles among(boolean held, String... names) {
        List<Found> found = List.of(names).stream()
                .map(name -> new Found(name, STICK.resolve(name), Optional.empty()))
                .toList();
        return OlderFiles.among(found, NOW, BEFORE, (path, digest) -> held && digest.equals(OLD));
    }

    private static OlderFiles removed(String... names) {
        return new OlderFiles(List.of(names).stream().map(STICK::resolve).toList(), List.of());
    }

    private static OlderFiles kept(String... names) {
        return new OlderFiles(List.of(), List.of(names));
    }
}
