// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.uploader.report.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one run has made of one report. Immutable; its words hold neither hash nor token. */
public sealed interface Fate {

    /**
     * Returns the report's id.
     *
     * @return the same for every run
     */
    UUID reportId();

    /**
     * Returns the serial number of the device.
     *
     * @return the serial number, or empty where the report names none
     */
    Optional<String> serialNumber();

    /**
     * Returns where the report was to go.
     *
     * @return the target
     */
    Target target();

    /**
     * The service has it; it has left the outbox.
     *
     * @param reportId the report's id
     * @param serialNumber the device's serial number, or empty
     * @param target where it went
     * @param receivedAt when the service took it, by the service's clock
     */
    record Delivered(UUID reportId, Optional<String> serialNumber, Target target, Instant receivedAt) implements Fate {}

    /**
     * It is set aside with the reason, and is not sent again.
     *
     * @param reportId the report's id
     * @param serialNumber the device's serial number, or empty
     * @param target where it was to go
     * @param code the service's stable word, or {@code too-old}
     * @param words the reason and what to do
     * @param ruleIds the rules that it breaks, as {@code hwhash check} names them; often empty
     */
    record Refused(
            UUID reportId,
            Optional<String> serialNumber,
            Target target,
            String code,
            String words,
            List<String> ruleIds)
            implements Fate {

        /** Copies the rules. */
        public Refused {
            ruleIds = List.copyOf(ruleIds);
        }
    }

    /**
     * It waits in the outbox.
     *
     * @param reportId the report's id
     * @param serialNumber the device's serial number, or empty
     * @param target where it shall go
     * @param why what kept it
     * @param words what was seen last and what to do
     */
    record Kept(UUID reportId, Optional<String> serialNumber, Target target, Why why, String words) implements Fate {}

    /**
     * It waits in the outbox, since the service does not accept the token.
     *
     * @param reportId the report's id
     * @param serialNumber the device's serial number, or empty
     * @param target where it shall go
     * @param code the service's stable word
     * @param words the reason and what to do
     */
    record CredentialsRefused(UUID reportId, Optional<String> serialNumber, Target target, String code, String words)
            implements Fate {}

    /** What kept a report. */
    enum Why {
        /** No connection: name, network, timeout. */
        UNREACHABLE,
        /** The certificate, or this PC's clock. */
        CERTIFICATE,
        /** The proxy's credentials. */
        PROXY_CREDENTIALS,
        /** Something between this PC and the service has answered. */
        INTERCEPTED,
        /** The URL is not that of the service. */
        WRONG_ADDRESS,
        /** The service said that it cannot take it now. */
        SERVICE_BUSY,
        /** There is no token for that service. */
        NO_TOKEN,
        /** Earlier reports could not be delivered there, so it was not tried. */
        NOT_TRIED,
        /** The time for this run was over before it was tried at all. */
        TIME_IS_UP
    }
}
