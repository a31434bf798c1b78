// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.HashMark;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.Checksum;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import java.util.Optional;

/**
 * What came of a device's hash.
 *
 * @param hash a hash that an importer would take
 * @param damaged the text of one that no importer would take
 */
record HashCheck(Optional<HardwareHash> hash, Optional<String> damaged) {

    private static final HashCheck NONE = new HashCheck(Optional.empty(), Optional.empty());

    static HashCheck check(Candidate candidate, Format format, Findings findings) {
        String text = candidate.value(Field.HARDWARE_HASH);
        if (!format.held().contains(Field.HARDWARE_HASH)) {
            return forNames(text);
        }
        if (text.isBlank()) {
            missing(new MissingValue(candidate, Field.HARDWARE_HASH), format, candidate.isCapture(), findings);
            return NONE;
        }
        HashReading reading = HardwareHash.read(text);
        if (reading instanceof HardwareHash intact) {
            lookAt(intact, candidate.isOfWindowsPe(), findings);
            return new HashCheck(Optional.of(intact), Optional.empty());
        }
        findings.problem(
                ExitCode.UNUSABLE_DATA,
                "hash-damaged",
                "the hardware hash is damaged: " + ((DamagedHash) reading).why() + " (" + HashMark.of(text)
                        + "); an importer would refuse it, so no row is written");
        return new HashCheck(Optional.empty(), Optional.of(text));
    }

    /** A hash that the row does not need may still hold the names of a capture. */
    private static HashCheck forNames(String text) {
        return HardwareHash.read(text) instanceof HardwareHash intact
                ? new HashCheck(Optional.of(intact), Optional.empty())
                : NONE;
    }

    private static void missing(MissingValue missing, Format format, boolean capture, Findings findings) {
        String words = "no hardware hash: " + missing.why();
        boolean mayStandWithout = !format.needed().contains(Field.HARDWARE_HASH);
        if (mayStandWithout && (capture || !missing.isFailure())) {
            findings.warning(
                    missing.isDenied() ? ExitCode.ACCESS_DENIED : ExitCode.NO_HASH,
                    "hash-missing",
                    words + "; the row stands on serial number, manufacturer and model");
        } else {
            findings.problem(missing.exit(ExitCode.NO_HASH), missing.id("hash-missing"), words);
        }
    }

    private static void lookAt(HardwareHash intact, boolean winPe, Findings findings) {
        if (intact.checksum() == Checksum.MISSING) {
            findings.warning("hash-without-checksum", "the hardware hash has no checksum, so damage would not show");
        }
        if (intact.checksum() == Checksum.UNKNOWN_TOOL) {
            findings.warning(
                    "hash-of-unknown-tool",
                    "the hardware hash comes from a newer tool than hwhash knows, so its checksum could not be tested");
        }
        Optional<Capture> made = intact.capture();
        if (winPe || (made.isPresent() && made.get().winPe())) {
            findings.warning(
                    "hash-from-winpe",
                    "the hardware hash was made in WinPE, where Wi-Fi adapters are not seen, nor the TPM without"
                            + " PCPKsp.dll; collect the device in its own Windows where those count");
        }
        if (!intact.hasTpmData()) {
            findings.warning(
                    "hash-without-tpm",
                    "the hardware hash holds no TPM data, so self-deploying mode and pre-provisioning will fail");
        }
    }
}
