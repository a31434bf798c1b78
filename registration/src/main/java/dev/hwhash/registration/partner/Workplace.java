// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.retry.Deadline;

/** What the steps of one run share. */
record Workplace(
        PartnerCenter center,
        Paths paths,
        Batches batches,
        BatchSearch search,
        Posting posting,
        Roll roll,
        Deadline deadline) {

    static Workplace of(PartnerCenter center, CustomerId customer, Roll roll, Deadline deadline) {
        Paths paths = new Paths(customer);
        Batches batches = new Batches(center, paths);
        BatchSearch search = new BatchSearch(center, paths, batches, roll, deadline);
        return new Workplace(center, paths, batches, search, new Posting(center, paths, batches, roll), roll, deadline);
    }
}
