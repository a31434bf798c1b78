// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.util.Optional;

/**
 * The licence: record types 24, 26 and 37.
 *
 * @param productKeyId 13 digits; empty where the firmware holds no key
 * @param productKeyPartNumber such as [TH]X19-99481
 * @param block what looks like the hardware ID of Windows licensing
 */
public record Licence(
        Optional<String> productKeyId, Optional<String> productKeyPartNumber, Optional<LicensingBlock> block) {

    static Licence of(RecordReader reader) {
        return new Licence(
                reader.string(24, "product key ID"),
                reader.string(26, "part number of the product key"),
                reader.one(37, "licensing block", LicensingBlock::of));
    }
}
