// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where oa3tool.exe is looked for, unless it is named: beside hwhash, then where the Windows ADK puts it; pure.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/get-started/adk-install">Windows ADK</a>
 */
public final class Oa3Places {

    private static final String NAME = "oa3tool.exe";

    private Oa3Places() {}

    /**
     * Returns the places in the order in which they count.
     *
     * @param program the folder of hwhash
     * @param programFiles the variable {@code ProgramFiles(x86)}; empty where it is not set
     * @param osArch the processor as Java names it, such as {@code amd64}
     * @return paths of files that may not be there
     */
    public static List<Path> of(Path program, Optional<Path> programFiles, String osArch) {
        String processor = processor(osArch);
        List<Path> places = new ArrayList<>();
        places.add(program.resolve(NAME));
        places.add(program.resolve("oa3tool").resolve(NAME));
        places.add(program.resolve("oa3tool").resolve(processor).resolve(NAME));
        if (programFiles.isPresent()) {
            places.add(programFiles
                    .get()
                    .resolve("Windows Kits")
                    .resolve("10")
                    .resolve("Assessment and Deployment Kit")
                    .resolve("Deployment Tools")
                    .resolve(processor)
                    .resolve("Licensing")
                    .resolve("OA30")
                    .resolve(NAME));
        }
        return List.copyOf(places);
    }

    /** Returns the ADK's name of a processor. */
    private static String processor(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm64";
            default -> "amd64";
        };
    }
}
