// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.Capture;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What was decoded, in the words of {@link PlainReading}. */
final class ContentLines {

    private final List<String> lines = new ArrayList<>();

    private ContentLines() {}

    static List<String> of(HashContent content) {
        ContentLines all = new ContentLines();
        content.capture().ifPresent(made -> all.line(1, capture(made)));
        all.string(36, content.locale());
        all.processor(content.processor());
        content.memory()
                .ifPresent(it -> all.line(
                        5,
                        numbers(
                                it.installed(),
                                it.maximum(),
                                it.slots(),
                                it.arrays(),
                                it.errorCorrection().value())));
        content.disks().forEach(all::disk);
        content.bootDisk().ifPresent(it -> all.name(28, it));
        content.networkAdapters()
                .forEach(it -> all.line(
                        8,
                        numbers(it.medium().value()) + " "
                                + it.macAddress().replace(":", "").toLowerCase(Locale.ROOT) + " " + it.bus()));
        content.displays().forEach(all::display);
        content.graphicsMemory()
                .forEach(it -> all.line(
                        29,
                        numbers(it.dedicatedVideo(), it.dedicatedSystem(), it.removalPolicy(), it.inLocalContainer())));
        content.videoAdapters().forEach(it -> all.line(30, "adapter " + it.vendor() + "|" + it.name()));
        content.chassis()
                .ifPresent(it -> all.line(
                        10,
                        numbers(
                                it.type().value(),
                                it.powerRole().value(),
                                it.opticalDrive(),
                                it.digitizers(),
                                it.touches())));
        all.tpm(content.tpm());
        all.smbios(content.smbios());
        all.licence(content.licence());
        content.unread().forEach(it -> all.lines.add("unread " + it.type() + " " + it.length()));
        return all.lines;
    }

    private static String capture(Capture made) {
        return " " + made.tool() + " " + made.os() + " "
                + LocalDateTime.ofInstant(made.osSystemTime(), ZoneOffset.UTC) + "Z "
                + made.offsetMinutes() + numbers(made.osType(), made.architecture(), made.toolVersion());
    }

    private void processor(Processor processor) {
        processor
                .counts()
                .ifPresent(it -> line(
                        2,
                        numbers(it.architecture().value(), it.packages(), it.cores(), it.threads())
                                + (it.hyperThreading() ? " HT" : "")));
        string(3, processor.manufacturer());
        processor.model().ifPresent(it -> line(4, "string " + it));
        if (!processor.coreClasses().isEmpty()) {
            StringBuilder classes = new StringBuilder("classes");
            processor.coreClasses().forEach(it -> classes.append(numbers(it.efficiency(), it.cores(), it.threads())));
            line(34, classes.toString());
        }
    }

    private void disk(Disk disk) {
        disk.drive()
                .ifPresent(it -> line(
                        6, numbers(it.capacity(), it.bus().value(), it.kind().value(), it.trim())));
        disk.name().ifPresent(it -> name(7, it));
    }

    private void name(int type, DiskName name) {
        line(type, "name " + name.serialNumber() + "|" + name.product() + "|" + name.vendor());
    }

    private void display(Display display) {
        display.screen()
                .ifPresent(it -> line(
                        9,
                        known(it.width(), it.height(), it.horizontal(), it.vertical())
                                + numbers(it.connector().value())));
        display.size().ifPresent(it -> line(27, known(it.width(), it.height())));
    }

    private void tpm(Tpm tpm) {
        tpm.version().ifPresent(it -> line(13, "tpm " + it.text()));
        tpm.ekPub().ifPresent(it -> line(25, it.hex()));
        tpm.offlineDeviceId()
                .ifPresent(it -> line(11, numbers(it.status(), it.method().value(), it.flag()) + " " + it.value()));
    }

    private void smbios(Smbios smbios) {
        smbios.uuid().ifPresent(it -> line(12, it.value().toString()));
        string(14, smbios.serialNumber());
        string(15, smbios.firmwareVendor());
        string(16, smbios.manufacturer());
        string(17, smbios.productName());
        string(18, smbios.skuNumber());
        string(19, smbios.family());
        string(20, smbios.boardManufacturer());
        string(21, smbios.boardProduct());
        string(22, smbios.boardVersion());
        string(23, smbios.version());
    }

    private void licence(Licence licence) {
        string(24, licence.productKeyId());
        string(26, licence.productKeyPartNumber());
        licence.block().ifPresent(it -> {
            StringBuilder line = new StringBuilder("counts");
            it.classCounts().forEach(count -> line.append(" ").append(count));
            line.append(it.hashes().isEmpty() ? "" : " hashes");
            it.hashes().forEach(hash -> line.append(" ").append(hash));
            line(37, line.toString());
        });
    }

    private void string(int type, Optional<String> value) {
        value.ifPresent(it -> line(type, "string " + it));
    }

    private void line(int type, String line) {
        lines.add(type + " " + line);
    }

    private static String numbers(long... values) {
        StringBuilder line = new StringBuilder();
        for (long value : values) {
            line.append(' ').append(Long.toUnsignedString(value));
        }
        return line.toString();
    }

    private static String known(OptionalInt... values) {
        StringBuilder line = new StringBuilder();
        for (OptionalInt value : values) {
            line.append(' ').append(value.orElse(0xFFFF));
        }
        return line.toString();
    }
}
