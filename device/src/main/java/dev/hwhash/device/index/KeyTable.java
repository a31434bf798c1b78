// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

/**
 * Finds the first row with a key of one or two numbers that stand in {@link Entries}. Many small tables with open
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
    private final int key;
    private final int second;
    private final Part[] parts = new Part[1 << PARTS_LOG_2];

    /** In each place the lower half of a hash, then the number of the row plus 1; 0 where it is free. */
    private static final class Part {
        private long[] places = new long[SMALLEST];
        private int taken;
    }

    /** Makes a table of a key that starts at a number of a row; one of one number names it twice. */
    KeyTable(Entries entries, int key, int second) {
        this.entries = entries;
        this.key = key;
        this.second = second;
    }

    /** Returns the first row with the key of this row; keeps this row where it is the first. A key of 0 is none. */
    int put(int row) {
        long[] words = entries.segment(row);
        int at = entries.at(row);
        long one = words[at + key];
        long other = words[at + second];
        if ((one | other) == 0) {
            return NONE;
        }
        long hash = Mixer.spread(one ^ Long.rotateLeft(other, 23));
        Part part = part(hash);
        int place = place(part.places, hash, one, other);
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

    private Part part(long hash) {
        int number = (int) (hash >>> (Long.SIZE - PARTS_LOG_2));
        Part part = parts[number];
        if (part == null) {
            part = new Part();
            parts[number] = part;
        }
        return part;
    }

    private int place(long[] places, long hash, long one, long other) {
        int place = home(hash & LOW_HALF, places.length);
        while (places[place] != 0 && !holds(places[place], hash & LOW_HALF, one, other)) {
            place = after(place, places.length);
        }
        return place;
    }

    private boolean holds(long content, long half, long one, long other) {
        if (content >>> Integer.SIZE != half) {
            return false;
        }
        long[] words = entries.segment(row(content));
        int at = entries.at(row(content));
        return words[at + key] == one && words[at + second] == other;
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
