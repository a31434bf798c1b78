// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.TestDevices;
import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.outbox.ReportFile.Reading;
import dev.hwhash.uploader.report.Report;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A file of the outbox is read to the letter, or not at all. */
class ReportFileTest {

    private static StoredReport stored(byte[] body) {
        return new StoredReport(
                Report.stored(UUID.fromString("11111111-2222-4333-8444-555555555555"), body),
                Service.url("https://intake.example/contoso"),
                Instant.parse("2026-11-21T10:00:00.123456789Z"));
    }

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll byte[] body) {
        StoredReport stored = stored(body);
        assertThat(ReportFile.read(ReportFile.write(stored), stored.report().id()))
                .isEqualTo(new Reading.Whole(stored));
    }

    @Property(tries = 500)
    void anyBytesAreReadOrCalledDamaged(@ForAll("files") byte[] file) {
        assertThat(ReportFile.read(file, UUID.randomUUID())).isInstanceOf(Reading.Damaged.class);
    }

    @Provide
    Arbitrary<byte[]> files() {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<byte[]> lines = Arbitraries.strings()
                .withChars("hwas-report/1 \n0123456789abcdefT:Z")
                .ofMaxLength(300)
                .map(text -> ("hwhash-report/1 " + text).getBytes(US_ASCII));
        return Arbitraries.oneOf(any, lines);
    }

    @Property(tries = 500)
    void aFlippedBitIsNoticedWhereverItIs(
            @ForAll @IntRange(min = 0, max = 1 << 20) int place, @ForAll @IntRange(min = 0, max = 7) int bit) {
        StoredReport stored =
                stored(Report.of(TestDevices.device("S1"), "1.2.3").body());
        byte[] file = ReportFile.write(stored);
        file[place % file.length] ^= (byte) (1 << bit);
        assertThat(ReportFile.read(file, stored.report().id())).isInstanceOf(Reading.Damaged.class);
    }

    @Property(tries = 200)
    void aShorterFileIsDamaged(@ForAll @IntRange(min = 1, max = 1 << 20) int less) {
        StoredReport stored =
                stored(Report.of(TestDevices.device("S1"), "1.2.3").body());
        byte[] file = ReportFile.write(stored);
        byte[] cut = Arrays.copyOf(file, file.length - 1 - less % (file.length - 1));
        assertThat(ReportFile.read(cut, stored.report().id())).isInstanceOf(Reading.Damaged.class);
    }

    @Test
    void theFileOfAnotherReportIsDamaged() {
        StoredReport stored = stored(new byte[] {1});
        assertThat(ReportFile.read(ReportFile.write(stored), UUID.randomUUID())).isInstanceOf(Reading.Damaged.class);
    }

    @Test
    void noTokenAndNoHashStandInItsFirstLine() {
        Report report = Report.of(TestDevices.device("S1"), "1.2.3");
        StoredReport stored = new StoredReport(report, Service.url("https://intake.example"), Instant.EPOCH);
        String file = new String(ReportFile.write(stored), US_ASCII);
        assertThat(file.lines().findFirst().orElseThrow())
                .startsWith("hwhash-report/1 " + report.id() + " 1970-01-01T00:00:00Z " + report.contentSha256()
                        + " https://intake.example:443 ")
                .hasSizeLessThan(300);
    }
}
