// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    private final LinkOption[] links;
    private final Set<OpenOption> appending;

    /**
     * Names a log.
     *
     * @param refuseLinks whether a link in its place could redirect an elevated process
     */
    CmTraceLog(Path file, String component, boolean refuseLinks) {
        this.file = file;
        this.component = component;
        this.links = refuseLinks ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS} : new LinkOption[0];
        this.appending = new HashSet<>(Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        this.appending.addAll(List.of(links));
    }

    /**
     * Tries whether the file can be written.
     *
     * @throws IOException if it cannot be written; the message says why
     */
    void open() throws IOException {
        if (Files.exists(file, links)) {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, links);
            if (is.isSymbolicLink()) {
                throw new IOException("it is a link, which an elevated process does not follow");
            }
            // A pipe would be waited for until somebody reads it.
            if (!is.isRegularFile()) {
                throw new IOException("it is no plain file");
            }
        }
        try {
            append("");
        } catch (NoSuchFileException e) {
            throw new IOException("its folder does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException("access denied", e);
        }
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
        try (ByteChannel out = Files.newByteChannel(file, appending)) {
            out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** One line; the bias is what has to be added to local time to get UTC, in minutes. */
    static String line(Type type, String words, ZonedDateTime at, String component, long thread) {
        int bias = -at.getOffset().getTotalSeconds() / 60;
        return "<![LOG[" + words.replace("]LOG]!>", "]LOG] !>") + "]LOG]!>"
                + "<time=\"" + TIME.format(at) + (bias < 0 ? "-" : "+")
                + String.format(Locale.ROOT, "%03d", Math.abs(bias)) + "\""
                + " date=\"" + DATE.format(at) + "\" component=\"" + component + "\" context=\"\""
                + " type=\"" + type.number + "\" thread=\"" + thread + "\" file=\"\">\r\n";
    }
}
