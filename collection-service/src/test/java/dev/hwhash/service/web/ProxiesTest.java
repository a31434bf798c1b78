// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final Proxies BEHIND = new Proxies(
            List.of(Cidr.of("10.0.0.0/8").orElseThrow(), Cidr.of("fd00::/8").orElseThrow()));

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.1,false",
        "192.0.2.128/25,192.0.2.129,true",
        "192.0.2.128/25,192.0.2.127,false",
        "192.0.2.1,192.0.2.1,true",
        "0.0.0.0/0,203.0.113.1,true",
        "0.0.0.0/0,::1,false",
        "fd00::/8,fdff::1,true",
        "fd00::/8,fe80::1,false"
    })
    void aRangeHoldsTheAddressesThatShareItsBits(String range, String address, boolean holds) {
        assertThat(Cidr.of(range).orElseThrow().contains(address(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy", "10.0.0.0/33", "10.0.0.0/-1", "10.0/8", "10.0.0.256", "fd00::/129", "a/b"})
    void whatIsNoRangeIsNone(String text) {
        assertThat(Cidr.of(text)).isEmpty();
    }

    @Test
    void onlyAProxyMaySayForWhomItSpeaks() {
        assertThat(client("10.0.0.1", "203.0.113.9")).contains(address("203.0.113.9"));
        assertThat(client("10.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.7"))
                .as("what the sender put before it counts for nothing")
                .contains(address("203.0.113.9"));
        assertThat(client("10.0.0.1", "[2001:db8::1]:4711")).contains(address("2001:db8::1"));
        assertThat(client("203.0.113.9", "10.0.0.1")).isEmpty();
        assertThat(client("10.0.0.1", "unknown")).contains(address("10.0.0.1"));
    }

    @Test
    void withoutAProxyTheOtherEndIsTheSender() {
        Proxies none = new Proxies(List.of());
        assertThat(none.client(address("127.0.0.1"), Optional.of("203.0.113.9")))
                .contains(address("127.0.0.1"));
    }

    private static Optional<InetAddress> client(String peer, String forwarded) {
        return BEHIND.client(address(peer), Optional.of(forwarded));
    }

    private static InetAddress address(String text) {
        return Addresses.literal(text).orElseThrow();
    }
}
