// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.DeviceLayouts;
import dev.hwhash.device.hash.SyntheticPc;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What was built comes out again, whatever the values are. */
class BuiltContentTest {

    private static final int U16 = 0xFFFF;
    private static final long U32 = 0xFFFFFFFFL;

    @Property(tries = 200)
    void aCapture(
            @ForAll @Size(8) List<@IntRange(max = U16) Integer> versions,
            @ForAll @LongRange(max = U32) long seconds,
            @ForAll byte offset,
            @ForAll @Size(3) List<@IntRange(max = 255) Integer> kinds) {
        int[] v = versions.stream().mapToInt(Integer::intValue).toArray();
        Instant time = Instant.parse("2000-01-01T00:00:00Z").plusSeconds(seconds);
        byte[] payload = DeviceLayouts.capture(
                new int[] {v[0], v[1], v[2], v[3]},
                new int[] {v[4], v[5], v[6], v[7]},
                time,
                offset,
                kinds.get(0),
                kinds.get(1),
                kinds.get(2));

        Capture made = content(1, payload).capture().orElseThrow();

        assertThat(made.tool()).hasToString(v[0] + "." + v[1] + "." + v[2] + "." + v[3]);
        assertThat(made.os()).hasToString(v[4] + "." + v[5] + "." + v[6] + "." + v[7]);
        assertThat(made.osSystemTime()).isEqualTo(time);
        assertThat(made.offsetMinutes()).isEqualTo(offset * 15);
        assertThat(List.of(made.osType(), made.architecture(), made.toolVersion()))
                .isEqualTo(kinds);
    }

    @Property(tries = 200)
    void aProcessor(@ForAll @Size(4) List<@IntRange(max = U16) Integer> n, @ForAll boolean hyperThreading) {
        byte[] payload = DeviceLayouts.processor(n.get(0), n.get(1), n.get(2), n.get(3), hyperThreading);

        ProcessorCounts counts = content(2, payload).processor().counts().orElseThrow();

        assertThat(counts.architecture().value()).isEqualTo(n.get(0).longValue());
        assertThat(List.of(counts.packages(), counts.cores(), counts.threads())).isEqualTo(n.subList(1, 4));
        assertThat(counts.hyperThreading()).isEqualTo(hyperThreading);
    }

    @Property(tries = 200)
    void coreClasses(@ForAll @Size(max = 6) List<@Size(3) List<@IntRange(max = 255) Integer>> classes) {
        int[][] numbers = classes.stream()
                .map(one -> one.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);

        assertThat(content(34, DeviceLayouts.coreClasses(numbers)).processor().coreClasses())
                .extracting(it -> List.of(it.efficiency(), it.cores(), it.threads()))
                .isEqualTo(classes);
    }

    @Property(tries = 200)
    void memory(
            @ForAll long installed,
            @ForAll long maximum,
            @ForAll @IntRange(max = U16) int slots,
            @ForAll @IntRange(max = U16) int arrays,
            @ForAll @IntRange(max = 255) int correction) {
        byte[] payload = DeviceLayouts.memory(installed, maximum, slots, arrays, correction);

        Memory memory = content(5, payload).memory().orElseThrow();

        assertThat(memory).isEqualTo(new Memory(installed, maximum, slots, arrays, memory.errorCorrection()));
        assertThat(memory.errorCorrection().value()).isEqualTo(correction);
    }

