// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import java.time.Instant;

/**
 * A device as it was sent to a batch, once for each time. Immutable.
 *
 * @param id given by the service
 * @param batch the name of its batch
 * @param serialNumber empty for none
 * @param productKey empty for none
 * @param hash empty for none
 * @param manufacturer empty for none
 * @param model empty for none
 * @param uploaded when it came
 * @param errorCode empty while there is none
 * @param errorDescription empty while there is none
 */
public record PartnerDevice(
        String id,
        String batch,
        String serialNumber,
        String productKey,
        String hash,
        String manufacturer,
        String model,
        Instant uploaded,
        String errorCode,
        String errorDescription) {

    PartnerDevice refused(int code, String description) {
        return new PartnerDevice(
                id,
                batch,
                serialNumber,
                productKey,
                hash,
                manufacturer,
                model,
                uploaded,
                Integer.toString(code),
                description);
    }

    /**
     * Tells whether the device is registered by this.
     *
     * @return whether it was not refused
     */
    public boolean registered() {
        return errorCode.isEmpty();
    }

    /** The combinations that the service takes; more than one of them does no harm. */
    boolean isIdentified() {
        boolean tuple = !serialNumber.isEmpty() && !manufacturer.isEmpty() && !model.isEmpty();
        return !hash.isEmpty() || !productKey.isEmpty() || tuple;
    }

    /** Tells whether both stand for one device. */
    boolean isSameAs(PartnerDevice other) {
        return (!hash.isEmpty() && hash.equals(other.hash))
                || (!productKey.isEmpty() && productKey.equals(other.productKey))
                || (!serialNumber.isEmpty() && serialNumber.equals(other.serialNumber));
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return serialNumber + " in " + batch + " " + errorCode;
    }
}
