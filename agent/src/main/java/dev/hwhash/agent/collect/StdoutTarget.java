// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.NotADeviceFileException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows on stdout, with a header, as a new file would have them. */
final class StdoutTarget implements Target {

    private final CollectRequest request;
    private final Session session;

    StdoutTarget(CollectRequest request, Session session) {
        this.request = request;
        this.session = session;
    }

    @Override
    public Format probe() throws ProblemException {
        content(List.of(request.given()));
        return request.format().orElse(Format.AUTOPILOT);
    }

    @Override
    public List<Problem> write(List<DeviceRecord> rows) throws ProblemException {
        DeviceText.Changed content = content(rows);
        Remarks.onLosses(session.messages(), rows, content);
        try {
            session.stdout().write(content.bytes());
            session.stdout().flush();
            return List.of();
        } catch (IOException e) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN, "stdout-not-written", "stdout took no row: " + e.getMessage());
        }
    }

    private DeviceText.Changed content(List<DeviceRecord> rows) throws ProblemException {
        try {
            return DeviceText.open(Optional.empty(), request, DeviceText.fields(rows))
                    .with(rows);
        } catch (RowRefusedException e) {
            throw Target.refusal(e, request);
        } catch (NotADeviceFileException e) {
            throw new IllegalStateException("nothing was read", e);
        }
    }

    @Override
    public void keepDamaged(DeviceRecord device, String hash) {
        Target.noteNotKept(session);
    }
}
