// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.visit.Visit;
import dev.hwhash.agent.visit.VisitRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash stick collect}: maps the command line to a {@link Visit}. Used once. */
final class StickCollectCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(300);

    private final PositionalParamSpec stick = Options.file("DIR", "The stick, such as E:\\");

    private final OptionSpec from = Options.texts("FILE", "--from")
            .description("Reads captures instead of this PC, as collect does.")
            .build();

    private final OptionSpec wmiTimeout = Options.seconds("--wmi-timeout", 90)
            .description("Waits at most S seconds for WMI (default: 90).")
            .build();

    private final OptionSpec shutDown = Options.flag("--shut-down")
            .description("Shuts this PC down when its row is on the stick.")
            .build();

    private final OptionSpec window = Options.flag("--window")
            .description("Waits for a key in the end, up to five minutes: the window closes with the command.")
            .build();

    private final OptionSpec askedForRights = Options.flag("--asked-for-rights")
            .hidden(true)
            .description("Windows was asked already to run this as administrator.")
            .build();

    private Optional<Visit> visit = Optional.empty();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("collect");
        command.usageMessage()
                .description("Collects this PC onto a stick, for the one who goes from PC to PC with it: asks for the"
                        + " group tag by one key, writes a file into the folder devices, sends it where hwhash.conf"
                        + " names a service, and says in large words what came of it. Collect.cmd on the stick starts"
                        + " it.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(from)
                .addOption(wmiTimeout)
                .addOption(shutDown)
                .addOption(window)
                .addOption(askedForRights)
                .addPositional(stick);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        VisitRequest request = new VisitRequest(
                Options.path(stick),
                Options.paths(from),
                shutDown.getValue(),
                window.getValue(),
                askedForRights.getValue(),
                words());
        Visit begun = Visit.toThisPc(request, AnsiCodePage.ofThisPc(), Options.seconds(wmiTimeout), session);
        visit = Optional.of(begun);
        return begun.run();
    }

    /** What another run of the same needs to know, besides the flags. */
    private List<String> words() throws ProblemException {
        List<String> words = new ArrayList<>(common.words());
        words.add(wmiTimeout.longestName());
        words.add(Long.toString(Options.seconds(wmiTimeout).toSeconds()));
        return words;
    }

    @Override
    public void end() {
        if (visit.isPresent()) {
            visit.get().end();
        }
    }
}
