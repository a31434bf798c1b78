// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.bulk.InputFiles;
import dev.hwhash.agent.bulk.InputFiles.InputPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Messages messages = new Messages(
            new PrintStream(stderr, true, StandardCharsets.UTF_8), Messages.Volume.VERBOSE, Optional.empty());

    @Test
    void ofAFolderIsTakenWhatCanHoldDevicesInTheOrderOfNames() throws IOException {
        make("b/z.CSV", "b/a.json", "a.csv", "c.xml", "c.zip", "hash.txt", "x.jsonl");
        make("setup.exe", "readme", "x.damaged.txt", "a.csv.lock", "a.csv.hwhash-old", "a.csv.hwhash-new", "x.csv.bak");
        assertThat(relative(files(Optional.empty(), folder)))
                .containsExactly("a.csv", "b/a.json", "b/z.CSV", "c.xml", "c.zip", "hash.txt", "x.jsonl");
    }

    @Test
    void whatSystemsKeepOnAStickIsLeftAlone() throws IOException {
        make("$RECYCLE.BIN/S-1-5-21/$R1.csv", "System Volume Information/x.csv", ".Trash-1000/files/x.csv");
        make(".Trashes/x.csv", "._pcs.csv", "lost+found/x.csv", "pcs.csv");
        assertThat(relative(files(Optional.empty(), folder))).containsExactly("pcs.csv");
        Path hidden = folder.resolve(".Trash-1000/files/x.csv");
        assertThat(files(Optional.empty(), hidden).files()).containsExactly(new InputPath(hidden, true));
    }

    @Test
    void whatIsNamedIsTakenWhateverItIsCalledAndInItsOrder() throws IOException {
        make("z.damaged.txt", "a.exe");
        Path missing = folder.resolve("missing.csv");
        Path damaged = folder.resolve("z.damaged.txt");
        Path program = folder.resolve("a.exe");
        assertThat(files(Optional.empty(), damaged, program, missing).files())
                .containsExactly(
                        new InputPath(damaged, true), new InputPath(program, true), new InputPath(missing, true));
    }

    @Test
    void theOutputIsNotRead() throws IOException {
        make("a.csv", "all.csv");
        InputFiles files = files(Optional.of(folder.resolve("b/../all.csv").normalize()), folder);
        assertThat(relative(files)).containsExactly("a.csv");
        assertThat(said()).contains("note output-skipped: ", "all.csv is the output");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs links")
    void aFileIsReadOnceByWhateverName() throws IOException {
        make("sub/a.csv");
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("sub/a.csv"));
        Path file = folder.resolve("sub/a.csv");
        InputFiles files = files(Optional.empty(), folder.resolve("link.csv"), file, folder.resolve("sub"));
        assertThat(files.files()).containsExactly(new InputPath(folder.resolve("link.csv"), true));
        assertThat(said()).contains("detail input-twice: ");
        Path output = folder.resolve("link.csv");
        assertThat(files(Optional.of(output), folder).files()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs links")
    void aLinkToAFolderIsFollowedWhereItIsNamedOnly() throws IOException {
        make("stick/a.csv", "stick/b/c.csv", "other/d.csv");
        Files.createSymbolicLink(folder.resolve("stick/away"), folder.resolve("other"));
        Files.createSymbolicLink(folder.resolve("stick/round"), folder.resolve("stick"));
        Path link = Files.createSymbolicLink(folder.resolve("E"), Path.of("stick"));
        assertThat(files(Optional.empty(), link).files())
                .extracting(InputPath::path)
                .containsExactly(link.resolve("a.csv"), link.resolve("b/c.csv"));
    }

    private InputFiles files(Optional<Path> output, Path... words) {
        InputFiles files = new InputFiles(output, messages);
        for (Path word : words) {
            files.add(word);
        }
        assertThat(files.problems()).isEmpty();
        return files;
    }

    private List<String> relative(InputFiles files) {
        return files.files().stream()
                .map(file -> folder.relativize(file.path()).toString().replace('\\', '/'))
                .toList();
    }

    private String said() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.createFile(file);
        }
    }
}
