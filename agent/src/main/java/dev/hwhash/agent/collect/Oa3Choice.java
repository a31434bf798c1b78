// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.configuration.FileTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which oa3tool.exe is run. */
sealed interface Oa3Choice {

    /** Where to get it, and what for; Microsoft lets nobody else give it out. */
    String FETCH = "take oa3tool.exe from the Windows ADK (Deployment Tools, folder Licensing\\OA30), put it beside"
            + " hwhash.jar or name it by --oa3tool; or run hwhash in the PC's own Windows";

    /**
     * One that may be run.
     *
     * @param program by its real path, behind no link that somebody could turn
     */
    record Chosen(Path program) implements Oa3Choice {}

    /**
     * None.
     *
     * @param why what was looked for, and what to do
     */
    record None(String why) implements Oa3Choice {}

    /**
     * Chooses the first that is there.
     *
     * @param named the one that somebody named, which counts alone
     * @param places where it is looked for otherwise
     * @param elevated whether somebody who can change the file could misuse this process
     */
    static Oa3Choice of(Optional<Path> named, List<Path> places, boolean elevated) {
        for (Path place : named.isPresent() ? List.of(named.get()) : places) {
            if (Files.isRegularFile(place)) {
                return trusted(place, elevated);
            }
        }
        return new None(
                named.isPresent()
                        ? "there is no file " + named.get() + ", which --oa3tool names; " + FETCH
                        : "there is no " + listed(places) + "; " + FETCH);
    }

    private static String listed(List<Path> places) {
        return places.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static Oa3Choice trusted(Path place, boolean elevated) {
        try {
            Path real = place.toRealPath();
            Optional<String> why = elevated ? distrust(real) : Optional.empty();
            return why.isPresent() ? new None(place + " is not run: " + why.get()) : new Chosen(real);
        } catch (IOException e) {
            return new None(place + " is not run: its rights cannot be read ("
                    + e.getClass().getSimpleName() + "); put it on a stick with FAT or exFAT");
        }
    }

    /** The folder too: a DLL that somebody puts there is loaded before that of Windows. */
    private static Optional<String> distrust(Path program) throws IOException {
        Optional<String> why = FileTrust.distrust(program);
        Path folder = program.getParent();
        return why.isPresent() || folder == null
                ? why
                : FileTrust.distrust(folder)
                        .map(words -> "beside it others could put a DLL: in " + folder + ", " + words);
    }
}
