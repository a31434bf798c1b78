// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How devices are put into calls. */
class ChunksTest {

    private static Entry entry(String serial) {
        return new Entry(UUID.randomUUID(), TestDevices.device(serial));
    }

    @Property(tries = 50)
    void eachDeviceIsInOneCallAndNoneIsInACallTwice(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> serials,
            @ForAll @IntRange(min = 1, max = 7) int most) {
        List<Entry> entries =
                serials.stream().map(number -> entry("HWHASH-000" + number)).toList();
        List<List<Entry>> chunks = Chunks.of(entries, most);
        List<Entry> all = new ArrayList<>();
        for (List<Entry> chunk : chunks) {
            assertThat(chunk).hasSizeBetween(1, most);
            List<String> in = chunk.stream()
                    .map(one -> one.device().value(Field.SERIAL_NUMBER).orElseThrow())
                    .toList();
            assertThat(new HashSet<>(in)).hasSameSizeAs(in);
            all.addAll(chunk);
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void twoHashesOfOneDeviceGoIntoTwoCalls() {
        Entry first = entry("HWHASH-0001");
        Entry again = new Entry(
                UUID.randomUUID(),
                TestDevices.device(SyntheticHash.of("HWHASH-0001").osBuild(26200), "HWHASH-0001"));
        assertThat(Chunks.of(List.of(first, again), 10)).containsExactly(List.of(first), List.of(again));
    }

    @Test
    void aThousandDevicesAreFiveCalls() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            entries.add(new Entry(UUID.randomUUID(), TestDevices.named("HWHASH-" + i, "Contoso", "Book 3")));
        }
        assertThat(Chunks.of(entries, Chunks.MOST)).hasSize(5);
    }
}
