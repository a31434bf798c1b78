// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.outline;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.HashLayout;
import dev.hwhash.device.hash.content.CaptureCodes;
import dev.hwhash.device.hash.content.HashContent;
import java.time.ZoneOffset;
import java.util.Optional;

/** The outline of a hash. Names are oa3tool's where it has one, and ours in camelCase where not. */
public final class HashOutline {

    private HashOutline() {}

    /**
     * Outlines a hash, damaged or not.
     *
     * @param content what is in it
     * @return the verdict, the envelope, and a group for each part; not the text of the hash
     */
    public static Outline of(HashContent content) {
        Outline all = new Outline()
                .group("verdict", new Verdict(content).outline())
                .group("envelope", envelope(content.layout()))
                .group("madeBy", madeBy(content));
        MachineOutline.addTo(all, content);
        IdentityOutline.addTo(all, content);
        return all.group(
                "unreadRecords",
                content.unread().stream()
                        .map(record -> new Outline()
                                .number("type", record.type(), "")
                                .number("at", record.at(), "")
                                .number("length", record.length(), " bytes")
                                .text("why", record.why()))
                        .toList());
    }

    private static Outline envelope(HashLayout layout) {
        Outline envelope = new Outline()
                .number("bytes", layout.size(), "")
                .number("statedLength", layout.statedLength(), " bytes")
                .number("records", layout.records().size(), "");
        Optional<HashLayout.Break> end = layout.end();
        if (end.isPresent()) {
            envelope.number("breaksAtByte", end.get().at(), "")
                    .number("breaksAtCharacter", end.get().character(), "")
                    .text("breakReason", end.get().why());
        }
        return envelope;
    }

    private static Outline madeBy(HashContent content) {
        Outline madeBy = new Outline();
        if (content.capture().isPresent()) {
            Capture made = content.capture().get();
            madeBy.number("ToolVersion", made.toolVersion(), "")
                    .text("ToolBuild", made.tool().toString())
                    .code("OSType", CaptureCodes.osType(made))
                    .code("OsCpuArchitecture", CaptureCodes.architecture(made))
                    .text("OsBuild", made.os().toString())
                    .text("OsSystemTime", made.osSystemTime().toString())
                    .text("OsLocalTime", localTime(made))
                    .number("utcOffsetMinutes", made.offsetMinutes(), "");
        }
        return madeBy.text("locale", content.locale());
    }

    /** Where the offset is one that no place has, the local time would be wrong by a day. */
    private static Optional<String> localTime(Capture made) {
        Optional<ZoneOffset> offset = made.offset();
        return offset.map(
                ahead -> ISO_OFFSET_DATE_TIME.format(made.osSystemTime().atOffset(ahead)));
    }
}
