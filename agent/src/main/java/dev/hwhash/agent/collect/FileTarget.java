// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.HashMark;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.DeviceFileName;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.file.DeviceFile;
import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.device.file.EditRefusedException;
import dev.hwhash.device.table.NotADeviceFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows in one file, new or there already. */
final class FileTarget implements Target {

    private static final String CONVERT = "; hwhash convert makes a file of another format or encoding";

    private final Path path;
    private final DeviceFile file;
    private final CollectRequest request;
    private final Session session;
    private final Collected collected;

    FileTarget(Path path, CollectRequest request, Session session, Collected collected) {
        this.path = path;
        this.file = new DeviceFile(path, session.elevated());
        this.request = request;
        this.session = session;
        this.collected = collected;
    }

    @Override
    public Format probe() throws ProblemException {
        try {
            DeviceRecord given = request.given();
            DeviceText text = DeviceText.open(file.read(), request, DeviceText.fields(List.of(given)));
            requireFits(text, given);
            return text.table().format();
        } catch (DeviceFileException e) {
            throw notWritten(e);
        } catch (NotADeviceFileException e) {
            throw untouched(e.getMessage());
        }
    }

    @Override
    public List<Problem> write(List<DeviceRecord> rows) throws ProblemException {
        RowEdit edit = new RowEdit(rows);
        try {
            file.update(edit, session.deadline().remaining());
        } catch (EditRefusedException e) {
            throw edit.refusal == null ? untouched(e.getMessage()) : edit.refusal;
        } catch (DeviceFileException e) {
            throw notWritten(e);
        }
        collected.written(path);
        if (edit.changed != null) {
            Remarks.onRows(session.messages(), path, rows, edit.changed);
        }
        return List.of();
    }

    /** Returns the devices that the file holds now. */
    List<DeviceRecord> devices() throws ProblemException {
        try {
            DeviceText text = DeviceText.open(file.read(), request, DeviceText.fields(List.of()));
            return text.table().rows().stream().map(row -> row.device()).toList();
        } catch (DeviceFileException e) {
            throw notWritten(e);
        } catch (NotADeviceFileException e) {
            throw untouched(e.getMessage());
        }
    }

    /** The change, made under the lock, on what the file holds then. */
    private final class RowEdit implements dev.hwhash.device.file.Edit {
        private final List<DeviceRecord> rows;
        private DeviceText.@Nullable Changed changed;
        private @Nullable ProblemException refusal;

        private RowEdit(List<DeviceRecord> rows) {
            this.rows = rows;
        }

        @Override
        public byte[] apply(Optional<byte[]> current) throws EditRefusedException {
            try {
                DeviceText.Changed result = changed(DeviceText.open(current, request, DeviceText.fields(rows)), rows);
                changed = result;
                return result.bytes();
            } catch (NotADeviceFileException e) {
                throw new EditRefusedException(e.getMessage());
            } catch (ProblemException e) {
                refusal = e;
                throw new EditRefusedException(e.problem().words());
            }
        }
    }

    private void requireFits(DeviceText text, DeviceRecord row) throws ProblemException {
        try {
            text.fit(row);
        } catch (RowRefusedException e) {
            throw refusal(text, e);
        }
    }

    private DeviceText.Changed changed(DeviceText text, List<DeviceRecord> rows) throws ProblemException {
        try {
            return text.with(rows);
        } catch (RowRefusedException e) {
            throw refusal(text, e);
        }
    }

    private ProblemException refusal(DeviceText text, RowRefusedException e) {
        return text.isNew() ? Target.refusal(e, request) : untouched(e.getMessage());
    }

    private ProblemException untouched(String why) {
        return new ProblemException(
                ExitCode.NOT_WRITTEN, "output-refused", path + " is left as it is: " + why + CONVERT);
    }

    private static ProblemException notWritten(DeviceFileException e) {
        String id =
                "output-" + e.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new ProblemException(ExitCode.NOT_WRITTEN, id, e.getMessage());
    }

    @Override
    public void keepDamaged(DeviceRecord device, String hash) {
        Path folder = path.toAbsolutePath().getParent();
        keepDamaged(folder == null ? path : folder, device, hash, session);
    }

    /** Without a serial number, two damaged hashes must not share a name. */
    private static String nameOfDamaged(DeviceRecord device, String hash) {
        return device.value(Field.SERIAL_NUMBER).isPresent()
                ? DeviceFileName.of(device)
                : "no-serial-" + HashMark.digits(hash);
    }

    /** Keeps the text of a damaged hash in a folder; a failure is a warning, since the run has failed already. */
    static void keepDamaged(Path folder, DeviceRecord device, String hash, Session session) {
        Path kept = folder.resolve(nameOfDamaged(device, hash) + ".damaged.txt");
        try {
            new DeviceFile(kept, session.elevated())
                    .update(
                            current -> hash.getBytes(StandardCharsets.UTF_8),
                            session.deadline().remaining());
            session.messages().note("damaged-kept", "the text of the damaged hash is kept in " + kept);
        } catch (DeviceFileException e) {
            session.messages().warning("damaged-not-kept", e.getMessage());
        } catch (EditRefusedException e) {
            throw new IllegalStateException("this edit refuses nothing", e);
        }
    }
}
