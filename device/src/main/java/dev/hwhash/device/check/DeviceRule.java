// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.Importer.CORPORATE_IDENTIFIERS;
import static dev.hwhash.device.check.Severities.everywhere;
import static dev.hwhash.device.check.Severities.withHashes;
import static dev.hwhash.device.check.Severity.ERROR;
import static dev.hwhash.device.check.Severity.WARNING;

/** What several rows say of one device, or one serial number of several. */
// The text is immutable, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum DeviceRule implements Rule {
    /** A device twice. */
    DEVICE_TWICE(
            everywhere(ERROR).but(CORPORATE_IDENTIFIERS, WARNING),
            "The same device stands on an earlier line.",
            "ZtdDeviceDuplicated, or 806 ZtdDeviceAlreadyAssigned: one of the two is imported, and not said which.",
            "keep the newer row; hwhash merge does"),
    /** A device under two serial numbers. */
    DEVICE_TWO_SERIALS(
            withHashes(ERROR),
            "The same device stands on an earlier line under another serial number.",
            "Its TPM or SMBIOS UUID is the same; its hash holds one serial number, so one of the rows is wrong.",
            "look at the device, and delete the wrong row"),
    /** One board, two TPMs. */
    DEVICE_TWO_TPMS(
            withHashes(WARNING),
            "A row with the same serial number and SMBIOS UUID has another TPM.",
            "The TPM was replaced or reset between the runs, or a board was cloned; the older hash leads to 908"
                    + " HardwareMismatchDetected.",
            "collect the device again and keep that row"),
    /** Perhaps twice. */
    DEVICE_MAYBE_TWICE(
            everywhere(WARNING),
            "A row with the same serial number may be about the same device.",
            "Too little is known of one of the rows to tell.",
            "look at the device, and delete one of the rows if it is the same"),
    /** In another file. */
    DEVICE_IN_OTHER_FILE(
            everywhere(WARNING),
            "The same device stands in another file of this run.",
            "Imported twice, it is 806 ZtdDeviceAlreadyAssigned.",
            "import one of the files only, or merge them with hwhash merge"),
    /** A serial number, two devices. */
    SERIAL_TWO_DEVICES(
            everywhere(WARNING),
            "Another device on an earlier line has the same serial number.",
            "A board was replaced, or serial numbers were written twice; devices are found by it in the portal.",
            "look at both devices"),
    /** A UUID, two devices. */
    UUID_TWO_DEVICES(
            withHashes(WARNING),
            "Another device on an earlier line has the same SMBIOS UUID.",
            "The board's maker set the same for several; 813 ZtdDeviceIsNotUnique can be the answer.",
            "have the maker's tool write a real one");

    private final RuleText text;

    DeviceRule(Severities severities, String title, String why, String remedy) {
        this.text = new RuleText(severities, title, why, remedy);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
