// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.AgentVersion;
import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.Credentials;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.SerialNumber;
import dev.hwhash.device.ShortCode;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Devices on their way: into the outbox, then to the service. One run of a command has one. Not thread-safe. */
public final class Dispatch {

    private final SendRequest request;
    private final Session session;
    private final Optional<Credentials> credentials;
    private final Destination destination;
    private final Outbox outbox;
    private Optional<Report> last = Optional.empty();
    private LastReceipt.State lastState = LastReceipt.State.WAITING;

    private Dispatch(
            SendRequest request,
            Session session,
            Optional<Credentials> credentials,
            Destination destination,
            Outbox outbox) {
        this.request = request;
        this.session = session;
        this.credentials = credentials;
        this.destination = destination;
        this.outbox = outbox;
    }

    /**
     * Finds out where to, by which right, and where reports wait meanwhile; connects to nothing.
     *
     * @param request how somebody asked to send
     * @param session what the run works with
     * @return a way to send
     * @throws ProblemException if what was asked or configured makes no sense, or the outbox may not be used
     */
    public static Dispatch of(SendRequest request, Session session) throws ProblemException {
        Optional<Credentials> credentials =
                session.configuration().credentials(request.secretFile(), session.messages());
        Destination destination = Destination.of(request, session.configuration(), credentials);
        Outbox outbox = OutboxFolder.toWrite(request.outbox(), session);
        return new Dispatch(request, session, credentials, destination, outbox);
    }

    Outbox outbox() {
        return outbox;
    }

    Destination destination() {
        return destination;
    }

    Optional<Credentials> credentials() {
        return credentials;
    }

    /**
     * Tells whether the service has this PC already.
     *
     * @param device a device of which at least the serial number is known
     * @return whether the last report from here was of this serial number and the service has taken it
     * @throws ProblemException if no service is named
     */
    public boolean hasReceived(DeviceRecord device) throws ProblemException {
        Optional<String> serial = device.value(Field.SERIAL_NUMBER);
        if (serial.isEmpty() || SerialNumber.isPlaceholder(serial.get())) {
            return false;
        }
        try {
            Optional<LastReceipt> receipt = outbox.lastReceipt().read();
            return receipt.isPresent()
                    && receipt.get().state() == LastReceipt.State.RECEIVED
                    && receipt.get().serialNumber().equals(serial)
                    && receipt.get().service().equals(service());
        } catch (OutboxException e) {
            session.messages().warning("receipt-not-read", e.getMessage());
            return false;
        }
    }

    /**
     * Puts devices into the outbox, all or none. When this returns, they are on the disk.
     *
     * @param devices what is known of each
     * @throws ProblemException if the outbox does not take them, or no service is named
     */
    public void add(List<DeviceRecord> devices) throws ProblemException {
        ServiceUrl service = service();
        List<Report> reports = new ArrayList<>();
        for (DeviceRecord device : devices) {
            reports.add(Report.of(device, AgentVersion.ofThisProgram()));
        }
        try {
            outbox.add(reports, service);
        } catch (OutboxException e) {
            throw notWritten(e);
        }
        last = Optional.of(reports.get(reports.size() - 1));
    }

    /**
     * Sends what waits for the service, or for every service where none is named.
     *
     * @return what was refused, and why what is kept was not delivered
     */
    public List<Problem> send() {
        List<Problem> problems = new ArrayList<>();
        try {
            if (last.isPresent()) {
                remember(last.get(), LastReceipt.State.WAITING);
            }
            Delivery delivery = new Delivery(request, session, destination, outbox, last.map(Report::id));
            problems.addAll(delivery.run());
            lastState = delivery.ownState();
        } catch (OutboxException e) {
            problems.add(notWritten(e).problem());
        } catch (ProblemException e) {
            problems.add(e.problem());
        }
        return problems;
    }

    /**
     * Returns what has become of the device that was added last.
     *
     * @return that it waits, unless the service has said in {@link #send} that it took or refused it
     */
    public LastReceipt.State lastState() {
        return lastState;
    }

    /**
     * Returns by what the service's page finds the device that was added last.
     *
     * @return empty where none was added
     */
    public Optional<ShortCode> lastCode() {
        return last.map(Report::id).map(ShortCode::of);
    }

    private void remember(Report report, LastReceipt.State state) throws OutboxException, ProblemException {
        outbox.lastReceipt()
                .write(new LastReceipt(report.serialNumber(), Instant.now(), report.id(), service(), state));
    }

    /** Returns where to send; refuses where nothing says so. */
    ServiceUrl service() throws ProblemException {
        return destination
                .service()
                .orElseThrow(() -> new ProblemException(
                        ExitCode.USAGE,
                        "target-missing",
                        "nothing says where to send; name the service by --to, or by service = https://... in"
                                + " hwhash.conf"));
    }

    static ProblemException notWritten(OutboxException e) {
        return new ProblemException(ExitCode.NOT_WRITTEN, "outbox-not-written", e.getMessage());
    }
}
