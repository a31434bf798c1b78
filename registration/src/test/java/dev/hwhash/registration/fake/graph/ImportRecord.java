// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import java.time.Instant;

/**
 * An importedWindowsAutopilotDeviceIdentity. Immutable.
 *
 * @param id given by the service
 * @param importId given by the caller, or the id
 * @param serialNumber as it was sent
 * @param groupTag as it was sent
 * @param productKey as it was sent, or the id
 * @param user the UPN as it was sent
 * @param hash base64 as it was sent
 * @param request the number of the POST that brought it
 * @param created when it came
 * @param verdict what became of it so far
 * @param deleted whether it was removed
 */
public record ImportRecord(
        String id,
        String importId,
        String serialNumber,
        String groupTag,
        String productKey,
        String user,
        String hash,
        int request,
        Instant created,
        Verdict verdict,
        boolean deleted) {

    ImportRecord decided(Verdict end) {
        return new ImportRecord(
                id, importId, serialNumber, groupTag, productKey, user, hash, request, created, end, deleted);
    }

    ImportRecord removed() {
        return new ImportRecord(
                id, importId, serialNumber, groupTag, productKey, user, hash, request, created, verdict, true);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return serialNumber + " " + importId + " " + verdict;
    }
}
