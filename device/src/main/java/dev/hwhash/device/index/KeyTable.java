// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that was kept for a key; its fingerprint stands at the start of its {@link Entries}. Many small tables with open
 * addressing, so that only a small one is copied when it grows: 8 bytes a place, 64 to 80 % of them taken. Half of a
 * place is of the key's hash, which spares nearly all looks at other rows, and all of them in growing. Not thread-safe.
 */
final class KeyTable {

    /** No row. */
    static final int NONE = -1;

    private static final int PARTS_LOG_2 = 8;
    private static final int SMALLEST = 8;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final Entries entries;
    private final Key key;
    private final @Nullable Part[] parts = new Part[1 << PARTS_LOG_2];

    /** In each place the lower half of a hash, then the number of the row plus 1; 0 where it is free. */
    private static final class Part {
        private long[] places = new long[SMALLEST];
        private int taken;
    }

    KeyTable(Entries entries, Key key) {
        this.entries = entries;
        this.key = key;
    }

    /** Returns the row that was kept for the key of this row; keeps this row where there is none. */
    int put(int row) {
        long[] words = entries.segment(row);
        int at = entries.at(row);
        if (!key.isKnown(words, at)) {
            return NONE;
        }
        long hash = Mixer.spread(key.mixed(words, at));
        Part part = part(hash);
        int place = place(part.places, hash, words, at);
        if (part.places[place] != 0) {
            return row(part.places[place]);
        }
        part.places[place] = hash << Integer.SIZE | (row + 1);
        part.taken++;
        if (part.taken * 5L > part.places.length * 4L) {
            part.places = grown(part.places);
        }
        return NONE;
    }

    /** Returns the row that was kept for the key of a fingerprint. */
    int find(long[] words, int at) {
        if (!key.isKnown(words, at)) {
            return NONE;
        }
        long hash = Mixer.spread(key.mixed(words, at));
        long[] places = part(hash).places;
        return row(places[place(places, hash, words, at)]);
    }

    /** Forgets all rows. */
    void clear() {
        Arrays.fill(parts, null);
    }

    /** Keeps no row any more for the key of a row that is kept for it; nothing happens where it lacks the key. */
    void remove(int row) {
        if (key.isKnown(entries.segment(row), entries.at(row))) {
            replace(row, NONE);
        }
    }

    /** Keeps another row, or none, for the key of a row that is kept for it. */
    void replace(int row, int other) {
        long[] words = entries.segment(row);
        long hash = Mixer.spread(key.mixed(words, entries.at(row)));
        Part part = part(hash);
        int place = place(part.places, hash, words, entries.at(row));
        if (other == NONE) {
            free(part.places, place);
            part.taken--;
        } else {
            part.places[place] = hash << Integer.SIZE | (other + 1);
        }
    }

    /** Frees a place and closes the gap: what follows may be there only because the place was taken. */
    private static void free(long[] places, int place) {
        int gap = place;
        int next = after(gap, places.length);
        while (places[next] != 0) {
            int home = home(places[next] >>> Integer.SIZE, places.length);
            boolean mayMove = gap <= next ? home <= gap || home > next : home <= gap && home > next;
            if (mayMove) {
                places[gap] = places[next];
                gap = next;
            }
            next = after(next, places.length);
        }
        places[gap] = 0;
    }

    private Part part(long hash) {
        int number = (int) (hash >>> (Long.SIZE - PARTS_LOG_2));
        Part part = parts[number];
        if (part == null) {
            part = new Part();
            parts[number] = part;
        }
        return part;
    }

    private int place(long[] places, long hash, long[] words, int at) {
        int place = home(hash & LOW_HALF, places.length);
        while (places[place] != 0 && !holds(places[place], hash & LOW_HALF, words, at)) {
            place = after(place, places.length);
        }
        return place;
    }

    private boolean holds(long content, long half, long[] words, int at) {
        if (content >>> Integer.SIZE != half) {
            return false;
        }
        long[] other = entries.segment(row(content));
        int otherAt = entries.at(row(content));
        return key.same(words, at, other, otherAt);
    }

    private static long[] grown(long[] places) {
        long[] grown = new long[places.length + places.length / 4];
        for (long content : places) {
            if (content != 0) {
                int place = home(content >>> Integer.SIZE, grown.length);
                while (grown[place] != 0) {
                    place = after(place, grown.length);
                }
                grown[place] = content;
            }
        }
        return grown;
    }

    private static int row(long content) {
        return (int) content - 1;
    }

    /** Where to look first: half of the hash as a fraction of the length. */
    private static int home(long half, int length) {
        return (int) ((half * length) >>> Integer.SIZE);
    }

    private static int after(int place, int length) {
        return place + 1 == length ? 0 : place + 1;
    }
}
