// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.HashRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Hands each record to the reader of its type, and keeps account of those that nobody could read. Not thread-safe. */
final class RecordReader {

    /** What Windows stores where SMBIOS has no string. */
    private static final String NO_STRING = "SMBIOS_STRING_INDEX_0";

    private static final String READ = "";
    private static final int NONE = -1;

    /** Above all types that are known by content. */
    private static final int KNOWN = 64;

    private final List<HashRecord> records;
    /** What is the matter with each. */
    private final String[] flaws;
    /** Where the first record of each type stands, and behind each record the next one of its type; -1 for none. */
    private final int[] first = new int[KNOWN];

    private final int[] next;

    RecordReader(List<HashRecord> records) {
        this.records = records;
        this.flaws = new String[records.size()];
        this.next = new int[records.size()];
        Arrays.fill(flaws, "is of a type that is not known");
        Arrays.fill(first, NONE);
        for (int i = next.length - 1; i >= 0; i--) {
            int type = records.get(i).type();
            if (type < KNOWN) {
                next[i] = first[type];
                first[type] = i;
            }
        }
    }

    /** Reads the first record of a type of which a hash has one. */
    <T> Optional<T> one(int type, String name, Function<HashRecord, Optional<T>> reader) {
        Optional<T> content = Optional.empty();
        for (int i = first[type]; i != NONE; i = next[i]) {
            if (content.isPresent()) {
                flaws[i] = "is one more " + name;
            } else {
                content = read(i, name, reader);
            }
        }
        return content;
    }

    /** Reads the first record of a type as text up to its first NUL; empty where SMBIOS has no string. */
    Optional<String> string(int type, String name) {
        return one(type, name, record -> Optional.of(record.text()))
                .filter(text -> !text.isEmpty() && !text.equals(NO_STRING));
    }

    /** Reads all records of a type; the place of one that is unreadable is kept. */
    <T> List<Optional<T>> places(int type, String name, Function<HashRecord, Optional<T>> reader) {
        List<Optional<T>> all = new ArrayList<>();
        for (int i = first[type]; i != NONE; i = next[i]) {
            all.add(read(i, name, reader));
        }
        return all;
    }

    /** Reads all records of a type that are readable. */
    <T> List<T> all(int type, String name, Function<HashRecord, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        for (Optional<T> content : places(type, name, reader)) {
            if (content.isPresent()) {
                all.add(content.get());
            }
        }
        return all;
    }

    /** Returns the records that told nothing. */
    List<UnreadRecord> unread() {
        List<UnreadRecord> unread = new ArrayList<>();
        for (int i = 0; i < flaws.length; i++) {
            if (!flaws[i].equals(READ)) {
                unread.add(UnreadRecord.of(records.get(i), flaws[i]));
            }
        }
        return unread;
    }

    private <T> Optional<T> read(int index, String name, Function<HashRecord, Optional<T>> reader) {
        HashRecord record = records.get(index);
        Optional<T> content = reader.apply(record);
        flaws[index] =
                content.isPresent() ? READ : "is unreadable as " + name + ": it has " + record.length() + " bytes";
        return content;
    }
}
