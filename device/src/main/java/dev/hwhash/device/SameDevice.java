// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import java.util.Optional;

/**
 * Whether two rows are about one device. The first identifier decides that both have: the TPM's endorsement key, the
 * SMBIOS UUID, then serial number, manufacturer and model together. Never the text of the hash: it differs from run to
 * run.
 */
public enum SameDevice {
    /** One device: the newer row replaces the other. */
    YES,
    /** Two devices. */
    NO,
    /** Not to be told from these rows: both stay. */
    UNCERTAIN,
    /** One serial number and UUID, but two TPMs: both stay, and somebody has to look. */
    CONFLICT;

    /**
     * Compares two identities. Symmetric.
     *
     * @param one a device
     * @param other a device
     * @return whether they are the same
     */
    public static SameDevice compare(DeviceIdentity one, DeviceIdentity other) {
        if (both(one.ekHash(), other.ekHash())) {
            return same(one.ekHash().get(), other.ekHash().get()) ? YES : twoTpms(one, other);
        }
        if (both(one.smbiosUuid(), other.smbiosUuid())) {
            return of(same(one.smbiosUuid().get(), other.smbiosUuid().get()));
        }
        return byNames(one, other);
    }

    private static SameDevice twoTpms(DeviceIdentity one, DeviceIdentity other) {
        boolean sameBoard = both(one.smbiosUuid(), other.smbiosUuid())
                && same(one.smbiosUuid().get(), other.smbiosUuid().get())
                && both(one.serialNumber(), other.serialNumber())
                && one.serialNumber().equals(other.serialNumber());
        return sameBoard ? CONFLICT : NO;
    }

    /** One name that differs tells two devices apart; to be the same, all three must be known and equal. */
    private static SameDevice byNames(DeviceIdentity one, DeviceIdentity other) {
        if (differ(one.serialNumber(), other.serialNumber())
                || differ(one.manufacturer(), other.manufacturer())
                || differ(one.model(), other.model())) {
            return NO;
        }
        boolean all = both(one.serialNumber(), other.serialNumber())
                && both(one.manufacturer(), other.manufacturer())
                && both(one.model(), other.model());
        return all ? YES : UNCERTAIN;
    }

    /** By what they hold: the equals of a record is put together at its first call, 25 ms of a start. */
    private static boolean same(EkHash one, EkHash other) {
        return one.first() == other.first()
                && one.second() == other.second()
                && one.third() == other.third()
                && one.fourth() == other.fourth();
    }

    private static boolean same(SmbiosUuid one, SmbiosUuid other) {
        return one.value().equals(other.value());
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return both(one, other) && !one.equals(other);
    }

    private static boolean both(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent();
    }

    private static SameDevice of(boolean same) {
        return same ? YES : NO;
    }
}
