// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.retry.Deadline;
import java.util.List;

/**
 * Registers devices of one customer with Partner Center. The group tag of a device is the name of its batch; a device
 * without one is refused. A device that the customer has already is no error.
 *
 * @see <a href="https://learn.microsoft.com/partner-center/developer/device-deployment-resources">Device deployment</a>
 */
public final class PartnerCenterRegistrar implements Registrar {

    /** Half of what Microsoft's table of limits tells for Partner Center. */
    private static final int MOST_TOGETHER = 500;

    private final Calls calls;
    private final CustomerId customer;
    private final boolean ofUser;

    /**
     * Makes one; connects to nothing yet.
     *
     * @param calls to Partner Center
     * @param customer whose devices they are
     * @param ofUser whether a user stands behind the tokens: an app alone cannot make a batch
     */
    public PartnerCenterRegistrar(Calls calls, CustomerId customer, boolean ofUser) {
        this.calls = calls;
        this.customer = customer;
        this.ofUser = ofUser;
    }

    @Override
    public List<Unsettled> register(
            List<Entry> entries, List<Shipment> unfinished, Ledger ledger, Depth depth, Deadline deadline)
            throws LedgerException {
        Roll roll = new Roll(entries, ledger);
        try {
            Endpoint endpoint = calls.endpoint();
            PartnerCenter center = new PartnerCenter(calls, endpoint, customer, deadline);
            Workplace at = Workplace.of(center, customer, roll, deadline);
            new Run(at, customer, ofUser, MOST_TOGETHER).through(unfinished, depth);
        } catch (SignInException e) {
            roll.unsettleRest(new Trouble(Why.NEEDS_MENDING, e.getMessage()));
        }
        return roll.unsettled();
    }
}
