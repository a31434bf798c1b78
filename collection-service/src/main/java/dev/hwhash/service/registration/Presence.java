// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.Inventory.Item;
import dev.hwhash.registration.Inventory.Stock;
import dev.hwhash.service.registration.StockRecords.Known;
import java.util.HashSet;
import java.util.Set;

/** Which devices a target has. Pure. */
final class Presence {

    private final Set<String> ids = new HashSet<>();
    private final Set<String> serials = new HashSet<>();
    private final boolean ofTenant;

    /** What is to be noted of a device. */
    enum Change {
        /** It was there and is not any more. */
        GONE,
        /** It was missing and is there. */
        BACK,
        /** All is as it was, or nobody can tell. */
        NONE
    }

    Presence(Stock.Whole stock) {
        ofTenant = stock.ofTenant();
        for (Item item : stock.items()) {
            ids.add(item.id());
            serials.add(item.serialNumber());
        }
        serials.remove("");
    }

    /** By the id, else by the exact serial number: a device that was deleted and imported again has another id. */
    Change of(Known known) {
        boolean there = known.targetId().filter(ids::contains).isPresent()
                || known.serialNumber().filter(serials::contains).isPresent();
        if (known.state() == RegistrationState.MISSING) {
            return there ? Change.BACK : Change.NONE;
        }
        return there || !canBeMissed(known) ? Change.NONE : Change.GONE;
    }

    /** One that was there before may be in a batch of somebody else; one without a name is found nowhere. */
    private boolean canBeMissed(Known known) {
        boolean named = known.targetId().isPresent() || known.serialNumber().isPresent();
        return named && (ofTenant || known.state() == RegistrationState.REGISTERED);
    }
}
