// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u32;
import static dev.hwhash.device.hash.content.Unsigned.u8;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An ID that outlives a new installation: record type 11. By method 1 it is the hash of the TPM's endorsement key.
 *
 * @param status 0 where all went well
 * @param method what it is made from, as the API of the offline device unique ID has it
 * @param flag 0 with method 1, 1 with method 3; its meaning is not known
 * @param value 64 lower-case digits
 */
public record OfflineDeviceId(long status, Code method, int flag, String value) {

    private static final int VALUE = 10;
    private static final int VALUE_LENGTH = 32;

    private static final List<String> METHODS = List.of(
            "",
            "TPM_EK",
            "UEFI_VARIABLE_TPM",
            "UEFI_VARIABLE_RANDOMSEED",
            "UEFI_DEV_LOCK_UNLOCK",
            "XBOX_CONSOLE_ID",
            "REGISTRY_ENTRY");

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<OfflineDeviceId> of(HashRecord record) {
        ByteBuffer payload = record.payload();
        if (record.length() != VALUE + VALUE_LENGTH || u32(payload, VALUE - 4) != VALUE_LENGTH) {
            return Optional.empty();
        }
        byte[] value = new byte[VALUE_LENGTH];
        payload.get(VALUE, value);
        return Optional.of(new OfflineDeviceId(
                u32(payload, 0),
                Code.of(u8(payload, 4), METHODS),
                u8(payload, 5),
                HexFormat.of().formatHex(value)));
    }
}
