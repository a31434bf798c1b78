// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.HardwareHash;
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
        return of(
                device.value(Field.SERIAL_NUMBER).orElse(""),
                device.value(Field.MANUFACTURER).orElse(""),
                device.value(Field.MODEL).orElse(""),
                intact(device.value(Field.HARDWARE_HASH)));
    }

    /**
     * Puts an identity together: what is read from cells first, the hash for the rest.
     *
     * @param serialNumber the cell; blank where it is missing
     * @param manufacturer the cell; blank where it is missing
     * @param model the cell; blank where it is missing
     * @param hash the device's hash; empty where there is none, or a damaged one
     * @return what it is known by; every part may be missing
     */
    public static DeviceIdentity of(
            String serialNumber, String manufacturer, String model, Optional<HardwareHash> hash) {
        Optional<String> serial = tellingApart(serialNumber);
        Optional<String> make = known(manufacturer);
        Optional<String> product = known(model);
        if (hash.isEmpty()) {
            return new DeviceIdentity(Optional.empty(), Optional.empty(), serial, make, product);
        }
        HardwareHash intact = hash.get();
        return new DeviceIdentity(
                intact.ekHash(),
                withoutPlaceholder(intact.smbiosUuid()),
                serial.isPresent() ? serial : tellingApart(intact.serialNumber().orElse("")),
                make.isPresent() ? make : known(intact.manufacturer().orElse("")),
                product.isPresent() ? product : known(intact.productName().orElse("")));
    }

    private static Optional<HardwareHash> intact(Optional<String> text) {
        return text.isPresent() && HardwareHash.read(text.get()) instanceof HardwareHash hash
                ? Optional.of(hash)
                : Optional.empty();
    }

    private static Optional<SmbiosUuid> withoutPlaceholder(Optional<SmbiosUuid> uuid) {
        return uuid.isPresent() && uuid.get().isPlaceholder() ? Optional.empty() : uuid;
    }

    private static Optional<String> tellingApart(String serialNumber) {
        return SerialNumber.isPlaceholder(serialNumber) ? Optional.empty() : known(serialNumber);
    }

    private static Optional<String> known(String value) {
        String stripped = value.strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }
}
