// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which oa3tool.exe is run. */
class Oa3ChoiceTest {

    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void makeTools() throws IOException {
        first = folder.toRealPath().resolve("oa3tool.exe");
        second = Files.createDirectory(folder.toRealPath().resolve("adk")).resolve("oa3tool.exe");
    }

    @Test
    void theFirstThatIsThereIsChosen() throws IOException {
        Files.createFile(second);
        assertThat(ofUser(Optional.empty())).isEqualTo(new Oa3Choice.Chosen(second));

        Files.createFile(first);
        assertThat(ofUser(Optional.empty())).isEqualTo(new Oa3Choice.Chosen(first));
    }

    @Test
    void theOneThatIsNamedCountsAlone() throws IOException {
        Files.createFile(first);
        assertThat(ofUser(Optional.of(second)))
                .isInstanceOfSatisfying(
                        Oa3Choice.None.class,
                        none -> assertThat(none.why()).contains("no file " + second, "--oa3tool"));

        Files.createFile(second);
        assertThat(ofUser(Optional.of(second))).isEqualTo(new Oa3Choice.Chosen(second));
    }

    @Test
    void withoutAnyItSaysWhereItLookedAndWhereToGetIt() throws IOException {
        Files.createDirectory(first);

        assertThat(ofUser(Optional.empty()))
                .isInstanceOfSatisfying(
                        Oa3Choice.None.class,
                        none -> assertThat(none.why())
                                .contains(first.toString(), second.toString(), "Windows ADK", "Licensing\\OA30"));
    }

    @Test
    void aLinkIsFollowedBeforeItIsLookedAt() throws IOException {
        Files.createFile(second);
        Files.createSymbolicLink(first, second);

        assertThat(ofUser(Optional.of(first))).isEqualTo(new Oa3Choice.Chosen(second));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withRightsNoneIsRunThatOthersCanChange() throws IOException {
        Files.createFile(first);
        permit(first, "rwxrwxrwx");
        assertThat(ofAdministrator()).isInstanceOf(Oa3Choice.None.class);
        assertThat(ofUser(Optional.empty())).isInstanceOf(Oa3Choice.Chosen.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withRightsNoneIsRunBesideWhichOthersCanPutADll() throws IOException {
        Files.createFile(first);
        permit(first, "rwxr-xr-x");
        // As /tmp is: others can add files, and cannot replace this one.
        Files.setAttribute(folder, "unix:mode", 01777);
        assertThat(ofAdministrator()).isInstanceOf(Oa3Choice.None.class);
    }

    private Oa3Choice ofUser(Optional<Path> named) {
        return Oa3Choice.of(named, List.of(first, second), false);
    }

    private Oa3Choice ofAdministrator() {
        return Oa3Choice.of(Optional.empty(), List.of(first, second), true);
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
