// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Inventory;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The devices in batches of one customer; a batch that is not there holds none. May be used by one thread at a time.
 *
 * @see <a href="https://learn.microsoft.com/partner-center/developer/get-a-list-of-devices-for-the-specified-batch-and-customer">
 *     Get a list of devices for the specified batch and customer</a>
 */
public final class PartnerCenterInventory implements Inventory {

    private final Calls calls;
    private final CustomerId customer;

    /**
     * Makes one; connects to nothing yet.
     *
     * @param calls to Partner Center
     * @param customer whose devices they are
     */
    public PartnerCenterInventory(Calls calls, CustomerId customer) {
        this.calls = calls;
        this.customer = customer;
    }

    @Override
    public Stock look(Set<String> batches, Deadline deadline) {
        try {
            PartnerCenter center = new PartnerCenter(calls, calls.endpoint(), customer, deadline);
            Paths paths = new Paths(customer);
            List<Item> items = new ArrayList<>();
            for (String batch : batches) {
                for (JsonNode item : center.readAll(paths.devices(batch)).orElse(List.of())) {
                    items.add(new Item(Json.text(item, "id"), Json.text(item, "serialNumber")));
                }
            }
            return new Stock.Whole(items, false);
        } catch (StoppedException e) {
            return new Stock.NotKnown(e.trouble().why(), e.trouble().words());
        } catch (SignInException e) {
            return new Stock.NotKnown(Why.NEEDS_MENDING, e.getMessage());
        }
    }
}
