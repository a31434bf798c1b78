// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.DeviceFileName;
import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Format;
import dev.hwhash.device.SameDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A file for each device in one folder, named by its serial number. */
final class FolderTarget implements Target {

    private final Path folder;
    private final CollectRequest request;
    private final Session session;
    private final Collected collected;

    FolderTarget(Path folder, CollectRequest request, Session session, Collected collected) {
        this.folder = folder;
        this.request = request;
        this.session = session;
        this.collected = collected;
    }

    @Override
    public Format probe() throws ProblemException {
        requireNoLink();
        return new StdoutTarget(request, session).probe();
    }

    @Override
    public List<Problem> write(List<DeviceRecord> rows) {
        List<Problem> problems = new ArrayList<>();
        for (DeviceRecord row : rows) {
            try {
                problems.addAll(file(row).write(List.of(row)));
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
        }
        return problems;
    }

    /** Whoever may make a link could have an elevated process write where he may not. */
    private void requireNoLink() throws ProblemException {
        try {
            BasicFileAttributes is = Files.readAttributes(folder, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (session.elevated() && (is.isSymbolicLink() || is.isOther())) {
                throw new ProblemException(
                        ExitCode.NOT_WRITTEN,
                        "output-link",
                        folder + " is a link, which an elevated process does not follow; name the folder itself");
            }
        } catch (IOException e) {
            throw new ProblemException(ExitCode.NOT_WRITTEN, "output-io", "cannot look at " + folder + ": " + e);
        }
    }

    /** Another device may have the name: one whose serial number differs in case, where the file system does not. */
    private FileTarget file(DeviceRecord row) throws ProblemException {
        FileTarget plain = target(DeviceFileName.of(row));
        for (DeviceRecord other : plain.devices()) {
            if (SameDevice.compare(DeviceIdentity.of(other), DeviceIdentity.of(row)) == SameDevice.NO) {
                return target(DeviceFileName.distinct(row));
            }
        }
        return plain;
    }

    private FileTarget target(String name) {
        String extension = request.format().orElse(Format.AUTOPILOT) == Format.JSON ? ".json" : ".csv";
        return new FileTarget(folder.resolve(name + extension), request, session, collected);
    }

    @Override
    public void keepDamaged(DeviceRecord device, String hash) {
        FileTarget.keepDamaged(folder, device, hash, session);
    }
}
