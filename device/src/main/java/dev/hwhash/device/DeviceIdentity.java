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
        Optional<String> serialNumber = tellingApart(device.value(Field.SERIAL_NUMBER));
        Optional<String> manufacturer = stripped(device.value(Field.MANUFACTURER));
        Optional<String> model = stripped(device.value(Field.MODEL));
        Optional<HardwareHash> intact = intact(device.value(Field.HARDWARE_HASH));
        if (intact.isEmpty()) {
            return new DeviceIdentity(Optional.empty(), Optional.empty(), serialNumber, manufacturer, model);
        }
        HardwareHash hash = intact.get();
        return new DeviceIdentity(
                hash.ekHash(),
                withoutPlaceholder(hash.smbiosUuid()),
                serialNumber.isPresent() ? serialNumber : tellingApart(hash.serialNumber()),
                manufacturer.isPresent() ? manufacturer : stripped(hash.manufacturer()),
                model.isPresent() ? model : stripped(hash.productName()));
    }

    private static Optional<HardwareHash> intact(Optional<String> text) {
        return text.isPresent() && HardwareHash.read(text.get()) instanceof HardwareHash hash
                ? Optional.of(hash)
                : Optional.empty();
    }

    private static Optional<SmbiosUuid> withoutPlaceholder(Optional<SmbiosUuid> uuid) {
        return uuid.isPresent() && uuid.get().isPlaceholder() ? Optional.empty() : uuid;
    }

    private static Optional<String> tellingApart(Optional<String> serialNumber) {
        return serialNumber.isPresent() && SerialNumber.isPlaceholder(serialNumber.get())
                ? Optional.empty()
                : stripped(serialNumber);
    }

    private static Optional<String> stripped(Optional<String> value) {
        return value.isPresent() ? Optional.of(value.get().strip()) : value;
    }
}
