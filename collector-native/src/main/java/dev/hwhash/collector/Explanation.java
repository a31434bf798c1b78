// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.collector.wmi.WmiException;
import java.time.Duration;
import java.util.OptionalInt;

/** Turns what WMI gave instead of a value into the answer that a person can act on. */
final class Explanation {

    private static final String AGAIN_LATER =
            "restart the PC or its service winmgmt, or give more time with" + " --wmi-timeout";

    private final Circumstances circumstances;

    Explanation(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    /** Returns what a failed stage makes of a question. */
    Answer failed(Question question, Stage stage, WmiException failure) {
        OptionalInt hresult = failure.hresult();
        if (hresult.isEmpty()) {
            String why = "cannot read " + question.place() + ": " + failure.getMessage();
            return new Answer.Failed(hresult, why + "; run \"winmgmt /verifyrepository\" as administrator");
        }
        int code = hresult.getAsInt();
        String gave = failure.call() + " gave " + Hresult.describe(code);
        return switch (Hresult.makes(code)) {
            case DENIED -> denied(question, gave);
            case ABSENT -> absent(question, stage, gave, code);
            case TIMED_OUT ->
                new Answer.TimedOut("no answer from " + question.place() + ": " + gave + "; " + AGAIN_LATER);
            case FAILED, FAILED_ASK_AGAIN -> broken(question, gave, code);
        };
    }

    /** Returns what a question makes that WMI answered without a value: no row, or nothing in it. */
    Answer empty(Question question, String gave) {
        if (!question.asksForHash()) {
            return new Answer.Absent(question.place() + " gave " + gave
                    + ": the firmware does not tell; set it with the manufacturer's tool");
        }
        // To a process without the rights, the MDM bridge may show nothing instead of refusing.
        if (circumstances.token() == ProcessToken.NOT_ELEVATED) {
            return denied(question, "it gave " + gave);
        }
        return new Answer.Absent(question.place() + " gave " + gave + ": "
                + circumstances
                        .windows()
                        .kindWithoutHash()
                        .orElse("the MDM bridge works and has no hash; install the newest Windows updates and restart,"
                                + " look whether tpm.msc reports an error, or name Microsoft's oa3tool.exe by"
                                + " --oa3tool"));
    }

    /** Returns what two rows make that disagree; a wrong row would be found out only when the PC is set up. */
    static Answer differing(Question question, String property, String first, String second) {
        // The texts of two hashes would identify the device.
        String values = question.asksForHash() ? "" : ": \"" + ascii(first) + "\" and \"" + ascii(second) + "\"";
        return new Answer.Failed(
                OptionalInt.empty(),
                question.place() + " gave two rows that differ in " + property + values
                        + "; look at them with \"Get-CimInstance " + question.wmiClass()
                        + "\" and remove the one that is not the firmware's");
    }

    /** Returns what a stage makes that did not end before the deadline. */
    static Answer timedOut(Question question, Stage stage, Duration patience) {
        return new Answer.TimedOut("no answer from " + question.place() + " within " + words(patience)
                + ", hanging at the stage " + stage.words() + "; " + AGAIN_LATER);
    }

    /** Returns what a DLL of JNA makes that cannot be loaded. */
    static Answer withoutJna(LinkageError failure) {
        String folder = System.getProperty("jna.boot.library.path");
        String where = folder == null ? "" : " from " + ascii(folder);
        return new Answer.Failed(
                OptionalInt.empty(),
                "cannot load jnidispatch.dll" + where + " ("
                        + failure.getClass().getSimpleName()
                        + "); copy the whole folder of hwhash again, and allow that DLL where software is controlled");
    }

    private Answer denied(Question question, String gave) {
        String rights = switch (circumstances.token()) {
            case NOT_ELEVATED -> "this process is not elevated; run hwhash as administrator or as SYSTEM";
            case ELEVATED ->
                "this process is elevated, so a policy, security software or the namespace's permissions"
                        + " (wmimgmt.msc) refuse; run hwhash as SYSTEM";
            case SYSTEM ->
                "this process runs as SYSTEM, so security software or the namespace's permissions"
                        + " (wmimgmt.msc) refuse; restore them";
            case UNKNOWN -> "run hwhash as administrator or as SYSTEM";
        };
        return new Answer.Denied("denied " + question.place() + ": " + gave + "; " + rights);
    }

    private Answer absent(Question question, Stage stage, String gave, int code) {
        if (!question.asksForHash()) {
            // Every Windows has these classes: their absence is damage, not a kind of Windows.
            return broken(question, gave, code);
        }
        if (code == Hresult.WBEM_E_NOT_FOUND.code() && stage.compareTo(Stage.NEXT) >= 0) {
            return empty(question, "no row (" + gave + ")");
        }
        WindowsFacts windows = circumstances.windows();
        return new Answer.Absent("no " + question.place() + ": " + gave + "; " + windows.explain());
    }

    private Answer broken(Question question, String gave, int code) {
        if (code == Hresult.REGDB_E_CLASSNOTREG.code()
                && circumstances.windows().windowsPe()) {
            return new Answer.Absent("no WMI in this Windows PE: " + gave
                    + "; add the optional component WinPE-WMI to the image, or give captures with --from");
        }
        return new Answer.Failed(
                OptionalInt.of(code), "cannot read " + question.place() + ": " + gave + "; " + Hresult.remedy(code));
    }

    private static String words(Duration patience) {
        return patience.toMillis() % 1000 == 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
