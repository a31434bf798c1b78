// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import java.util.Optional;

/** Which devices need not be sent to be refused; one of them would have a whole import refused. Pure. */
final class Fitness {

    private Fitness() {}

    /** Returns why Intune cannot take a device by its hash; empty where it may. */
    static Optional<Fate> lackOfHash(Entry entry) {
        Optional<String> hash = entry.device().value(Field.HARDWARE_HASH);
        if (hash.isEmpty()) {
            return Optional.of(new Fate.Refused(
                    "no-hash",
                    "",
                    "there is no hardware hash, and Intune registers by nothing else; collect it on the device"));
        }
        return HardwareHash.read(hash.get()) instanceof DamagedHash damaged
                ? Optional.of(new Fate.Refused(
                        "damaged-hash",
                        "",
                        "the hardware hash is damaged: " + damaged.why() + "; collect it again on the device"))
                : Optional.empty();
    }

    /** Returns why Intune cannot take a corporate identifier; empty where it may. */
    static Optional<Fate> lackOfNames(Entry entry) {
        for (Field field : new Field[] {Field.MANUFACTURER, Field.MODEL, Field.SERIAL_NUMBER}) {
            if (CorporateIdentifier.component(entry, field).isEmpty()) {
                return Optional.of(new Fate.Refused(
                        "no-identifier",
                        "",
                        "there is no " + field.words() + ", which a corporate identifier consists of;"
                                + " collect it on the device"));
            }
        }
        return Optional.empty();
    }
}
