// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.hash.SmbiosUuid;
import java.util.Optional;

/**
 * By what a device is known, placeholders left out.
 *
 * @param ekHash hash of the TPM's endorsement key
 * @param smbiosUuid system UUID
 * @param serialNumber serial number without blanks around it
 * @param manufacturer manufacturer without blanks around it
 * @param model model without blanks around it
 */
public record DeviceIdentity(
        Optional<EkHash> ekHash,
        Optional<SmbiosUuid> smbiosUuid,
        Optional<String> serialNumber,
        Optional<String> manufacturer,
        Optional<String> model) {

    /**
     * Reads the identity of a row: its cells first, its hash for the rest. A damaged hash says nothing.
     *
     * @param device a row
     * @return what it is known by; every part may be missing
     */
    public static DeviceIdentity of(DeviceRecord device) {
        Optional<HardwareHash> hash = device.value(Field.HARDWARE_HASH).flatMap(DeviceIdentity::intact);
        return new DeviceIdentity(
                hash.flatMap(HardwareHash::ekHash),
                hash.flatMap(HardwareHash::smbiosUuid).filter(uuid -> !uuid.isPlaceholder()),
                device.value(Field.SERIAL_NUMBER)
                        .filter(DeviceIdentity::tellsApart)
                        .or(() -> hash.flatMap(HardwareHash::serialNumber).filter(DeviceIdentity::tellsApart))
                        .map(String::strip),
                first(device, Field.MANUFACTURER, hash.flatMap(HardwareHash::manufacturer)),
                first(device, Field.MODEL, hash.flatMap(HardwareHash::productName)));
    }

    private static Optional<HardwareHash> intact(String text) {
        HashReading reading = HardwareHash.read(text);
        return reading instanceof HardwareHash hash ? Optional.of(hash) : Optional.empty();
    }

    private static boolean tellsApart(String serialNumber) {
        return !SerialNumber.isPlaceholder(serialNumber);
    }

    private static Optional<String> first(DeviceRecord device, Field field, Optional<String> fromHash) {
        return device.value(field).or(() -> fromHash).map(String::strip);
    }
}
