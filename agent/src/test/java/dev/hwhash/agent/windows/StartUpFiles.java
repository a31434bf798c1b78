// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lays out for {@code dev/bench-start-up} what it measures with: the PC that the COM double plays, and a file with rows
 * of other PCs.
 */
final class StartUpFiles {

    private static final int OTHERS = 10;

    private StartUpFiles() {}

    /**
     * Writes the files, and with {@code wine} compiles and registers what they are for.
     *
     * @param args the folder to write to, then perhaps {@code wine}
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).toAbsolutePath();
        write(folder.resolve("hash.txt"), SyntheticHash.of("HWHASH-0000").text());
        StringBuilder rows = new StringBuilder("Device Serial Number,Windows Product ID,Hardware Hash\r\n");
        for (int i = 1; i <= OTHERS; i++) {
            String serial = "HWHASH-" + (1000 + i);
            rows.append(serial)
                    .append(",,")
                    .append(SyntheticHash.of(serial).text())
                    .append("\r\n");
        }
        write(folder.resolve("others.csv"), rows.toString());
        if (args.length > 1) {
            WineBed.registerDouble();
            write(
                    folder.resolve("scenario.txt"),
                    "Win32_BIOS.SerialNumber = HWHASH-0000\n" + "Win32_ComputerSystem.Manufacturer = Contoso\n"
                            + "Win32_ComputerSystem.Model = Book 3\n" + "hash.file = "
                            + WindowsPc.windowsPath(folder.resolve("hash.txt")) + "\n");
            Files.copy(WineBed.program("queries"), folder.resolve("queries.exe"));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
