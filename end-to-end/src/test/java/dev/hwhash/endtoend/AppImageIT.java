// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.Hwhash;
import dev.hwhash.agent.HwhashRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app image does what the jar does, with its own runtime and the options of hwhash.options. */
class AppImageIT {

    private static final long MEGABYTE = 1_000_000;

    private static final Path CAPTURE = Portable.ROOT.resolve("examples/oa3/OA3.xml");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "collect --from CAPTURE",
                "collect --from CAPTURE --format json --group-tag Lab",
                "collect --from missing.xml",
                "collect",
                "collect --no-such-option",
                "check missing.csv",
                "upload --service http://127.0.0.1:1 --wait 1",
            })
    void aRunGivesTheSameBytesAndTheSameExitCodeAsTheJar(String line) throws Exception {
        String[] args = line.replace("CAPTURE", CAPTURE.toString()).split(" ");
        HwhashRun jar = Hwhash.in(folder).run(args);

        AppImage.Run image = AppImage.run(folder, Map.of(), args);

        assertThat(image).isEqualTo(new AppImage.Run(jar.exitCode(), new String(jar.stdout(), UTF_8), jar.stderr()));
    }

    @Test
    void theLauncherStartsTheJvmWithTheOptionsOfThePackage() throws Exception {
        List<String> wanted = Files.readAllLines(AppImage.program().resolve("hwhash.options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        List<String> configured = Files.readAllLines(AppImage.program().resolve("hwhash.cfg")).stream()
                .filter(line -> line.startsWith("java-options="))
                .map(line -> line.substring("java-options=".length()))
                .filter(option -> !option.startsWith("-Djpackage."))
                .toList();
        AppImage.Run run = AppImage.run(folder, Map.of("JAVA_TOOL_OPTIONS", "-XX:+PrintCommandLineFlags"), "--version");

        assertThat(configured).isEqualTo(wanted);
        assertThat(wanted)
                .filteredOn(option -> option.startsWith("-XX:"))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(run.stdout().lines().findFirst())
                        .hasValueSatisfying(flags -> assertThat(flags).contains(option)));
    }

    @Test
    void theLauncherOfWindowsWillNotStartItselfAgain() throws Exception {
        assertThat(Files.readAllLines(AppImage.program().resolve("hwhash.cfg")))
                .startsWith("[Application]", "win.norestart=true");
    }

    @Test
    void theRuntimeHasItsClassData() throws Exception {
        AppImage.Run run = AppImage.java(folder, "-XX:+UseSerialGC", "-Xshare:on", "-version");

        assertThat(run.exitCode()).as(run.stderr()).isZero();
    }

    @Test
    void theRuntimeHasNoModulesBeyondWhatIsNeeded() throws Exception {
        List<String> modules = AppImage.java(folder, "--list-modules")
                .stdout()
                .lines()
                .map(line -> line.replaceAll("@.*", ""))
                .toList();

        assertThat(modules)
                .contains("java.base", "java.xml", "jdk.crypto.ec")
                .doesNotContain("java.desktop", "java.net.http", "jdk.compiler", "java.instrument");
    }

    /** As {@code hwhash stick prepare} has to know when an installed hwhash makes a stick. */
    @Test
    void theRuntimeTellsForWhichProcessorItIs() throws Exception {
        assertThat(Files.readAllLines(AppImage.runtime().resolve("release")))
                .containsOnlyOnce("OS_ARCH=\"" + System.getProperty("os.arch").replace("amd64", "x86_64") + "\"");
    }

    @Test
    void classDataThatIsNotOfThisRuntimeChangesNoByteOfTheRow() throws Exception {
        Path foreign = Files.write(folder.resolve("foreign.jsa"), new byte[65536]);
        AppImage.Run expected = AppImage.run(folder, Map.of(), "collect", "--from", CAPTURE.toString());

        for (Path archive : List.of(foreign, folder.resolve("missing.jsa"))) {
            AppImage.Run run = AppImage.run(
                    folder,
                    Map.of("JAVA_TOOL_OPTIONS", "-XX:SharedArchiveFile=" + archive),
                    "collect",
                    "--from",
                    CAPTURE.toString());

            assertThat(run.stdout()).isEqualTo(expected.stdout());
            assertThat(run.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9})
    void filesWhoseTimesAStickShiftedByHoursChangeNothing(int hours) throws Exception {
        AppImage.Run expected = AppImage.run(folder, Map.of(), "collect", "--from", CAPTURE.toString());
        shiftTimes(Duration.ofHours(hours));
        try {
            assertThat(AppImage.run(folder, Map.of(), "collect", "--from", CAPTURE.toString()))
                    .isEqualTo(expected);
            assertThat(AppImage.java(folder, "-XX:+UseSerialGC", "-Xshare:on", "-version")
                            .exitCode())
                    .as("the class data is still taken")
                    .isZero();
        } finally {
            shiftTimes(Duration.ofHours(-hours));
        }
    }

    @Test
    void theProgramFolderIsThatOfThePortableFolder() throws Exception {
        Path program = Portable.ROOT.resolve("packaging/target/program");

        List<String> inImage = files(AppImage.program());
        inImage.removeAll(List.of(".jpackage.xml", "hwhash.cfg"));

        assertThat(inImage)
                .isEqualTo(files(program))
                .contains("hwhash.cmd", "hwhash.conf.sample", "lib/win32-x86-64/jnidispatch.dll");
    }

    @Test
    void theImageAndItsZipAreNoLargerThanPromised() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(AppImage.folder())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                size += Files.size(file);
            }
        }

        assertThat(size).as("bytes of the image").isLessThan(65 * MEGABYTE);
        assertThat(Files.size(AppImage.zip())).as("bytes of its zip").isLessThan(36 * MEGABYTE);
    }

    private static void shiftTimes(Duration by) throws IOException {
        try (Stream<Path> files = Files.walk(AppImage.folder())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(
                        file,
                        FileTime.from(
                                Files.getLastModifiedTime(file).toInstant().plus(by)));
            }
        }
    }

    private static List<String> files(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(file -> top.relativize(file).toString())
                    .sorted()
                    .toList());
        }
    }
}
