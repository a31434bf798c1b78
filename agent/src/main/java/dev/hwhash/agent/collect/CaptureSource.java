// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files in which PCs were captured. */
final class CaptureSource implements Source {

    private final List<Path> files;
    private final Charset ansi;

    CaptureSource(List<Path> files, Charset ansi) {
        this.files = files;
        this.ansi = ansi;
    }

    @Override
    public List<Candidate> read(Format format, List<Problem> problems) {
        List<Candidate> candidates = new ArrayList<>();
        for (Path file : files) {
            try {
                for (CaptureFile.Device device : devices(file, format)) {
                    DeviceRecord record = device.record();
                    candidates.add(Candidate.captured(
                            device.place(), format.held().contains(Field.COLLECTED_AT) ? withTime(record) : record));
                }
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
        }
        return candidates;
    }

    private List<CaptureFile.Device> devices(Path file, Format format) throws ProblemException {
        try {
            List<CaptureFile.Device> devices = new CaptureFile(file, ansi).read(format);
            if (devices.isEmpty()) {
                throw refused(file, "it holds no device");
            }
            return devices;
        } catch (NoSuchFileException e) {
            throw refused(file, "there is no such file");
        } catch (AccessDeniedException e) {
            throw refused(file, "it cannot be read: access denied");
        } catch (IOException e) {
            String why = e instanceof FileSystemException fse ? fse.getReason() : e.getMessage();
            throw refused(file, "it cannot be read: " + why);
        } catch (CaptureRefusedException e) {
            throw refused(file, String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException refused(Path file, String why) {
        return new ProblemException(ExitCode.INPUT_ERRORS, "capture-refused", file + ": " + why);
    }

    /** A capture that does not say when it was made has the time inside its hash. */
    private static DeviceRecord withTime(DeviceRecord device) {
        Optional<String> hash = device.value(Field.HARDWARE_HASH);
        if (hash.isEmpty() || device.value(Field.COLLECTED_AT).isPresent()) {
            return device;
        }
        HashReading reading = HardwareHash.read(hash.get());
        if (reading instanceof HardwareHash intact) {
            Optional<Capture> made = intact.capture();
            return made.isPresent()
                    ? device.with(Field.COLLECTED_AT, made.get().osSystemTime().toString())
                    : device;
        }
        return device;
    }
}
