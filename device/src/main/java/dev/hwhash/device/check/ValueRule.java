// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.Importer.CORPORATE_IDENTIFIERS;
import static dev.hwhash.device.check.Importer.MANAGED_DESKTOP;
import static dev.hwhash.device.check.Importer.PARTNER_CENTER;
import static dev.hwhash.device.check.Severities.everywhere;
import static dev.hwhash.device.check.Severities.only;
import static dev.hwhash.device.check.Severities.withHashes;
import static dev.hwhash.device.check.Severity.ERROR;
import static dev.hwhash.device.check.Severity.NOTE;
import static dev.hwhash.device.check.Severity.WARNING;

/** What an importer asks of the cells of a row, the hardware hash excepted. */
// The text is immutable, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum ValueRule implements Rule {
    /** More cells than columns. */
    CELLS_TOO_MANY(
            everywhere(ERROR),
            "The row has more cells than the file has columns.",
            "A comma in a value, such as \"Dell, Inc.\", shifts all that follows: these files have no escape.",
            "remove the comma from the value"),
    /** More cells than columns, but empty ones. */
    CELLS_BLANK_TOO_MANY(
            everywhere(WARNING),
            "The row ends in more commas than the file has columns.",
            "Excel leaves them where a column was deleted.",
            "delete the commas"),
    /** Fewer cells than columns. */
    CELLS_TOO_FEW(
            everywhere(WARNING),
            "The row has fewer cells than the file has columns.",
            "A line break in a value cuts a row in two, and a file that was cut ends so; where only empty cells are"
                    + " missing, an importer may take it.",
            "look whether values are missing, and add the commas"),
    /** Quotes. */
    CELLS_QUOTED(
            everywhere(ERROR).but(PARTNER_CENTER, WARNING).but(CORPORATE_IDENTIFIERS, WARNING),
            "Cells of the row stand in quotation marks.",
            "The import page takes none (learn.microsoft.com/autopilot/add-devices); Partner Center does not say.",
            "remove the quotation marks"),
    /** Blanks around a value. */
    VALUE_BLANKS(
            everywhere(WARNING),
            "Blanks stand around a value.",
            "They become a part of the value: a group tag counts to the letter, and a serial number with blanks is not"
                    + " found again.",
            "remove the blanks"),
    /** A comma in a value. */
    VALUE_COMMA(
            everywhere(ERROR),
            "A value holds a comma.",
            "The importers take no quotation marks, so the comma shifts all that follows.",
            "remove the comma from the value"),
    /** A quotation mark in a value. */
    VALUE_QUOTE(
            everywhere(ERROR),
            "A value holds a quotation mark.",
            "The importers take none (learn.microsoft.com/autopilot/add-devices).",
            "remove the quotation mark from the value"),
    /** A control character in a value. */
    VALUE_CONTROL(
            everywhere(ERROR),
            "A value holds a line break, a tab or another control character.",
            "A line break cuts the row in two; the others are invisible and make the value another one.",
            "remove the character"),
    /** The start of a formula. */
    VALUE_FORMULA(
            everywhere(WARNING),
            "A value begins as a formula does.",
            "A spreadsheet runs what begins with =, +, -, @, tab or CR (owasp.org/www-community/attacks/CSV_Injection).",
            "look where the value comes from, and do not open the file in a spreadsheet"),
    /** A character beyond ASCII. */
    VALUE_BEYOND_ASCII(
            everywhere(NOTE),
            "A value holds a character beyond ASCII.",
            "It survives only where writer and importer take the file for the same encoding.",
            "look at the value in the portal after the import"),
    /** A replacement character. */
    VALUE_CHARACTER_LOST(
            everywhere(WARNING),
            "A value holds U+FFFD, which stands for a character that was lost.",
            "A program read the file in a wrong encoding and saved it again.",
            "write the value anew"),
    /** No serial number. */
    SERIAL_MISSING(
            everywhere(ERROR).notFor(PARTNER_CENTER),
            "The row has no serial number.",
            "803 MissingZtdSerialNumberAndProductKey: a row without serial number and product ID is refused.",
            "take the serial number that the hardware hash holds, or collect the device again"),
    /** A placeholder. */
    SERIAL_PLACEHOLDER(
            everywhere(WARNING),
            "The serial number is a placeholder that other devices have too.",
            "The board's maker never set it; devices cannot be told apart by it (Office-Docs 710).",
            "have the maker's tool write a real one"),
    /** A serial number that is not the hash's. */
    SERIAL_DIFFERS(
            everywhere(WARNING),
            "The serial number is another one than that inside the hardware hash.",
            "The service takes the one inside the hash.",
            "look which device the row is about"),
    /** A serial number that Excel changed. */
    SERIAL_MANGLED(
            everywhere(ERROR),
            "The serial number was taken for a number: it lost leading zeros or digits.",
            "Excel does that to each file that is opened in it; the page asks to keep leading zeros and not to use Excel"
                    + " (learn.microsoft.com/autopilot/add-devices).",
            "write the serial number that the hardware hash holds, or take the file as it was before Excel"),
    /** A period in a serial number. */
    SERIAL_PERIOD(
            only(CORPORATE_IDENTIFIERS, WARNING),
            "The serial number holds a period.",
            "The page asks to remove periods from the serial number"
                    + " (learn.microsoft.com/intune/device-enrollment/add-corporate-identifiers).",
            "remove the periods"),
    /** A period in a name. */
    NAME_PERIOD(
            only(CORPORATE_IDENTIFIERS, NOTE),
            "Manufacturer or model holds a period.",
            "The community's script removes it, the page's own command does not; Intune compares letters and digits"
                    + " alone, as far as is known.",
            "nothing need be done"),
    /** No manufacturer. */
    MANUFACTURER_MISSING(
            only(MANAGED_DESKTOP, ERROR).but(CORPORATE_IDENTIFIERS, ERROR),
            "The row has no manufacturer.",
            "The import needs it, spelt as in SMBIOS.",
            "take the one that the hardware hash holds, or collect the device again"),
    /** No model. */
    MODEL_MISSING(
            only(MANAGED_DESKTOP, ERROR).but(CORPORATE_IDENTIFIERS, ERROR),
            "The row has no model.",
            "The import needs it, spelt as in SMBIOS.",
            "take the one that the hardware hash holds, or collect the device again"),
    /** A manufacturer that is not the hash's. */
    MANUFACTURER_DIFFERS(
            withHashes(WARNING),
            "The manufacturer is another one than that inside the hardware hash.",
            "It has to equal SMBIOS to the letter, capitals too (learn.microsoft.com/partner-center/autopilot).",
            "take the one inside the hash, or look which device the row is about"),
    /** A model that is not the hash's. */
    MODEL_DIFFERS(
            withHashes(WARNING),
            "The model is another one than that inside the hardware hash.",
            "It has to equal SMBIOS to the letter: 20L7001LMH, not ThinkPad T480s"
                    + " (learn.microsoft.com/partner-center/autopilot).",
            "take the one inside the hash, or look which device the row is about"),
    /** A product ID that is none. */
    PRODUCT_ID_FORM(
            withHashes(WARNING).but(PARTNER_CENTER, ERROR),
            "The Windows product ID has not 13 digits.",
            "It is the product key ID on the box, not the product ID in Windows's settings; Excel turns it into"
                    + " 3.30E+12.",
            "write the 13 digits, or leave the cell empty"),
    /** A product ID that is not the hash's. */
    PRODUCT_ID_DIFFERS(
            withHashes(WARNING),
            "The Windows product ID is another one than that inside the hardware hash.",
            "The two name two devices, or the firmware got another key.",
            "look which device the row is about"),
    /** A tag of Managed Desktop, misspelt. */
    GROUP_TAG_MISSPELT(
            withHashes(WARNING).notFor(PARTNER_CENTER),
            "The group tag is nearly one of Managed Desktop's.",
            "Tags count to the letter: the device gets no profile"
                    + " (learn.microsoft.com/managed-desktop/prepare/assign-deployment-group).",
            "write the tag to the letter"),
    /** A tag with what nobody means. */
    GROUP_TAG_FORM(
            withHashes(WARNING).notFor(PARTNER_CENTER),
            "The group tag ends with punctuation or holds full-width characters.",
            "Tags count to the letter, and this one was probably pasted from a sentence.",
            "look whether the tag is meant so"),
    /** A user who is none. */
    USER_NOT_UPN(
            withHashes(ERROR).notFor(PARTNER_CENTER),
            "The assigned user is no user principal name.",
            "Only the part behind the @ is looked at; a wrong one can make the device unusable until it is removed"
                    + " (learn.microsoft.com/autopilot/add-devices).",
            "write user@domain, or leave the cell empty"),
    /** Nothing that Partner Center could go by. */
    ROW_UNIDENTIFIED(
            only(PARTNER_CENTER, ERROR),
            "The row has neither a hash, nor a product ID, nor serial number, manufacturer and model.",
            "Partner Center takes one of the three (learn.microsoft.com/partner-center/autopilot).",
            "add what is missing");

    private final RuleText text;

    ValueRule(Severities severities, String title, String why, String remedy) {
        this.text = new RuleText(severities, title, why, remedy);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