    @Property(tries = 200)
    void disks(
            @ForAll @Size(min = 1, max = 4) List<Long> capacities,
            @ForAll @AlphaChars @StringLength(max = 20) String serial,
            @ForAll @AlphaChars @StringLength(max = 20) String product,
            @ForAll @IntRange(max = U16) int bus) {
        SyntheticPc pc = SyntheticPc.empty();
        for (Long capacity : capacities) {
            pc = pc.with(6, DeviceLayouts.disk(capacity, bus, 0, 1));
        }
        for (int i = 0; i < capacities.size(); i++) {
            pc = pc.with(7, DeviceLayouts.diskName(serial + i, product, "V" + i));
        }

        List<Disk> disks = HashContent.of(pc.text()).disks();

        assertThat(disks)
                .extracting(disk -> disk.drive().orElseThrow().capacity())
                .isEqualTo(capacities);
        assertThat(disks).allMatch(disk -> disk.drive().orElseThrow().bus().value() == bus);
        assertThat(disks)
                .extracting(disk -> disk.name().orElseThrow())
                .isEqualTo(IntStream.range(0, capacities.size())
                        .mapToObj(i -> new DiskName(serial + i, product, "V" + i))
                        .toList());
    }

    @Property(tries = 200)
    void networkAdapters(
            @ForAll @LongRange(max = U32) long medium,
            @ForAll @Size(6) byte[] mac,
            @ForAll @AlphaChars @StringLength(max = 10) String bus) {
        NetworkAdapter adapter = content(8, DeviceLayouts.networkAdapter(medium, mac, bus))
                .networkAdapters()
                .get(0);

        assertThat(adapter.medium().value()).isEqualTo(medium);
        assertThat(adapter.bus()).isEqualTo(bus);
        assertThat(adapter.macAddress())
                .isEqualTo(String.format(
                        Locale.ROOT, "%02X:%02X:%02X:%02X:%02X:%02X", mac[0], mac[1], mac[2], mac[3], mac[4], mac[5]));
    }

    @Property(tries = 200)
    void displays(@ForAll @Size(4) List<@IntRange(max = U16) Integer> n, @ForAll @LongRange(max = U32) long connector) {
        byte[] payload = DeviceLayouts.screen(n.get(0), n.get(1), n.get(2), n.get(3), connector);

        Screen screen = content(9, payload).displays().get(0).screen().orElseThrow();

        assertThat(List.of(screen.width(), screen.height(), screen.horizontal(), screen.vertical()))
                .extracting(it -> it.orElse(U16))
                .isEqualTo(n);
        assertThat(screen.connector().value()).isEqualTo(connector);
    }

    @Property(tries = 200)
    void chassisAndGraphics(
            @ForAll @Size(5) List<@IntRange(max = 255) Integer> n, @ForAll long video, @ForAll long system) {
        HashContent content = HashContent.of(SyntheticPc.empty()
                .with(10, DeviceLayouts.chassis(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4)))
                .with(29, DeviceLayouts.graphicsMemory(video, system, n.get(0), n.get(1)))
                .text());

        Chassis chassis = content.chassis().orElseThrow();
        assertThat(List.of(
                        (int) chassis.type().value(),
                        (int) chassis.powerRole().value(),
                        chassis.opticalDrive(),
                        chassis.digitizers(),
                        chassis.touches()))
                .isEqualTo(n);
        assertThat(content.graphicsMemory()).containsExactly(new GraphicsMemory(video, system, n.get(0), n.get(1)));
    }

    @Property(tries = 200)
    void strings(
            @ForAll @IntRange(min = 14, max = 24) int type,
            @ForAll @StringLength(min = 1, max = 40) @AlphaChars String text) {
        byte[] payload = (text + "\0").getBytes(StandardCharsets.UTF_8);

        assertThat(ContentLines.of(content(type, payload))).containsExactly(type + " string " + text);
    }

    @Property(tries = 200)
    void licensing(
            @ForAll @Size(10) List<@IntRange(max = U16) Integer> counts,
            @ForAll @Size(max = 20) List<@IntRange(max = U16) Integer> hashes) {
        byte[] payload = DeviceLayouts.licensing(
                counts.stream().mapToInt(Integer::intValue).toArray(),
                hashes.stream().mapToInt(Integer::intValue).toArray());

        assertThat(content(37, payload).licence().block()).contains(new LicensingBlock(counts, hashes));
    }

    private static HashContent content(int type, byte[] payload) {
        return HashContent.of(SyntheticPc.empty().with(type, payload).text());
    }
}
