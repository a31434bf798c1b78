// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of addresses as {@code 10.0.0.0/8} or {@code fd00::/8} writes it (RFC 4632, RFC 4291).
 *
 * @param address any address of the range
 * @param bits how many leading bits the addresses of the range share
 */
public record Cidr(InetAddress address, int bits) {

    /**
     * Reads a range; an address alone is a range of one.
     *
     * @param text such as {@code 192.0.2.0/24}; never a host name
     * @return empty for anything else
     */
    public static Optional<Cidr> of(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = Addresses.literal(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int most = address.get().getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(new Cidr(address.get(), most));
        }
        String bits = text.substring(slash + 1);
        if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
            return Optional.empty();
        }
        return Optional.of(new Cidr(address.get(), Integer.parseInt(bits)));
    }

    /**
     * Returns whether an address is of the range.
     *
     * @param other an address of either family; one of the other family never is
     * @return true if it shares the leading bits
     */
    public boolean contains(InetAddress other) {
        byte[] one = address.getAddress();
        byte[] two = other.getAddress();
        if (one.length != two.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((one[bit / Byte.SIZE] & mask) != (two[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
