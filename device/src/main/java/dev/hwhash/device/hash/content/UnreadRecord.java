// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.HashRecord;

/**
 * A record that tells nothing: of a type that is not known, of another layout than its type has, or the second of a
 * type of which there is one.
 *
 * @param type 0 to 65535
 * @param at where it starts, in bytes from the start of the hash
 * @param length of its payload, in bytes
 * @param why what is the matter with it; fits behind "record 31 "
 */
public record UnreadRecord(int type, int at, int length, String why) {

    static UnreadRecord of(HashRecord record, String why) {
        return new UnreadRecord(record.type(), record.at() - 4, record.length(), why);
    }
}
