// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.ShortCode;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Outbox;
import java.util.List;
import java.util.Optional;

/** Devices on their way: into the outbox, then to a target. One run of a command has one. Not thread-safe. */
public sealed interface Sending permits Dispatch, Registration {

    /**
     * Finds out where to, by which right, and where devices wait meanwhile; connects to nothing.
     *
     * @param request how somebody asked to send
     * @param session what the run works with
     * @return a way to send
     * @throws ProblemException if what was asked or configured makes no sense, or the outbox may not be used
     */
    static Sending of(SendRequest request, Session session) throws ProblemException {
        Optional<RegistrationKind> kind = RegistrationKind.of(request, session.configuration());
        if (kind.isPresent()) {
            return Registration.of(kind.get(), request, session);
        }
        request.registration().requireNothing();
        return Dispatch.of(request, session);
    }

    /**
     * Returns where devices wait.
     *
     * @return the outbox
     */
    Outbox outbox();

    /**
     * Refuses where nothing says where to send.
     *
     * @throws ProblemException if no target is named
     */
    void requireTarget() throws ProblemException;

    /**
     * Returns what rows this target takes.
     *
     * @return how rows are looked at before they wait
     */
    RowRules rules();

    /**
     * Tells whether the target has this PC already.
     *
     * @param device a device of which at least the serial number is known
     * @return whether the last report from here was of this serial number and the target has taken it
     * @throws ProblemException if no target is named
     */
    boolean hasReceived(DeviceRecord device) throws ProblemException;

    /**
     * Puts devices into the outbox, all or none. When this returns, they are on the disk.
     *
     * @param devices what is known of each
     * @throws ProblemException if the outbox does not take them, or no target is named
     */
    void add(List<DeviceRecord> devices) throws ProblemException;

    /**
     * Sends what waits for the target.
     *
     * @return what was refused, and why what is kept was not delivered
     */
    List<Problem> send();

    /**
     * Returns what has become of the device that was added last.
     *
     * @return that it waits, unless the target has said in {@link #send} that it took or refused it
     */
    LastReceipt.State lastState();

    /**
     * Returns by what a collection service's page finds the device that was added last.
     *
     * @return empty where none was added, or where there is no such page
     */
    Optional<ShortCode> lastCode();
}
