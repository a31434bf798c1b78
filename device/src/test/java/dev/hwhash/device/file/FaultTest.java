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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

    private static final String OLD = "serial,hash\na,1\n";
    private static final String NEW = OLD + "b,2\n";
    private static final String SHARING =
            "The process cannot access the file because it is being used by another process";

    private final SimulatedTimer timer = new SimulatedTimer();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anyOperationThatFailsOnceLeavesTheFileWhole(Kind kind) throws Exception {
        for (int step = 1; step <= stepsOfAnUpdate(kind); step++) {
            SimulatedDisk disk = disk(kind);
            disk.fault(failing(step, step));
            boolean written = updateEndsTyped(disk);
            assertWhole(disk, written, "step " + step);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aStickPulledAtAnyOperationKeepsTheFileWhole(Kind kind) throws Exception {
        for (int step = 1; step <= stepsOfAnUpdate(kind); step++) {
            SimulatedDisk disk = disk(kind);
            disk.fault(failing(step, Integer.MAX_VALUE));
            boolean written = updateEndsTyped(disk);
            disk.fault(Fault.NONE);
            for (SimulatedDisk found : disk.afterPowerCut()) {
                assertWhole(found, written, "pulled at step " + step);
            }
        }
    }

    @Test
    void aRefusedLastRenameBringsTheOldFileBackAtOnce() throws Exception {
        SimulatedDisk disk = disk(Kind.FAT);
        disk.fault(onOperation("rename devices.csv.hwhash-ready devices.csv", new IOException("Input/output error")));
        DeviceFileException e = failure(disk);
        assertThat(e.reason()).isEqualTo(Reason.IO);
        assertThat(e).hasMessageContainingAll("devices.csv", "Input/output error", "check the disk");
        assertThat(disk.names()).containsExactly("devices.csv");
        assertThat(content(disk)).isEqualTo(OLD);
    }

    @Test
    void whereTheOldFileCannotComeBackTheMessageSaysSoAndTheNextRunRepairs() throws Exception {
        SimulatedDisk disk = disk(Kind.FAT);
        disk.fault((step, operation) -> {
            if (operation.startsWith("rename") && operation.endsWith(" devices.csv")) {
                throw new IOException("Input/output error");
            }
        });
        assertThat(failure(disk)).hasMessageContaining("the next run repairs them");
        assertThat(disk.names()).containsExactly("devices.csv.hwhash-old", "devices.csv.hwhash-ready");
        disk.fault(Fault.NONE);
        assertThat(content(disk)).isEqualTo(NEW);
        file(disk).update(current -> current.orElseThrow(), Duration.ofSeconds(1));
        assertThat(disk.names()).containsExactly("devices.csv");
        assertThat(content(disk)).isEqualTo(NEW);
    }

    @Test
    void anOldFileThatCannotGoIsNoFailureAndGoesNextTime() throws Exception {
        SimulatedDisk disk = disk(Kind.FAT);
        disk.fault((step, operation) -> {
            if (operation.equals("delete devices.csv.hwhash-old")) {
                throw new IOException("Input/output error");
            }
        });
        update(disk);
        assertThat(disk.names()).containsExactly("devices.csv", "devices.csv.hwhash-old");
        disk.fault(Fault.NONE);
        file(disk).update(current -> current.orElseThrow(), Duration.ofSeconds(1));
        assertThat(disk.names()).containsExactly("devices.csv");
        assertThat(content(disk)).isEqualTo(NEW);
    }

    @Test
    void aFileThatIsOpenElsewhereForAWhileIsWaitedFor() throws Exception {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        disk.fault((step, operation) -> {
            if (operation.startsWith("replace") && timer.millis() < 4_900) {
                throw new FileSystemException("x", "y", SHARING);
            }
        });
        update(disk);
        assertThat(content(disk)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFileThatStaysOpenElsewhereIsGivenUpAfterFiveSeconds(Kind kind) throws Exception {
        SimulatedDisk disk = disk(kind);
        disk.fault(onRename(new FileSystemException("x", "y", SHARING)));
        DeviceFileException e = failure(disk);
        assertThat(e.reason()).isEqualTo(Reason.SHARING_VIOLATION);
        assertThat(e).hasMessageContainingAll("used by another process", "close the program");
        assertThat(timer.millis()).isBetween(5_000L, 5_100L);
        assertThat(disk.names()).containsExactly("devices.csv");
    }

    @Test
    void aShorterPatienceEndsTheWaitForAnOpenFile() {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        disk.fault(onRename(new FileSystemException("x", "y", SHARING)));
        failureWithin(disk, Duration.ofSeconds(1));
        assertThat(timer.millis()).isBetween(1_000L, 1_100L);
    }

    @Test
    void aDeniedRenameIsASharingViolation() {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        disk.fault(onRename(new AccessDeniedException("x", "y", null)));
        assertThat(failure(disk).reason()).isEqualTo(Reason.SHARING_VIOLATION);
    }

    @Test
    void aDeniedFolderIsReadOnlyAfterASecond() {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        disk.fault(onOperation("lock devices.csv.lock", new AccessDeniedException("x")));
        assertThat(failure(disk).reason()).isEqualTo(Reason.READ_ONLY);
        assertThat(timer.millis()).isBetween(1_000L, 1_100L);
    }

    @Test
    void aDeniedReadIsReportedInTheSystemsWords() {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        disk.fault(onOperation("read devices.csv", new AccessDeniedException("x")));
        DeviceFileException e = Objects.requireNonNull(
                catchThrowableOfType(DeviceFileException.class, () -> file(disk).read()));
        assertThat(e.reason()).isEqualTo(Reason.IO);
        assertThat(e)
                .hasMessage(
                        "cannot read /stick/devices.csv: access denied; run it as an account that may read the file");
    }

    @Test
    void aFileThatMayNotBeWrittenIsReadOnlyAndNotTouched() {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        disk.makeFilesReadOnly();
        DeviceFileException e = failure(disk);
        assertThat(e.reason()).isEqualTo(Reason.READ_ONLY);
        assertThat(e).hasMessageContaining("read-only attribute");
        assertThat(disk.names()).containsExactly("devices.csv");
    }

    @Test
    void wordsInAnotherLanguageAreTriedAgainAndThenGivenAsTheyAre() {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        String words = "Der Prozess kann nicht auf die Datei zugreifen";
        disk.fault(onRename(new FileSystemException("x", "y", words)));
        DeviceFileException e = failure(disk);
        assertThat(e.reason()).isEqualTo(Reason.IO);
        assertThat(e).hasMessageContaining(words);
        assertThat(timer.millis()).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void aFullDiskIsSeenInAnyLanguage() {
        SimulatedDisk disk = disk(Kind.JOURNALED);
        disk.usable(4096);
        disk.fault(onOperation("write", new IOException("Es steht nicht genug Speicherplatz zur Verf\u00fcgung")));
        assertThat(failure(disk).reason()).isEqualTo(Reason.DISK_FULL);
        assertThat(disk.names()).containsExactly("devices.csv");
    }

    @Test
    void aWriteProtectedVolumeIsSeenInAnyLanguage() {
        SimulatedDisk disk = disk(Kind.FAT);
        disk.writeProtect();
        disk.fault(onOperation("create devices.csv.hwhash-new", new IOException("schreibgesch\u00fctzt")));
        assertThat(failure(disk).reason()).isEqualTo(Reason.READ_ONLY);
    }

    @Test
    void aFolderThatVanishesIsReportedAsMissing() {
        SimulatedDisk disk = disk(Kind.FAT);
        disk.fault(onOperation("create devices.csv.hwhash-new", new NoSuchFileException("x")));
        DeviceFileException e = failure(disk);
        assertThat(e.reason()).isEqualTo(Reason.FOLDER_MISSING);
        assertThat(e).hasMessageContaining("NoSuchFileException");
    }

    @Test
    void aLockHeldElsewhereIsWaitedForAsLongAsThereIsPatience() {
        SimulatedDisk disk = disk(Kind.FAT);
        disk.lockForEver();
        DeviceFileException e = failureWithin(disk, Duration.ofSeconds(7));
        assertThat(e.reason()).isEqualTo(Reason.LOCKED);
        assertThat(e).hasMessageContaining("devices.csv.lock");
        assertThat(timer.millis()).isBetween(7_000L, 7_100L);
    }

    @Test
    void anInterruptEndsTheWait() {
        SimulatedDisk disk = disk(Kind.FAT);
        disk.lockForEver();
        Thread.currentThread().interrupt();
        DeviceFileException e = Objects.requireNonNull(catchThrowableOfType(
                DeviceFileException.class,
                () -> new DeviceFile(CrashExplorer.FILE, true, disk, Timer.SYSTEM)
                        .update(current -> NEW.getBytes(US_ASCII), Duration.ofMinutes(1))));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.reason()).isEqualTo(Reason.IO);
        assertThat(e).hasMessageContaining("interrupted while waiting");
    }

    @Test
    void aRefusedEditLeavesNothingBehind() {
        SimulatedDisk disk = disk(Kind.FAT);
        EditRefusedException e = catchThrowableOfType(
                EditRefusedException.class,
                () -> file(disk)
                        .update(
                                current -> {
                                    throw new EditRefusedException("no column for the tag");
                                },
                                Duration.ofSeconds(1)));
        assertThat(e).hasMessage("no column for the tag");
        assertThat(disk.names()).containsExactly("devices.csv");
        assertThat(disk.isLocked()).isFalse();
    }

    @Test
    void anEditThatChangesNothingWritesNothing() throws Exception {
        SimulatedDisk disk = disk(Kind.FAT);
        file(disk).update(current -> current.orElseThrow(), Duration.ofSeconds(1));
        assertThat(disk.operations()).noneMatch(operation -> operation.startsWith("create"));
    }

    @Test
    void anEndlessPatienceIsUnderstood() throws Exception {
        SimulatedDisk disk = disk(Kind.FAT);
        file(disk).update(current -> NEW.getBytes(US_ASCII), Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(content(disk)).isEqualTo(NEW);
    }

    private static Fault failing(int first, int last) {
        return (step, operation) -> {
            if (step >= first && step <= last) {
                throw new IOException("Input/output error");
            }
        };
    }

    private static Fault onOperation(String which, IOException e) {
        return (step, operation) -> {
            if (operation.equals(which)) {
                throw e;
            }
        };
    }

    private static Fault onRename(IOException e) {
        return (step, operation) -> {
            if (operation.startsWith("rename") || operation.startsWith("replace")) {
                throw e;
            }
        };
    }

    private static SimulatedDisk disk(Kind kind) {
        SimulatedDisk disk = new SimulatedDisk(kind, Lie.NONE);
        disk.put("devices.csv", OLD.getBytes(US_ASCII));
        return disk;
    }

    private DeviceFile file(SimulatedDisk disk) {
        return new DeviceFile(CrashExplorer.FILE, true, disk, timer);
    }

    private void update(SimulatedDisk disk) throws Exception {
        file(disk).update(current -> NEW.getBytes(US_ASCII), Duration.ofMinutes(1));
    }

    private DeviceFileException failure(SimulatedDisk disk) {
        return failureWithin(disk, Duration.ofMinutes(1));
    }

    private DeviceFileException failureWithin(SimulatedDisk disk, Duration patience) {
        return Objects.requireNonNull(catchThrowableOfType(
                DeviceFileException.class, () -> file(disk).update(current -> NEW.getBytes(US_ASCII), patience)));
    }

    private String content(SimulatedDisk disk) throws DeviceFileException {
        return new String(file(disk).read().orElseThrow(), US_ASCII);
    }

    private int stepsOfAnUpdate(Kind kind) throws Exception {
        SimulatedDisk disk = disk(kind);
        update(disk);
        return disk.operations().size();
    }

    /** Returns whether the update succeeded; fails on any exception but the typed one. */
    private boolean updateEndsTyped(SimulatedDisk disk) throws Exception {
        try {
            update(disk);
            return true;
        } catch (DeviceFileException e) {
            assertThat(e).hasMessageContainingAll("devices.csv", "Input/output error");
            return false;
        }
    }

    private void assertWhole(SimulatedDisk disk, boolean written, String when) throws Exception {
        assertThat(disk.isLocked()).as(when).isFalse();
        disk.fault(Fault.NONE);
        if (written) {
            assertThat(content(disk)).as(when).isEqualTo(NEW);
        } else {
            assertThat(content(disk)).as(when).isIn(OLD, NEW);
        }
        update(disk);
        assertThat(content(disk)).as(when).isEqualTo(NEW);
        assertThat(disk.names()).as(when).containsExactly("devices.csv");
    }
}
