// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.uploader.report.ContentHash;
import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * The bytes of a file in the outbox: one line of ASCII, then the body of the report to the end.
 *
 * <pre>hwhash-report/1 UUID TIME CONTENT-SHA256 TARGET LINE-SHA256</pre>
 *
 * <p>The last word is the SHA-256 of the line before it, so that a flipped bit sends nothing to another place.
 */
final class ReportFile {

    private static final String KIND = "hwhash-report/1";
    private static final int WORDS = 6;
    /** Above any first line: a URL has 2048 characters at most. */
    private static final int LONGEST_LINE = 4096;

    private ReportFile() {}

    /** What stands in a file. */
    sealed interface Reading {

        /** A report that can be sent. */
        record Whole(StoredReport stored) implements Reading {}

        /** Something that can not, in words without a byte of it. */
        record Damaged(String words) implements Reading {}
    }

    static byte[] write(StoredReport stored) {
        Report report = stored.report();
        String line = String.join(
                " ",
                KIND,
                report.id().toString(),
                stored.since().toString(),
                report.contentSha256(),
                stored.target().toString());
        byte[] first = (line + " " + ContentHash.of(line) + "\n").getBytes(US_ASCII);
        byte[] body = report.body();
        byte[] file = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, file, first.length, body.length);
        return file;
    }

    /** Reads a file that has the name of this report. Takes any bytes. */
    static Reading read(byte[] file, UUID name) {
        int end = lineEnd(file);
        if (end < 0) {
            return new Reading.Damaged("it has no first line");
        }
        String line = new String(file, 0, end, US_ASCII);
        String[] words = line.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(KIND)) {
            return new Reading.Damaged("its first line is not that of a report");
        }
        String checked = line.substring(0, line.lastIndexOf(' '));
        if (!words[5].equals(ContentHash.of(checked))) {
            return new Reading.Damaged("its first line does not match its checksum");
        }
        if (!words[1].equals(name.toString())) {
            return new Reading.Damaged("it is the file of report " + words[1]);
        }
        Report report = Report.stored(name, Arrays.copyOfRange(file, end + 1, file.length));
        if (!words[3].equals(report.contentSha256())) {
            return new Reading.Damaged("its content does not match its checksum");
        }
        return whole(report, words[4], words[2]);
    }

    private static Reading whole(Report report, String target, String since) {
        try {
            return new Reading.Whole(new StoredReport(report, Target.of(target), Instant.parse(since)));
        } catch (NotAServiceUrlException e) {
            return new Reading.Damaged("its target is none");
        } catch (DateTimeException e) {
            return new Reading.Damaged("its time is none");
        }
    }

    private static int lineEnd(byte[] file) {
        for (int i = 0; i < Math.min(file.length, LONGEST_LINE); i++) {
            if (file[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
