// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

/**
 * Where things of one customer are.
 *
 * @param customer whose they are
 * @see <a href="https://learn.microsoft.com/partner-center/developer/device-deployment-resources">Device deployment</a>
 */
record Paths(CustomerId customer) {

    /** What comes before each path, and is left out where Partner Center names one itself. */
    static final String VERSION = "/v1";

    String batches() {
        return VERSION + "/customers/" + customer + "/deviceBatches";
    }

    String devices(String batch) {
        return batches() + "/" + PathSegment.encoded(batch) + "/devices";
    }
}
