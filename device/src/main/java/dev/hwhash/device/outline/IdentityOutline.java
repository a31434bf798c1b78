// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.outline;

import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import dev.hwhash.device.hash.content.EkPub;
import dev.hwhash.device.hash.content.HashContent;
import dev.hwhash.device.hash.content.Licence;
import dev.hwhash.device.hash.content.Smbios;
import dev.hwhash.device.hash.content.Tpm;
import dev.hwhash.device.hash.content.TpmVersion;

/** What a PC is known by, in the outline of its hash. */
final class IdentityOutline {

    private IdentityOutline() {}

    static void addTo(Outline all, HashContent content) {
        all.group("tpm", tpm(content.tpm()))
                .group("smbios", smbios(content.smbios()))
                .group("licence", licence(content.licence()));
    }

    private static Outline tpm(Tpm tpm) {
        Outline outline = new Outline()
                .text("TPMVersion", tpm.version().map(TpmVersion::text))
                .text("specification", tpm.version().flatMap(TpmVersion::version))
                .text("revision", tpm.version().flatMap(TpmVersion::revision))
                .text("vendorId", tpm.version().flatMap(TpmVersion::vendorId))
                .text("firmware", tpm.version().flatMap(TpmVersion::firmware))
                .text("EkPubHash", tpm.ekHash().map(EkHash::hex));
        tpm.offlineDeviceId()
                .ifPresent(id -> outline.code("OfflineDeviceIdType", id.method())
                        .text("OfflineDeviceId", id.value())
                        .number("offlineDeviceIdStatus", id.status(), "")
                        .number("offlineDeviceIdFlag", id.flag(), ""));
        if (tpm.ekPub().isPresent()) {
            EkPub key = tpm.ekPub().get();
            boolean matches =
                    tpm.ekHash().isPresent() && tpm.ekHash().get().hex().equals(key.sha256());
            outline.put("TpmEkPub", new Fact(key.hex(), key.bits() + " bits"))
                    .flag("ekPubHashMatchesTpmEkPub", matches);
        }
        return outline;
    }

    private static Outline smbios(Smbios smbios) {
        return new Outline()
                .text("SmbiosSystemSerialNumber", smbios.serialNumber())
                .text("SmbiosSystemManufacturer", smbios.manufacturer())
                .text("SmbiosSystemProductName", smbios.productName())
                .text("SmbiosSkuNumber", smbios.skuNumber())
                .text("SmbiosSystemFamily", smbios.family())
                .text("SmbiosSystemVersion", smbios.version())
                .text("SmbiosUuid", smbios.uuid().map(SmbiosUuid::toString))
                .text("SmbiosFirmwareVendor", smbios.firmwareVendor())
                .text("boardManufacturer", smbios.boardManufacturer())
                .text("SmbiosBoardProduct", smbios.boardProduct())
                .text("boardVersion", smbios.boardVersion());
    }

    private static Outline licence(Licence licence) {
        Outline outline = new Outline()
                .text("ProductKeyID", licence.productKeyId())
                .text("ProductKeyPkPn", licence.productKeyPartNumber());
        licence.block()
                .ifPresent(block -> outline.numbers("hardwareIdClassCounts", block.classCounts())
                        .numbers("hardwareIdHashes", block.hashes()));
        return outline;
    }
}
