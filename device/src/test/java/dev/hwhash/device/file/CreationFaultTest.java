// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.device.file.DeviceFileException.Reason;
import dev.hwhash.device.file.SimulatedDisk.Fault;
import dev.hwhash.device.file.SimulatedDisk.Kind;
import dev.hwhash.device.file.SimulatedDisk.Lie;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that refuses an operation while a whole new file is written. */
class CreationFaultTest {

    private static final String OLD = "serial,hash\na,1\n";
    private static final String NEW = "serial,hash\nb,2\n";

    @ParameterizedTest
    @CsvSource({"JOURNALED,csv", "FAT,csv", "JOURNALED,csv.hwhash-old", "FAT,csv.hwhash-old", "FAT,csv.hwhash-ready"})
    void anyOperationThatFailsOnceLeavesTheOldOrTheNewFile(Kind kind, String holds) throws IOException {
        int steps = stepsOf(disk(kind, holds));
        for (int failing = 1; failing <= steps; failing++) {
            int step = failing;
            SimulatedDisk disk = disk(kind, holds);
            disk.fault((at, operation) -> {
                if (at == step) {
                    throw new IOException("Input/output error");
                }
            });
            boolean written = createEndsTyped(disk);
            disk.fault(Fault.NONE);
            assertThat(disk.isLocked()).isFalse();
            assertThat(content(disk)).as("step " + step).isIn(written ? List.of(NEW) : List.of(OLD, NEW));
            create(disk);
            assertThat(content(disk)).isEqualTo(NEW);
            assertThat(disk.names()).containsExactly("devices.csv");
        }
    }

    @Test
    void aFullDiskLeavesTheOldFileAlone() throws IOException {
        SimulatedDisk disk = disk(Kind.FAT, "csv");
        int[] writes = {0};
        disk.fault((at, operation) -> {
            if (operation.equals("write") && ++writes[0] == 2) {
                throw new IOException("No space left on device");
            }
        });
        DeviceFileException e = failure(disk);
        assertThat(e.reason()).isEqualTo(Reason.DISK_FULL);
        assertThat(disk.names()).containsExactly("devices.csv");
        assertThat(content(disk)).isEqualTo(OLD);
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws IOException {
        SimulatedDisk disk = disk(Kind.JOURNALED, "csv");
        disk.makeFilesReadOnly();
        assertThat(failure(disk).reason()).isEqualTo(Reason.READ_ONLY);
        assertThat(disk.operations()).noneMatch(operation -> operation.startsWith("create"));
    }

    @Test
    void nothingIsReadOfAFileThatIsReplaced() throws IOException {
        for (String holds : new String[] {"csv", "csv.hwhash-old", "csv.hwhash-ready"}) {
            SimulatedDisk disk = disk(Kind.FAT, holds);
            create(disk);
            assertThat(disk.operations()).noneMatch(operation -> operation.startsWith("read"));
        }
    }

    private static SimulatedDisk disk(Kind kind, String holds) {
        SimulatedDisk disk = new SimulatedDisk(kind, Lie.NONE);
        disk.put("devices." + holds, OLD.getBytes(US_ASCII));
        return disk;
    }

    private static DeviceFile file(SimulatedDisk disk) {
        return new DeviceFile(CrashExplorer.FILE, true, disk, new SimulatedTimer());
    }

    private static void create(SimulatedDisk disk) throws DeviceFileException {
        file(disk)
                .create(
                        sink -> {
                            sink.write(NEW.substring(0, 12).getBytes(US_ASCII));
                            sink.write(NEW.substring(12).getBytes(US_ASCII));
                        },
                        true,
                        Duration.ofMinutes(1));
    }

    private static DeviceFileException failure(SimulatedDisk disk) {
        return Objects.requireNonNull(catchThrowableOfType(DeviceFileException.class, () -> create(disk)));
    }

    private static int stepsOf(SimulatedDisk disk) throws IOException {
        create(disk);
        return disk.operations().size();
    }

    private static boolean createEndsTyped(SimulatedDisk disk) {
        try {
            create(disk);
            return true;
        } catch (DeviceFileException e) {
            assertThat(e).hasMessageContainingAll("devices.csv", "Input/output error");
            return false;
        }
    }

    private static String content(SimulatedDisk disk) throws DeviceFileException {
        return new String(file(disk).read().orElseThrow(), US_ASCII);
    }
}
