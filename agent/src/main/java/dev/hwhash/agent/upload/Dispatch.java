// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.AgentVersion;
import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.Credentials;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.ShortCode;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Devices on their way to a collection service. */
final class Dispatch implements Sending {

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

    static Dispatch of(SendRequest request, Session session) throws ProblemException {
        Optional<Credentials> credentials =
                session.configuration().credentials(request.secretFile(), session.messages());
        Destination destination = Destination.of(request, session.configuration(), credentials);
        Outbox outbox = OutboxFolder.toWrite(request.outbox(), session);
        return new Dispatch(request, session, credentials, destination, outbox);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    Destination destination() {
        return destination;
    }

    Optional<Credentials> credentials() {
        return credentials;
    }

    @Override
    public void requireTarget() throws ProblemException {
        service();
    }

    @Override
    public RowRules rules() {
        return RowRules.OF_A_SERVICE;
    }

    @Override
    public boolean hasReceived(DeviceRecord device) throws ProblemException {
        return LastDevice.wasReceived(outbox, device, service(), session.messages());
    }

    @Override
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

    /** Where no service is named, sends what waits for any. */
    @Override
    public List<Problem> send() {
        List<Problem> problems = new ArrayList<>();
        try {
            if (last.isPresent()) {
                LastDevice.remember(outbox, last.get(), service(), LastReceipt.State.WAITING);
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

    @Override
    public LastReceipt.State lastState() {
        return lastState;
    }

    @Override
    public Optional<ShortCode> lastCode() {
        return last.map(Report::id).map(ShortCode::of);
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
