// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.ImportColumn.Need.EXPECTED;
import static dev.hwhash.device.check.ImportColumn.Need.NEEDED;
import static dev.hwhash.device.check.ImportColumn.Need.OPTIONAL;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Who takes files of devices, and what the file has to look like. */
public enum Importer {
    /**
     * Intune, Windows Autopilot devices, Import.
     *
     * @see <a href="https://learn.microsoft.com/autopilot/add-devices">Manually register devices</a>
     */
    INTUNE("Intune"),
    /**
     * Partner Center's batches of devices. Two spellings of its header circulate: that of Get-WindowsAutoPilotInfo and
     * that of the portal's own sample.
     *
     * @see <a href="https://learn.microsoft.com/partner-center/autopilot">Customize a device's out-of-box experience</a>
     */
    PARTNER_CENTER("Partner Center"),
    /**
     * Microsoft Managed Desktop: the file of its own, or the first columns of Intune's, as its pages say from 2021 on.
     *
     * @see <a href="https://learn.microsoft.com/managed-desktop/prepare/manual-registration">Manual registration</a>
     */
    MANAGED_DESKTOP("Managed Desktop"),
    /**
     * Intune's corporate device identifiers: manufacturer, model and serial number without a header.
     *
     * @see <a href="https://learn.microsoft.com/intune/device-enrollment/add-corporate-identifiers">Corporate
     *     identifiers</a>
     */
    CORPORATE_IDENTIFIERS("corporate identifiers");

    private static final int MOST_ROWS_OF_INTUNE = 500;
    private static final int MOST_IDENTIFIERS = 5_000;
    /** The page says 5 MB, and not of which kind; the smaller is safe. */
    private static final long MOST_BYTES_OF_IDENTIFIERS = 5_000_000;

    private final String label;

    Importer(String label) {
        this.label = label;
    }

    /**
     * Finds an importer by its name on the command line.
     *
     * @param name such as {@code partner-center}, in any case
     * @return empty where none has that name
     */
    public static Optional<Importer> named(String name) {
        for (Importer importer : values()) {
            if (importer.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(importer);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns for whom a file is where nobody says.
     *
     * @param format its format
     * @return the service that takes it; Intune for JSON, which none takes
     */
    public static Importer of(Format format) {
        return switch (format) {
            case AUTOPILOT, JSON -> INTUNE;
            case PARTNER_CENTER -> PARTNER_CENTER;
            case MANAGED_DESKTOP -> MANAGED_DESKTOP;
            case CORPORATE_IDENTIFIERS -> CORPORATE_IDENTIFIERS;
        };
    }

    /**
     * Returns the columns that the importer knows, in their order.
     *
     * @param held what the file has columns for; Managed Desktop takes two kinds of files
     * @return an immutable list
     */
    public List<ImportColumn> columns(Set<Field> held) {
        return switch (this) {
            case INTUNE -> ImportColumns.INTUNE;
            case PARTNER_CENTER -> ImportColumns.PARTNER_CENTER;
            case MANAGED_DESKTOP ->
                held.contains(Field.MANUFACTURER) || held.contains(Field.MODEL)
                        ? ImportColumns.MANAGED_DESKTOP
                        : ImportColumns.INTUNE_WITHOUT_EXTRAS;
            case CORPORATE_IDENTIFIERS -> ImportColumns.CORPORATE_IDENTIFIERS;
        };
    }

    /**
     * Returns whether the file begins with the names of its columns.
     *
     * @return false for corporate identifiers alone
     */
    public boolean takesHeader() {
        return this != CORPORATE_IDENTIFIERS;
    }

    /**
     * Returns how many rows a file may have.
     *
     * @return empty where no limit is known
     */
    public OptionalInt mostRows() {
        return switch (this) {
            case INTUNE -> OptionalInt.of(MOST_ROWS_OF_INTUNE);
            case CORPORATE_IDENTIFIERS -> OptionalInt.of(MOST_IDENTIFIERS);
            case PARTNER_CENTER, MANAGED_DESKTOP -> OptionalInt.empty();
        };
    }

    /**
     * Returns how many bytes a file may have.
     *
     * @return empty where no limit is known
     */
    public OptionalLong mostBytes() {
        return this == CORPORATE_IDENTIFIERS ? OptionalLong.of(MOST_BYTES_OF_IDENTIFIERS) : OptionalLong.empty();
    }

    /**
     * Returns the name for people.
     *
     * @return such as {@code Partner Center}
     */
    public String label() {
        return label;
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The files' columns, as they are to stand in the header. */
    private static final class ImportColumns {

        private static final ImportColumn SERIAL_NUMBER =
                ImportColumn.of(Field.SERIAL_NUMBER, NEEDED, "Device Serial Number");
        private static final ImportColumn PRODUCT_ID =
                ImportColumn.of(Field.WINDOWS_PRODUCT_ID, EXPECTED, "Windows Product ID");
        private static final ImportColumn HASH = ImportColumn.of(Field.HARDWARE_HASH, NEEDED, "Hardware Hash");

        static final List<ImportColumn> INTUNE_WITHOUT_EXTRAS = List.of(SERIAL_NUMBER, PRODUCT_ID, HASH);

        static final List<ImportColumn> INTUNE = List.of(
                SERIAL_NUMBER,
                PRODUCT_ID,
                HASH,
                ImportColumn.of(Field.GROUP_TAG, OPTIONAL, "Group Tag"),
                ImportColumn.of(Field.ASSIGNED_USER, OPTIONAL, "Assigned User"));

        static final List<ImportColumn> PARTNER_CENTER = List.of(
                ImportColumn.of(Field.SERIAL_NUMBER, EXPECTED, "Device Serial Number", "Device serial number"),
                ImportColumn.of(Field.WINDOWS_PRODUCT_ID, EXPECTED, "Windows Product ID", "Windows product ID"),
                ImportColumn.of(Field.HARDWARE_HASH, EXPECTED, "Hardware Hash", "Hardware hash"),
                ImportColumn.of(Field.MANUFACTURER, EXPECTED, "Manufacturer name"),
                ImportColumn.of(Field.MODEL, EXPECTED, "Device model", "Device Model"));

        static final List<ImportColumn> MANAGED_DESKTOP = List.of(
                ImportColumn.of(Field.MANUFACTURER, NEEDED, "Manufacturer"),
                ImportColumn.of(Field.MODEL, NEEDED, "Model"),
                ImportColumn.of(Field.SERIAL_NUMBER, NEEDED, "Serial Number"),
                ImportColumn.of(Field.HARDWARE_HASH, NEEDED, "Hardware Hash"));

        static final List<ImportColumn> CORPORATE_IDENTIFIERS = List.of(
                ImportColumn.of(Field.MANUFACTURER, NEEDED),
                ImportColumn.of(Field.MODEL, NEEDED),
                ImportColumn.of(Field.SERIAL_NUMBER, NEEDED));
    }
}
