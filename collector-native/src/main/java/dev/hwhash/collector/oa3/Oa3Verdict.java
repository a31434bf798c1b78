// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Judges a run of oa3tool; pure. A report counts only together with an exit code of 0: those who run the tool in the
 * field see no other with a good one.
 *
 * @param program the tool
 */
record Oa3Verdict(Path program) {

    /** Codes of Windows, for which a process ends before its first line. */
    private static final int STATUS_DLL_NOT_FOUND = 0xC0000135;

    private static final int STATUS_INVALID_IMAGE_FORMAT = 0xC000007B;

    /** Of CreateProcess, as Java words it, for a program whose manifest wants an administrator. */
    private static final String ELEVATION_REQUIRED = "error=740,";

    private static final String TAKE_ANOTHER = "take the oa3tool.exe for this processor from the Windows ADK";

    /** Judges a run that has left a report. */
    Oa3Outcome of(ToolEnd.Exited end, Oa3Report report) {
        if (end.code() != 0) {
            return withoutReport(end);
        }
        if (report instanceof Oa3Report.Found found) {
            return new Oa3Outcome.Reported(found.hardwareHash());
        }
        return new Oa3Outcome.Failed("the report of " + program + " cannot be used: "
                + ((Oa3Report.Refused) report).flaw() + "; " + TAKE_ANOTHER);
    }

    /** Judges a run that has left no report, or none that counts. */
    Oa3Outcome withoutReport(ToolEnd.Exited end) {
        int code = end.code();
        String ended = code == 0 ? " ended without a report" : " ended with the exit code " + shown(code);
        return new Oa3Outcome.Failed(program + ended + said(end.said()) + "; " + remedy(code));
    }

    /** Judges a run that was ended. */
    Oa3Outcome overdue(Duration patience) {
        return new Oa3Outcome.TimedOut(program + " had not ended after " + Math.max(1, patience.toSeconds())
                + " s; give more time with --timeout, or collect this PC in its own Windows");
    }

    /**
     * Judges a run that never began.
     *
     * @param why the system's words
     */
    Oa3Outcome notStarted(String why) {
        String remedy = why.contains(ELEVATION_REQUIRED)
                ? "run hwhash as administrator"
                : TAKE_ANOTHER + ", and allow it where software is controlled";
        return new Oa3Outcome.Failed(program + " does not start: " + Oa3Words.shown(why) + "; " + remedy);
    }

    /** Those by which Windows ends a process are known in hex. */
    private static String shown(int code) {
        return code < 0 ? String.format("0x%08X", code) : Integer.toString(code);
    }

    private static String said(String output) {
        String words = Oa3Words.lastLine(output);
        return words.isEmpty() ? "" : ", saying \"" + words + "\"";
    }

    private static String remedy(int code) {
        return switch (code) {
            case STATUS_DLL_NOT_FOUND ->
                "a DLL that it needs is not in this Windows: add the optional components that docs/winpe.md names";
            case STATUS_INVALID_IMAGE_FORMAT -> TAKE_ANOTHER;
            default -> "look up what it needs in docs/winpe.md, or collect this PC in its own Windows";
        };
    }
}
