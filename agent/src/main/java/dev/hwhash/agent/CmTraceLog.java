// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A log that CMTrace and Support Center read: the format of Configuration Manager's own logs. Each line is opened,
 * appended and closed by itself, so that several processes can share a file and a failure costs one line. Nothing about
 * a log ever changes what a run does.
 *
 * @see <a href="https://learn.microsoft.com/mem/configmgr/core/support/cmtrace">CMTrace</a>
 */
final class CmTraceLog {

    /** How a line is shown. */
    enum Type {
        INFO(1),
        WARNING(2),
        ERROR(3);

        private final int number;

        Type(int number) {
            this.number = number;
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-yyyy", Locale.ROOT);

    private final Path file;
    private final String component;

    CmTraceLog(Path file, String component) {
        this.file = file;
        this.component = component;
    }

    /**
     * Tries whether the file can be written.
     *
     * @param refuseLinks whether a link in its place could redirect an elevated process
     * @throws IOException if it cannot be written
     */
    void open(boolean refuseLinks) throws IOException {
        if (refuseLinks && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (is.isSymbolicLink() || is.isOther()) {
                throw new IOException("it is a link, which an elevated process does not follow");
            }
        }
        append("");
    }

    void write(Type type, String words) {
        try {
            append(line(
                    type,
                    words,
                    ZonedDateTime.now(ZoneId.systemDefault()),
                    component,
                    ProcessHandle.current().pid()));
        } catch (IOException lost) {
            // A log that fails half-way must not end a run that works.
        }
    }

    private void append(String line) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One line; the bias is what has to be added to local time to get UTC, in minutes. */
    static String line(Type type, String words, ZonedDateTime at, String component, long thread) {
        int bias = -at.getOffset().getTotalSeconds() / 60;
        return "<![LOG[" + words.replace("]LOG]!>", "]LOG] !>") + "]LOG]!>"
                + "<time=\"" + TIME.format(at) + (bias < 0 ? "-" : "+") + String.format("%03d", Math.abs(bias)) + "\""
                + " date=\"" + DATE.format(at) + "\" component=\"" + component + "\" context=\"\""
                + " type=\"" + type.number + "\" thread=\"" + thread + "\" file=\"\">\r\n";
    }
}
