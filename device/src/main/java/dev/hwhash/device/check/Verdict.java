// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

/**
 * What came of the check of a file.
 *
 * @param importer who shall take it
 * @param rows how many rows it has
 * @param devices how many of them are about a device that no earlier row of the file is about
 * @param errors how many errors were found
 * @param warnings how many warnings were found
 */
public record Verdict(Importer importer, long rows, long devices, long errors, long warnings) {

    /**
     * Returns whether nothing is known that the importer would refuse.
     *
     * @return true without errors
     */
    public boolean isReady() {
        return errors == 0;
    }

    /**
     * Returns the verdict for people.
     *
     * @return such as {@code 12 rows, 12 devices, 1 error, 0 warnings: not ready for Intune}
     */
    public String words() {
        return count(rows, "row") + ", " + count(devices, "device") + ", " + count(errors, "error") + ", "
                + count(warnings, "warning") + ": " + (isReady() ? "ready for " : "not ready for ") + importer.label();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
