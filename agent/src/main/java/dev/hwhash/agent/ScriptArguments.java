// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Arguments as hands used to Get-WindowsAutoPilotInfo type them, rewritten to hwhash's own: PowerShell's single dash,
 * any case, {@code -Name value} or {@code -Name:value}; no subcommand means {@code collect}.
 */
final class ScriptArguments {

    private static final Set<String> OWN_SHORT_OPTIONS = Set.of("-o", "-h", "-V");

    /** The script's parameters that hwhash has under another name, those with a value first. */
    private static final Map<String, String> WITH_VALUE =
            Map.of("outputfile", "-o", "grouptag", "--group-tag", "assigneduser", "--assigned-user");

    private static final Map<String, List<String>> SWITCHES = Map.of(
            "append", List.of(),
            "partner", List.of("--format", "partner-center"),
            // The script waits for the end of the import.
            "online", List.of("--upload", "intune", "--wait"));

    /** What the script's other parameters are replaced by. */
    private static final Map<String, String> REPLACEMENTS = Map.ofEntries(
            Map.entry("name", "run hwhash on that PC: it reads the PC it runs on"),
            Map.entry("computername", "run hwhash on that PC: it reads the PC it runs on"),
            Map.entry("credential", "run hwhash on that PC, elevated or as SYSTEM"),
            Map.entry("inputfile", "use --from FILE"),
            Map.entry("identifier", "use --format corporate-identifiers; with -Online, --corporate-identifiers"),
            Map.entry("force", "use --format corporate-identifiers for a row without a hash"),
            Map.entry("tenantid", "sign in by hwhash login, or write tenant = ... into hwhash.conf"),
            Map.entry("appid", "sign in by hwhash login, or write client-id = ... into hwhash.conf"),
            Map.entry(
                    "appsecret",
                    "write client-secret = ... into a file and name it by --secret-file; a secret never goes on a command"
                            + " line"),
            Map.entry("addtogroup", "use a dynamic group on the group tag, given by --group-tag"),
            Map.entry(
                    "assignedcomputername",
                    "name devices in the deployment profile, or a registered one by --update --device-name NAME"),
            Map.entry("assign", "use --wait-for-profile"),
            Map.entry("reboot", "restart by shutdown /r when the import is done"),
            Map.entry("certificatethumbprint", "write client-certificate = ... into hwhash.conf"),
            Map.entry("certificatesubjectname", "write client-certificate = ... into hwhash.conf"),
            Map.entry("updatetag", "use --update"),
            Map.entry("delete", "use --replace"),
            Map.entry("newdevice", "leave it out: a device that is registered already is told, not doubled"),
            Map.entry("wipe", "wipe the device in Intune"),
            Map.entry("sysprep", "run sysprep /oobe /reboot /quiet when the import is done"),
            Map.entry("preprov", "press the Windows key five times at the PC"),
            Map.entry("changepk", "run changepk /ProductKey before"));

    /** Where a secret would be seen by everybody on the PC; an option with several values would take it for one. */
    private static final Set<String> SECRETS =
            Set.of("token", "secret", "password", "proxy-password", "client-secret", "client-certificate-password");

    private ScriptArguments() {}

