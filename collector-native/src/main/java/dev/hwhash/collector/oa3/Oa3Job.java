// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.nio.file.Path;
import java.util.List;

/**
 * What one run of oa3tool is told: a configuration in which input and output are files, and a product key that is none,
 * since only the hardware is asked for. All paths are absolute; pure.
 *
 * @param folder where all its files are
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/oa3-command-line-config-file-syntax">OA3
 *     command line and configuration file syntax</a>
 */
record Oa3Job(Path folder) {

    Oa3Job {
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException("oa3tool looks up relative paths from wherever it likes: " + folder);
        }
    }

    Path configuration() {
        return folder.resolve("OA3.cfg");
    }

    Path key() {
        return folder.resolve("key.xml");
    }

    Path report() {
        return folder.resolve("OA3.xml");
    }

    /** Returns the command line; without a key in the firmware, the tool must not look for it. */
    List<String> command(Path program) {
        return List.of(program.toString(), "/Report", "/ConfigFile=" + configuration(), "/NoKeyCheck");
    }

    String configurationText() {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <OA3>
                  <FileBased>
                    <InputKeyXMLFile>%s</InputKeyXMLFile>
                  </FileBased>
                  <OutputData>
                    <AssembledBinaryFile>%s</AssembledBinaryFile>
                    <ReportedXMLFile>%s</ReportedXMLFile>
                  </OutputData>
                </OA3>
                """.formatted(text(key()), text(folder.resolve("OA3.bin")), text(report()));
    }

    String keyText() {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <Key>
                  <ProductKey>XXXXX-XXXXX-XXXXX-XXXXX-XXXXX</ProductKey>
                  <ProductKeyID>0000000000000</ProductKeyID>
                  <ProductKeyState>0</ProductKeyState>
                </Key>
                """;
    }

    /** Returns a path as the text of an element. */
    private static String text(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
