// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.EkHash;
import java.util.Optional;

/**
 * The TPM, and the ID that is made from it: record types 11, 13 and 25.
 *
 * @param version empty without a TPM, and in WinPE without PCPKsp.dll
 * @param ekPub its public endorsement key; empty as the version is
 * @param offlineDeviceId made from the endorsement key, or from something else
 */
public record Tpm(Optional<TpmVersion> version, Optional<EkPub> ekPub, Optional<OfflineDeviceId> offlineDeviceId) {

    private static final int BY_EK = 1;

    static Tpm of(RecordReader reader) {
        return new Tpm(
                reader.one(13, "TPM version", TpmVersion::of),
                reader.one(25, "endorsement key", EkPub::of),
                reader.one(11, "offline device ID", OfflineDeviceId::of));
    }

    /**
     * Returns the hash of the endorsement key.
     *
     * @return empty where the offline device ID is made from something else, or is one byte over and over
     */
    public Optional<EkHash> ekHash() {
        return offlineDeviceId
                .filter(id -> id.method().value() == BY_EK)
                .map(OfflineDeviceId::value)
                .filter(hex -> !hex.equals(hex.substring(0, 2).repeat(hex.length() / 2)))
                .map(EkHash::of);
    }
}