    /**
     * Rewrites a command line.
     *
     * @param args as they were typed
     * @param commands the names of the subcommands
     * @return what picocli gets
     * @throws ProblemException for a word with a single dash that is neither hwhash's nor the script's
     */
    static List<String> rewritten(List<String> args, List<String> commands) throws ProblemException {
        requireNoSecret(args);
        List<String> rewritten = new ArrayList<>();
        if (impliesCollect(args, commands)) {
            rewritten.add("collect");
        }
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (isScriptWord(arg)) {
                boolean takesNext = rewrite(arg, rewritten);
                if (takesNext && i + 1 < args.size()) {
                    i++;
                    requireValue(arg, args.get(i));
                    rewritten.add(args.get(i));
                }
            } else {
                rewritten.add(arg);
            }
        }
        requirePartnerAlone(args, rewritten);
        return rewritten;
    }

    private static void requireNoSecret(List<String> args) throws ProblemException {
        for (String arg : args) {
            if (arg.startsWith("-") && SECRETS.contains(nameOf(arg))) {
                throw usage(
                        "secret-on-command-line",
                        "a secret never goes on a command line, where others see it, so there is no "
                                + arg.split("[:=]", 2)[0]
                                + "; write it into a file and name that by --secret-file, or by secret-file in"
                                + " hwhash.conf: service = https://... and token = ..., or tenant, client-id and"
                                + " client-secret = ...");
            }
        }
    }

    /** Without an expression, whose first use costs each run several milliseconds. */
    private static String nameOf(String option) {
        int end = 0;
        while (end < option.length() && option.charAt(end) != '=' && option.charAt(end) != ':') {
            end++;
        }
        int start = option.startsWith("--") ? 2 : 1;
        return option.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
    }

    private static boolean impliesCollect(List<String> args, List<String> commands) {
        return args.isEmpty()
                || !(commands.contains(args.get(0))
                        || Set.of("-h", "--help", "-V", "--version").contains(args.get(0)));
    }

    private static boolean isScriptWord(String arg) {
        return arg.length() > 1
                && arg.charAt(0) == '-'
                && Character.isLetter(arg.charAt(1))
                && !OWN_SHORT_OPTIONS.contains(arg);
    }

    /** Adds what a word means; returns whether the next word is its value. */
    private static boolean rewrite(String arg, List<String> rewritten) throws ProblemException {
        int colon = arg.indexOf(':');
        String name = arg.substring(1, colon < 0 ? arg.length() : colon).toLowerCase(Locale.ROOT);
        if (WITH_VALUE.containsKey(name)) {
            rewritten.add(WITH_VALUE.get(name));
            if (colon >= 0) {
                rewritten.add(arg.substring(colon + 1));
            }
            return colon < 0;
        }
        if (SWITCHES.containsKey(name) && colon < 0) {
            rewritten.addAll(SWITCHES.get(name));
            return false;
        }
        // What stands behind the name may be a secret.
        String shown = arg.split("[:=]", 2)[0];
        if (REPLACEMENTS.containsKey(name)) {
            throw usage("script-parameter", "there is no " + shown + "; " + REPLACEMENTS.get(name));
        }
        throw usage("unknown-option", "unknown option " + shown + "; see hwhash collect --help");
    }

    /** As in PowerShell, a parameter is no value of the one before: -OutputFile -Append names no file. */
    private static void requireValue(String parameter, String value) throws ProblemException {
        int colon = value.indexOf(':');
        String name = value.substring(0, colon < 0 ? value.length() : colon).toLowerCase(Locale.ROOT);
        boolean known = isScriptWord(value)
                && (WITH_VALUE.containsKey(name.substring(1))
                        || SWITCHES.containsKey(name.substring(1))
                        || REPLACEMENTS.containsKey(name.substring(1)));
        if (known) {
            throw usage("option-value", parameter + " has no value: " + value.substring(0, name.length()) + " follows");
        }
    }

    /** The script ignores tag and user beside -Partner, so that they are lost without a word. */
    private static void requirePartnerAlone(List<String> args, List<String> rewritten) throws ProblemException {
        boolean partner = false;
        for (String arg : args) {
            partner |= arg.equalsIgnoreCase("-Partner");
        }
        if (partner && (rewritten.contains("--group-tag") || rewritten.contains("--assigned-user"))) {
            throw usage(
                    "partner-with-tag",
                    "-Partner has no column for a group tag or an assigned user; in Partner Center the name of the"
                            + " batch is the group tag");
        }
    }

    private static ProblemException usage(String id, String words) {
        return new ProblemException(ExitCode.USAGE, id, words);
    }
}
