// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.HashLayout;
import java.util.List;
import java.util.Optional;

/**
 * All that is in a hash, damaged or not. Each list is immutable.
 *
 * @param layout its records, what an importer makes of it, and where it breaks off
 * @param capture how and when it was made: type 1
 * @param locale languages, time zone and keyboard of the system that made it: type 36, as stored
 * @param processor types 2, 3, 4 and 34
 * @param memory type 5
 * @param disks types 6 and 7
 * @param bootDisk type 28
 * @param networkAdapters type 8
 * @param displays types 9 and 27
 * @param graphicsMemory type 29
 * @param videoAdapters type 30
 * @param chassis type 10
 * @param tpm types 11, 13 and 25
 * @param smbios types 12 and 14 to 23
 * @param licence types 24, 26 and 37
 * @param unread what told nothing, in the order of the hash
 */
public record HashContent(
        HashLayout layout,
        Optional<Capture> capture,
        Optional<String> locale,
        Processor processor,
        Optional<Memory> memory,
        List<Disk> disks,
        Optional<DiskName> bootDisk,
        List<NetworkAdapter> networkAdapters,
        List<Display> displays,
        List<GraphicsMemory> graphicsMemory,
        List<VideoAdapter> videoAdapters,
        Optional<Chassis> chassis,
        Tpm tpm,
        Smbios smbios,
        Licence licence,
        List<UnreadRecord> unread) {

    /** Makes one whose lists nobody can change. */
    public HashContent {
        disks = List.copyOf(disks);
        networkAdapters = List.copyOf(networkAdapters);
        displays = List.copyOf(displays);
        graphicsMemory = List.copyOf(graphicsMemory);
        videoAdapters = List.copyOf(videoAdapters);
        unread = List.copyOf(unread);
    }

    /**
     * Decodes a text.
     *
     * @param text a hash, damaged or not, or anything else
     * @return what can be read of it
     */
    public static HashContent of(String text) {
        return of(HashLayout.of(text));
    }

    /**
     * Decodes what can be read of a text.
     *
     * @param layout where its records are
     * @return what they hold
     */
    public static HashContent of(HashLayout layout) {
        RecordReader reader = new RecordReader(layout.records());
        return new HashContent(
                layout,
                reader.one(1, "capture", Capture::of),
                reader.string(36, "locale"),
                Processor.of(reader),
                reader.one(5, "memory", Memory::of),
                Pairs.of(
                        reader.places(6, "disk", DiskDrive::of),
                        reader.places(7, "disk name", DiskName::of),
                        Disk::new),
                reader.one(28, "boot disk", DiskName::of),
                reader.all(8, "network adapter", NetworkAdapter::of),
                Pairs.of(
                        reader.places(9, "display", Screen::of),
                        reader.places(27, "display size", ScreenSize::of),
                        Display::new),
                reader.all(29, "graphics memory", GraphicsMemory::of),
                reader.all(30, "video adapter", VideoAdapter::of),
                reader.one(10, "chassis", Chassis::of),
                Tpm.of(reader),
                Smbios.of(reader),
                Licence.of(reader),
                reader.unread());
    }
}
