// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.FileTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a stick of the portable folder that the running hwhash sits in, or brings one up to date. The manifest is
 * written last: until then a stick is not what any digest says. Used once.
 */
public final class StickPreparation {

    private final PrepareRequest request;
    private final Session session;
    private final Messages messages;

    /**
     * Makes a preparation.
     *
     * @param request what is asked
     * @param session the run
     */
    public StickPreparation(PrepareRequest request, Session session) {
        this.request = request;
        this.session = session;
        this.messages = session.messages();
    }

    /**
     * Writes what is not on the stick yet, and the digest of its manifest to stdout.
     *
     * @throws ProblemException if a value is none, the portable folder is not whole, or the stick does not take it
     */
    public void run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "prepare-timeout", "the stick was written");
        Path stick = StickRoot.of(request.stick(), ExitCode.NOT_WRITTEN);
        requireApart(stick);
        StickSettings settings = new SettingsOfStick(request, session.configuration(), messages).read();
        if (!settings.keys().isEmpty()) {
            warnOfRights(stick);
        }
        PortableFolder portable = new PortableFolder(session.program(), messages);
        Map<StickPath, FileContent> files = new TreeMap<>(portable.files());
        files.putAll(settings.files());
        Plan plan = Plan.of(files);
        new DroppedSettings(stick, messages).warn(settings.keys());
        int written = new StickUpdate(stick, plan, messages).deliver(settings.groupTag(), portable.tags());
        tell(stick, plan.manifest(), written);
    }

    private void requireApart(Path stick) throws ProblemException {
        Path runtime = Runtimes.beside(session.program());
        boolean overlap = StickRoot.overlap(stick, session.program())
                || (Files.exists(runtime.resolve("bin")) && StickRoot.overlap(stick, runtime));
        if (overlap) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "stick-is-program",
                    "the stick " + stick + " and the running program in " + session.program()
                            + " lie in each other; name the root of another drive, or another folder");
        }
    }

    /** As FileTrust has it: what others can write is not read by an elevated hwhash. */
    private void warnOfRights(Path stick) {
        try {
            if (!FileTrust.hasNoRights(stick)) {
                messages.warning(
                        "stick-has-rights",
                        stick + " is on a file system with owners and rights, by which an elevated hwhash on a PC may"
                                + " have to ignore its hwhash.conf; a stick with exFAT or FAT32 has none");
            }
        } catch (IOException e) {
            messages.detail("stick-has-rights", "cannot see the file system of " + stick + ": " + FileWords.of(e));
        }
    }

    private void tell(Path stick, Manifest manifest, int written) throws ProblemException {
        Digest digest = manifest.digest();
        try {
            session.stdout().write((digest + System.lineSeparator()).getBytes(US_ASCII));
            session.stdout().flush();
        } catch (IOException e) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN, "stdout-not-written", "stdout took no digest: " + e.getMessage());
        }
        messages.note(
                "stick-prepared",
                stick + " is ready: " + manifest.lines().size() + " program files, " + written
                        + " of them written now; eject it before you pull it out");
        messages.note(
                "stick-digest",
                "keep the 64 digits on stdout elsewhere than on the stick; whether the stick is still as it is now, a"
                        + " trusted copy tells by: hwhash stick check " + stick + " --digest " + digest);
    }
}
