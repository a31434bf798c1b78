// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalVolumeTest {

    private final LocalVolume volume = new LocalVolume(false);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAT",
                "FAT12",
                "FAT32",
                "exFAT",
                "EXFAT",
                "vfat",
                "msdos",
                "fuseblk",
                "fuse",
                "fuse.exfat",
                "UDF",
                ""
            })
    void stickFileSystemsHaveNoAtomicRename(String type) {
        assertThat(LocalVolume.isAtomic(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTFS", "ReFS", "ext4", "xfs", "btrfs", "tmpfs", "overlay", "apfs", "nfs4", "cifs"})
    void diskFileSystemsHaveOne(String type) {
        assertThat(LocalVolume.isAtomic(type)).isTrue();
    }

    @Test
    void aFolderThatCannotBeAskedHasNoAtomicRenameAndUnknownSpace() {
        Path nowhere = folder.resolve("nowhere").resolve("file");
        assertThat(volume.atomicRenames(nowhere)).isFalse();
        assertThat(volume.usableBytes(nowhere)).isEqualTo(Long.MAX_VALUE);
        assertThat(volume.writeProtected(nowhere)).isFalse();
    }

    @Test
    void aDiskSaysWhatIsLeft() {
        assertThat(volume.usableBytes(folder.resolve("file"))).isPositive().isLessThan(Long.MAX_VALUE);
        assertThat(volume.writeProtected(folder.resolve("file"))).isFalse();
    }

    @Test
    void aMissingFileHasNoContent() throws Exception {
        assertThat(volume.read(folder.resolve("file"))).isEmpty();
    }

    @Test
    void renameAndCreateRefuseANameThatIsTaken() throws Exception {
        Path one = Files.createFile(folder.resolve("one"));
        Path two = Files.createFile(folder.resolve("two"));
        assertThatThrownBy(() -> volume.rename(one, two)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> volume.create(one, two)).isInstanceOf(FileAlreadyExistsException.class);
    }
}
