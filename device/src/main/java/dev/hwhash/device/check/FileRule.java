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

/** What an importer asks of the file as a whole: its encoding, its header, its lines. */
// The text is immutable, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum FileRule implements Rule {
    /** Not a file of devices. */
    FILE_UNREADABLE(
            everywhere(ERROR),
            "The file cannot be read as a list of devices, or only to this line.",
            "It is missing or locked, no header with a serial number or a hardware hash is in its first lines, or a quote"
                    + " is never closed.",
            "give a CSV with the header of the import; one without is read with --for corporate-identifiers alone"),
    /** JSON and the like. */
    NOT_CSV(
            everywhere(ERROR),
            "The file holds devices, but is no CSV.",
            "No importer takes JSON, OA3.xml or the bare text of a hash.",
            "make a file for the importer with hwhash convert or --fix"),
    /** Configuration Manager's export. */
    CONFIGURATION_MANAGER_EXPORT(
            everywhere(ERROR),
            "The file is Configuration Manager's export \"Windows Autopilot Device Information\".",
            "Its extra lines and repeated names make it unfit for any import (memdocs 3738, windows-itpro-docs 5510).",
            "make a file for the importer with hwhash convert or --fix"),
    /** A line {@code #TYPE}. */
    TYPE_LINE(
            everywhere(ERROR),
            "The first line is Export-Csv's #TYPE, not the header.",
            "Windows PowerShell writes it unless -NoTypeInformation is given; an importer takes it for the header.",
            "delete the line"),
    /** Other lines before the header. */
    LINES_BEFORE_HEADER(
            everywhere(ERROR),
            "Lines stand above the header.",
            "An importer takes the first line for the header (learn.microsoft.com/autopilot/add-devices).",
            "delete the lines above the header"),
    /** UTF-16. */
    ENCODING_UTF_16(
            everywhere(WARNING),
            "The file is UTF-16.",
            "The import page asks for ANSI, not Unicode; yet the script writes UTF-16 in Windows PowerShell, and its files"
                    + " have been taken for years, though nothing says so (learn.microsoft.com/autopilot/add-devices).",
            "save it as ANSI"),
    /** UTF-8 with a byte order mark. */
    ENCODING_UTF_8_BOM(
            everywhere(WARNING).but(PARTNER_CENTER, NOTE).but(MANAGED_DESKTOP, NOTE),
            "The file is UTF-8 with a byte order mark.",
            "Intune's page asks for ANSI, and the mark can be taken for a part of the first name; the samples of Partner"
                    + " Center and Managed Desktop have it.",
            "save it as ANSI"),
    /** UTF-8 with characters beyond ASCII. */
    ENCODING_UTF_8(
            everywhere(WARNING),
            "The file is UTF-8 without a mark and holds characters beyond ASCII.",
            "The import page asks for ANSI: read so, each of these characters becomes two or three others.",
            "save it as ANSI"),
    /** Two encodings. */
    ENCODING_MIXED(
            everywhere(ERROR),
            "The file holds both UTF-8 and bytes that are none.",
            "Files of two encodings were joined: whatever the importer takes it for, some characters come out wrong.",
            "merge the files with hwhash merge, which reads each in its own encoding"),
    /** A semicolon or a tab. */
    SEPARATOR(
            everywhere(ERROR),
            "The cells are not separated by commas.",
            "Excel writes the list separator of the region; importers take commas.",
            "replace the separators by commas"),
    /** Quotes. */
    HEADER_QUOTED(
            withHashes(ERROR).but(PARTNER_CENTER, WARNING),
            "Names of columns stand in quotation marks.",
            "The import page takes none (learn.microsoft.com/autopilot/add-devices); Partner Center does not say.",
            "remove the quotation marks"),
    /** A header where none belongs. */
    HEADER_PRESENT(
            only(CORPORATE_IDENTIFIERS, ERROR),
            "The file has a header.",
            "Corporate identifiers have none: the line is taken for a device"
                    + " (learn.microsoft.com/intune/device-enrollment/add-corporate-identifiers).",
            "delete the line"),
    /** A header again. */
    HEADER_AGAIN(
            everywhere(ERROR),
            "A header stands between the rows.",
            "Two files were joined; an importer takes the line for a device.",
            "delete the line"),
    /** Capitals. */
    HEADER_CASE(
            withHashes(ERROR).but(PARTNER_CENTER, WARNING),
            "A column's name has other capitals than the importer's, or blanks around it.",
            "Header names are case-sensitive (learn.microsoft.com/autopilot/add-devices); of Partner Center two spellings"
                    + " circulate (CIPP 1388).",
            "write the name to the letter"),
    /** Another name. */
    HEADER_NAME(
            withHashes(ERROR).but(PARTNER_CENTER, WARNING),
            "A column has another name than the importer's.",
            "Older tools and other services name it so; the importer knows its own names alone.",
            "write the name to the letter"),
    /** A column that is needed. */
    COLUMN_MISSING(
            withHashes(ERROR).notFor(PARTNER_CENTER),
            "A column is missing that the import needs.",
            "Owners register devices by their hash; 803 MissingZtdSerialNumberAndProductKey and 802"
                    + " InvalidZtdHardwareHash are the answers otherwise.",
            "add the column with its values, or collect the devices again"),
    /** A column that may stay empty. */
    COLUMN_LEFT_OUT(
            withHashes(WARNING),
            "A column of the documented header is missing; its cells may be empty.",
            "The page shows the column and does not say that it may be left out.",
            "add the column, empty"),
    /** A column that the importer lacks. */
    COLUMN_EXTRA(
            withHashes(ERROR),
            "A column is none of the importer's.",
            "The import takes no extra columns (learn.microsoft.com/autopilot/add-devices); Partner Center has none for"
                    + " group tag and user.",
            "delete the column"),
    /** A name twice. */
    COLUMN_REPEATED(
            withHashes(ERROR),
            "A column's name stands twice.",
            "Which of the two counts is anyone's guess.",
            "delete one of the columns"),
    /** Another order. */
    COLUMN_ORDER(
            withHashes(WARNING),
            "The columns stand in another order than in the documented header.",
            "The pages show one order and do not say whether it counts; for Partner Center, where two spellings circulate,"
                    + " the order is the safer part.",
            "put the columns in the documented order"),
    /** Too many rows. */
    ROWS_TOO_MANY(
            only(Importer.INTUNE, ERROR).but(CORPORATE_IDENTIFIERS, ERROR),
            "The file has more rows than the importer takes at once.",
            "Intune takes 500 devices, corporate identifiers 5,000 (learn.microsoft.com/autopilot/add-devices,"
                    + " add-corporate-identifiers).",
            "divide it with hwhash split"),
    /** Too many bytes. */
    FILE_TOO_LARGE(
            only(CORPORATE_IDENTIFIERS, ERROR),
            "The file is larger than the importer takes.",
            "Corporate identifiers: 5 MB (learn.microsoft.com/intune/device-enrollment/add-corporate-identifiers).",
            "divide it with hwhash split"),
    /** No row. */
    NO_ROWS(
            everywhere(ERROR),
            "The file has no row.",
            "There is nothing to import; a run of the script that failed leaves such a file.",
            "collect the devices again"),
    /** A blank line. */
    BLANK_LINE(
            everywhere(WARNING),
            "A line between the rows is blank, or holds commas alone.",
            "Excel leaves it where rows were deleted; an importer may take it for a device without values.",
            "delete the line"),
    /** LF. */
    LINE_BREAKS_LF(
            everywhere(NOTE),
            "Lines end with LF alone, as on Unix.",
            "Windows writes CRLF; the samples of Managed Desktop have LF.",
            "nothing need be done"),
    /** CR, or several kinds. */
    LINE_BREAKS_MIXED(
            everywhere(WARNING),
            "Lines end with CR alone, or in several ways.",
            "Files were joined, or an old program wrote them; an importer may take two lines for one.",
            "end each line with CRLF"),
    /** No last line break. */
    LAST_LINE_OPEN(
            everywhere(NOTE),
            "The last line has no line break.",
            "It is read all the same, but a row that some tool appends to the file is glued to it.",
            "end the last line with CRLF");

    private final RuleText text;

    FileRule(Severities severities, String title, String why, String remedy) {
        this.text = new RuleText(severities, title, why, remedy);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
