// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.windows.RequiresWine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the portable folder and its zip; with the runtime of the Windows test bed. */
@RequiresWine
class PortableFolderIT {

    private static final long ZIP_LIMIT = 40_000_000;

    @Test
    void holdsWhatATechnicianAndALawyerNeed() {
        assertThat(List.of(
                        "hwhash.cmd",
                        "hwhash.jar",
                        "hwhash.options",
                        "hwhash.conf.sample",
                        "hwhash.cdx.json",
                        "lib/win32-x86-64/jnidispatch.dll",
                        "lib/win32-aarch64/jnidispatch.dll",
                        "licences/Apache-2.0.txt",
                        "licences/THIRD-PARTY.txt",
                        "runtime/x64/bin/java.exe",
                        "runtime/x64/bin/server/classes.jsa",
                        "runtime/x64/legal/java.base/LICENSE",
                        "runtime/x64/release"))
                .allSatisfy(name -> assertThat(Portable.folder().resolve(name)).isNotEmptyFile());
    }

    @Test
    void optionsNameNoAgentAndNoClassPath() throws IOException {
        assertThat(Files.readString(Portable.folder().resolve("hwhash.options")).lines())
                .allMatch(line -> line.isBlank() || line.startsWith("#") || line.startsWith("-"))
                .noneMatch(line -> line.matches("(-javaagent|-agent|-cp|-classpath|--class-path|-jar).*"));
    }

    @Test
    void everyLibraryStandsInTheLicencesAndInTheBillOfMaterials() throws IOException {
        String licences = Files.readString(Portable.folder().resolve("licences/THIRD-PARTY.txt"));
        String bill = Files.readString(Portable.folder().resolve("hwhash.cdx.json"));

        assertThat(libraries()).hasSizeGreaterThan(5).allSatisfy(jar -> {
            String name = jar.substring(0, jar.lastIndexOf('-'));
            String version = jar.substring(name.length() + 1, jar.length() - ".jar".length());
            assertThat(licences).containsPattern(" " + version + " \\([^)]*:" + name + "\\): (Apache-2.0|MIT)");
            assertThat(bill).contains("/" + name + "@" + version + "?type=jar");
        });
    }

    @Test
    void zipIsSmallAndHoldsTheFolderInOneOrderAndTime() throws IOException {
        assertThat(Portable.zip().toFile().length()).isLessThan(ZIP_LIMIT);
        try (ZipFile zip = new ZipFile(Portable.zip().toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();

            assertThat(entries.stream().map(ZipEntry::getTime).collect(Collectors.toSet()))
                    .hasSize(1);
            assertThat(entries.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(ZipEntry::getName)
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(files());
        }
    }

    /** Our own are under our own licence. */
    private static List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(Portable.folder().resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.contains("SNAPSHOT"))
                    .toList();
        }
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(Portable.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> "hwhash/"
                            + Portable.folder().relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
