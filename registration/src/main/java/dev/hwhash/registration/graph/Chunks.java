// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How devices are put into calls. Pure. */
final class Chunks {

    /**
     * Half of what Intune's own import takes (500 rows): a lost answer leaves less to be looked for, and a thousand
     * devices are five calls.
     */
    static final int MOST = 200;

    private Chunks() {}

    /**
     * Puts each device into the first call that has room and nothing that may be the same device: of two equal ones in
     * one call Intune fails one as {@code ZtdDeviceDuplicated}.
     *
     * @param entries devices
     * @param most how many go into one call
     * @return the calls, in the order of the devices
     */
    static List<List<Entry>> of(List<Entry> entries, int most) {
        List<Chunk> chunks = new ArrayList<>();
        for (Entry entry : entries) {
            Set<Object> keys = keys(entry);
            chunks.stream()
                    .filter(chunk -> chunk.takes(keys, most))
                    .findFirst()
                    .orElseGet(() -> {
                        Chunk chunk = new Chunk();
                        chunks.add(chunk);
                        return chunk;
                    })
                    .add(entry, keys);
        }
        return chunks.stream().map(chunk -> List.copyOf(chunk.entries)).toList();
    }

    /** By any of which two rows may be one device. */
    private static Set<Object> keys(Entry entry) {
        Set<Object> keys = new HashSet<>();
        DeviceIdentity identity = DeviceIdentity.of(entry.device());
        identity.ekHash().ifPresent(keys::add);
        identity.smbiosUuid().ifPresent(keys::add);
        identity.serialNumber()
                .map(serial -> "serial " + serial.toUpperCase(Locale.ROOT))
                .ifPresent(keys::add);
        entry.device()
                .value(Field.HARDWARE_HASH)
                .map(hash -> "hash " + hash.strip())
                .ifPresent(keys::add);
        return keys;
    }

    /** One call in the making. */
    private static final class Chunk {

        private final List<Entry> entries = new ArrayList<>();
        private final Set<Object> keys = new HashSet<>();

        boolean takes(Set<Object> others, int most) {
            return entries.size() < most && others.stream().noneMatch(keys::contains);
        }

        void add(Entry entry, Set<Object> its) {
            entries.add(entry);
            keys.addAll(its);
        }
    }
}
