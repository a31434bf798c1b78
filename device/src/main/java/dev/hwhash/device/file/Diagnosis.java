// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says what stood in the way, from what the system reported and from a look at the volume. */
final class Diagnosis {

    /** Less than this is a full disk, whatever the system's words: FAT rounds up to clusters of at most 64 KiB. */
    private static final long FULL_BYTES = 64 * 1024;

    private final Volume volume;
    private final String verb;
    private final Path path;

    Diagnosis(Volume volume, String verb, Path path) {
        this.volume = volume;
        this.verb = verb;
        this.path = path;
    }

    DeviceFileException of(IOException e) {
        if (e instanceof DeviceFileException known) {
            return known;
        }
        Reason reason = reason(e);
        String message = "cannot " + verb + " " + path + ": " + Refusal.words(e) + "; " + remedy(reason, e) + left(e);
        return new DeviceFileException(reason, message, e);
    }

    private Reason reason(IOException e) {
        return switch (Refusal.of(e)) {
            case SHARING -> Reason.SHARING_VIOLATION;
            case READ_ONLY -> Reason.READ_ONLY;
            case DISK_FULL -> Reason.DISK_FULL;
            case ACCESS_DENIED -> denied(e);
            case MISSING -> Reason.FOLDER_MISSING;
            case UNKNOWN -> look();
            case FINAL -> Reason.IO;
        };
    }

    /** Windows denies a rename while the file is open elsewhere; that the folder can be written is known by then. */
    private Reason denied(IOException e) {
        if (verb.equals("read")) {
            return Reason.IO;
        }
        boolean rename = e instanceof FileSystemException fse && fse.getOtherFile() != null;
        return rename ? Reason.SHARING_VIOLATION : Reason.READ_ONLY;
    }

    private Reason look() {
        if (volume.writeProtected(path)) {
            return Reason.READ_ONLY;
        }
        return volume.usableBytes(path) < FULL_BYTES ? Reason.DISK_FULL : Reason.IO;
    }

    private static String remedy(Reason reason, IOException e) {
        return switch (reason) {
            case SHARING_VIOLATION -> "close the program that has it open, then run it again";
            case READ_ONLY -> "write to a place where this account may write, and check the stick's switch";
            case DISK_FULL -> "free as much space as the file takes, then run it again";
            case FOLDER_MISSING -> "check that the folder exists and the stick is plugged in";
            default ->
                e instanceof AccessDeniedException
                        ? "run it as an account that may read the file"
                        : "check the disk, then run it again";
        };
    }

    private static String left(IOException e) {
        return e.getSuppressed().length == 0 ? "" : " (leftovers named .hwhash-* stay; the next run repairs them)";
    }
}
