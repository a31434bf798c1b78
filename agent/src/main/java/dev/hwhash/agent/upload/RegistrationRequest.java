// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.util.Optional;

/**
 * What somebody asked of Intune or Partner Center.
 *
 * @param customer the customer's tenant at Partner Center; empty: the configured one
 * @param batch the name of the batch, which becomes the group tag; empty: that of each row
 * @param waitForProfile whether to wait until a deployment profile is assigned
 * @param update whether a device that is registered already gets the row's group tag and user, and the name
 * @param replace whether a device that is registered already is deleted and imported anew
 * @param deviceName the name that the device shall get; empty: none
 * @param corporateIdentifiers whether manufacturer, model and serial number are imported instead of the hash
 */
public record RegistrationRequest(
        Optional<String> customer,
        Optional<String> batch,
        boolean waitForProfile,
        boolean update,
        boolean replace,
        Optional<String> deviceName,
        boolean corporateIdentifiers) {

    /** Nothing was asked of either. */
    public static final RegistrationRequest NONE =
            new RegistrationRequest(Optional.empty(), Optional.empty(), false, false, false, Optional.empty(), false);

    /** Refuses what is for Intune or Partner Center, where devices go to a collection service. */
    void requireNothing() throws ProblemException {
        if (!equals(NONE)) {
            throw refused("--customer and --batch are for --to partner-center; --wait-for-profile, --update, --replace,"
                    + " --device-name and --corporate-identifiers for --to intune");
        }
    }

    /** Refuses what makes no sense together, or for this one. */
    void requireSense(RegistrationKind kind) throws ProblemException {
        boolean ofPartners = customer.isPresent() || batch.isPresent();
        boolean ofIntune = waitForProfile || update || replace || deviceName.isPresent() || corporateIdentifiers;
        if (kind == RegistrationKind.INTUNE && ofPartners) {
            throw refused(
                    "--customer and --batch are for --to partner-center; in Intune the group tag of a row counts");
        }
        if (kind == RegistrationKind.PARTNER_CENTER && ofIntune) {
            throw refused("--wait-for-profile, --update, --replace, --device-name and --corporate-identifiers are for"
                    + " --to intune");
        }
        if (update && replace) {
            throw refused("--update keeps a registered device and --replace deletes it; name one of them");
        }
        if (corporateIdentifiers && (waitForProfile || update || replace || deviceName.isPresent())) {
            throw refused("corporate identifiers have no profile, no tag and no name; leave the other options out");
        }
    }

    private static ProblemException refused(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}
