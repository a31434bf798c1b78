// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.outline;

import dev.hwhash.device.hash.content.Chassis;
import dev.hwhash.device.hash.content.Disk;
import dev.hwhash.device.hash.content.Display;
import dev.hwhash.device.hash.content.HashContent;
import dev.hwhash.device.hash.content.Memory;
import dev.hwhash.device.hash.content.Processor;

/** The parts of a PC in the outline of its hash. */
final class MachineOutline {

    private MachineOutline() {}

    static void addTo(Outline all, HashContent content) {
        all.group("processor", processor(content.processor()));
        content.memory().ifPresent(memory -> all.group("memory", memory(memory)));
        all.group("disks", content.disks().stream().map(MachineOutline::disk).toList());
        content.bootDisk()
                .ifPresent(disk ->
                        all.text("DiskSSNKernel", disk.serialNumber() + "|" + disk.product() + "|" + disk.vendor()));
        all.group(
                "networkAdapters",
                content.networkAdapters().stream()
                        .map(adapter -> new Outline()
                                .code("PhysicalMedium", adapter.medium())
                                .text("MacAddress", adapter.macAddress())
                                .text("bus", adapter.bus()))
                        .toList());
        all.group(
                "displays",
                content.displays().stream().map(MachineOutline::display).toList());
        graphics(all, content);
        content.chassis().ifPresent(chassis -> all.group("chassis", chassis(chassis)));
    }

    private static Outline processor(Processor processor) {
        Outline outline = new Outline()
                .text("ProcessorManufacturer", processor.manufacturer())
                .text("ProcessorModel", processor.model());
        processor
                .counts()
                .ifPresent(counts -> outline.code("ProcessorArchitecture", counts.architecture())
                        .number("ProcessorPackages", counts.packages(), "")
                        .number("ProcessorCores", counts.cores(), "")
                        .number("ProcessorThreads", counts.threads(), "")
                        .flag("ProcessorHyperThreading", counts.hyperThreading()));
        if (!processor.coreClasses().isEmpty()) {
            outline.group(
                    "coreClasses",
                    processor.coreClasses().stream()
                            .map(kind -> new Outline()
                                    .number("efficiencyClass", kind.efficiency(), "")
                                    .number("cores", kind.cores(), "")
                                    .number("threads", kind.threads(), ""))
                            .toList());
        }
        return outline;
    }

    private static Outline memory(Memory memory) {
        return new Outline()
                .unsigned("TotalPhysicalRAM", memory.installed(), " GiB")
                .unsigned("SmbiosRamMaximumCapacity", memory.maximum(), " GiB")
                .number("SmbiosRamSlots", memory.slots(), "")
                .number("SmbiosRamArrayCount", memory.arrays(), "")
                .code("SmbiosRamErrorCorrection", memory.errorCorrection());
    }

    private static Outline disk(Disk disk) {
        Outline outline = new Outline();
        disk.drive()
                .ifPresent(drive -> outline.unsigned("DiskCapacity", drive.capacity(), " GB")
                        .code("StorageBusType", drive.bus())
                        .code("DiskType", drive.kind())
                        .number("trim", drive.trim(), ""));
        disk.name()
                .ifPresent(name -> outline.text("DiskSerialNumber", name.serialNumber())
                        .text("product", name.product())
                        .text("vendor", name.vendor()));
        return outline;
    }

    private static Outline display(Display display) {
        Outline outline = new Outline();
        display.screen()
                .ifPresent(screen -> outline.number("DisplaySizePhysicalH", screen.width(), " mm")
                        .number("DisplaySizePhysicalY", screen.height(), " mm")
                        .number("DisplayResolutionHorizontal", screen.horizontal(), " pixels")
                        .number("DisplayResolutionVertical", screen.vertical(), " pixels")
                        .code("connector", screen.connector()));
        display.size()
                .ifPresent(size ->
                        outline.number("widthInCm", size.width(), " cm").number("heightInCm", size.height(), " cm"));
        return outline;
    }

    private static void graphics(Outline all, HashContent content) {
        all.group(
                "videoAdapters",
                content.videoAdapters().stream()
                        .map(adapter -> new Outline()
                                .text("VideoAdapter", adapter.name())
                                .text("vendor", adapter.vendor()))
                        .toList());
        all.group(
                "graphicsMemory",
                content.graphicsMemory().stream()
                        .map(memory -> new Outline()
                                .unsigned("dedicatedVideo", memory.dedicatedVideo(), " bytes")
                                .unsigned("dedicatedSystem", memory.dedicatedSystem(), " bytes")
                                .number("removalPolicy", memory.removalPolicy(), "")
                                .number("inLocalContainer", memory.inLocalContainer(), ""))
                        .toList());
    }

    private static Outline chassis(Chassis chassis) {
        return new Outline()
                .code("ChassisType", chassis.type())
                .code("PowerPlatformRole", chassis.powerRole())
                .number("opticalDrive", chassis.opticalDrive(), "")
                .number("DigitizerSupportID", chassis.digitizers(), "")
                .words("digitizers", chassis.digitizerNames())
                .number("maximumTouches", chassis.touches(), "");
    }
}
