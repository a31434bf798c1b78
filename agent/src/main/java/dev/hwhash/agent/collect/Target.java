// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where rows go: stdout, one file, or a folder with a file for each device. */
interface Target {

    /**
     * Returns the target that was asked for.
     *
     * @throws ProblemException if it is one to send to, and it cannot be found out how
     */
    static Target of(CollectRequest request, Session session, Collected collected) throws ProblemException {
        return request.upload().isPresent()
                ? SentTarget.of(request.upload().get(), request, session, collected)
                : ofOutput(request, session, collected);
    }

    /** Returns stdout, or the file or folder that was named. */
    static Target ofOutput(CollectRequest request, Session session, Collected collected) {
        if (request.output().isEmpty()) {
            return new StdoutTarget(request, session);
        }
        Path output = request.output().get();
        return Files.isDirectory(output)
                ? new FolderTarget(output, request, session, collected)
                : new FileTarget(output, request, session, collected);
    }

    /**
     * Looks before anything is read from the PC: can this target take rows with the values that were given?
     *
     * @return the format of the rows
     * @throws ProblemException if it cannot
     */
    Format probe() throws ProblemException;

    /**
     * Tells whether nothing has to be done for a device; for {@code --once}.
     *
     * @throws ProblemException if it cannot be told
     */
    default boolean hasAlready(DeviceRecord device) throws ProblemException {
        return false;
    }

    /**
     * Writes rows; all or none of one file.
     *
     * @return why some were not written, where others were
     * @throws ProblemException if none was written
     */
    List<Problem> write(List<DeviceRecord> rows) throws ProblemException;

    /** Keeps the text of a damaged hash for whoever wants to know what is wrong with it. */
    void keepDamaged(DeviceRecord device, String hash);

    /** Tells that there is no place for the text of a damaged hash. */
    static void noteNotKept(Session session) {
        session.messages().note("damaged-not-kept", "with -o, the text of the damaged hash is kept beside the output");
    }

    /** A value that a new file cannot hold: the command line is wrong if it came from there. */
    static ProblemException refusal(RowRefusedException refused, CollectRequest request) {
        boolean given = request.given().value(refused.field()).isPresent();
        return new ProblemException(
                given ? ExitCode.USAGE : ExitCode.UNUSABLE_DATA,
                "value-not-writable",
                refused.getMessage() + "; such files have no quotes: take another value or another --encoding");
    }
}
