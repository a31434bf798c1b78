// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.device;

import dev.hwhash.device.Field;
import dev.hwhash.device.ShortCode;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.search.ReportSummary;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A report in a line.
 *
 * @param id its sender's id
 * @param receivedAt when it was stored
 * @param code what was read out before the PC
 * @param capturedAt the time inside its hash, where that can be believed
 * @param token by which it came: its name, else its number in words
 * @param client the address that it came from; empty text where that was not kept
 * @param source what it was read from
 * @param agentVersion of the hwhash that sent it
 * @param said its values but its hash
 * @param content how its content's hash begins
 * @param flags rules that it broke
 */
public record ReportLine(
        String id,
        Instant receivedAt,
        ShortCode code,
        Optional<Instant> capturedAt,
        String token,
        String client,
        String source,
        String agentVersion,
        String said,
        String content,
        String flags) {

    private static final int SHOWN_OF_HASH = 8;

    static ReportLine of(ReportSummary report, Texts texts) {
        String name = report.origin().tokenName();
        return new ReportLine(
                report.reportId(),
                report.receivedAt(),
                ShortCode.of(UUID.fromString(report.reportId())),
                report.capturedAt(),
                name.isEmpty()
                        ? texts.of(
                                "token.unnamed", Long.toString(report.origin().token()))
                        : name,
                report.origin().client().orElse(""),
                report.source(),
                report.agentVersion(),
                said(report),
                report.contentSha256().substring(0, SHOWN_OF_HASH),
                String.join(", ", report.flags()));
    }

    private static String said(ReportSummary report) {
        return String.join(
                ", ",
                Stream.of(Field.SERIAL_NUMBER, Field.MANUFACTURER, Field.MODEL, Field.GROUP_TAG, Field.ASSIGNED_USER)
                        .flatMap(field -> report.facts().value(field).stream())
                        .toList());
    }
}
