// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.SmbiosUuid;
import java.util.Optional;

/**
 * What the firmware says of the system and its board: record types 12 and 14 to 23. A string that SMBIOS does not have is
 * empty; one of blanks is kept.
 *
 * @param serialNumber type 14, the one that counts for the service
 * @param firmwareVendor type 15
 * @param manufacturer type 16
 * @param productName type 17, Autopilot's model
 * @param skuNumber type 18
 * @param family type 19
 * @param version type 23
 * @param boardManufacturer type 20
 * @param boardProduct type 21
 * @param boardVersion type 22
 * @param uuid type 12; a placeholder is kept
 */
public record Smbios(
        Optional<String> serialNumber,
        Optional<String> firmwareVendor,
        Optional<String> manufacturer,
        Optional<String> productName,
        Optional<String> skuNumber,
        Optional<String> family,
        Optional<String> version,
        Optional<String> boardManufacturer,
        Optional<String> boardProduct,
        Optional<String> boardVersion,
        Optional<SmbiosUuid> uuid) {

    static Smbios of(RecordReader reader) {
        return new Smbios(
                reader.string(14, "serial number"),
                reader.string(15, "firmware vendor"),
                reader.string(16, "manufacturer"),
                reader.string(17, "product name"),
                reader.string(18, "SKU number"),
                reader.string(19, "family"),
                reader.string(23, "version"),
                reader.string(20, "board manufacturer"),
                reader.string(21, "board product"),
                reader.string(22, "board version"),
                reader.one(12, "UUID", SmbiosUuid::of));
    }
}
