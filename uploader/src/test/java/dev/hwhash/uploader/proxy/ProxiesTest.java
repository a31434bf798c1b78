// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose proxy counts. */
class ProxiesTest {

    private static final URI FAR = URI.create("https://far.example/v1");
    private static final Proxy OF_USER = proxy("user.example", 1);
    private static final MachineProxy MACHINE = new MachineProxy("machine.example:2", "*.near.example");

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private static Optional<ProxySelector> user(List<Proxy> answer) {
        return Optional.of(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return answer;
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    }

    private static List<Proxy> select(Optional<ProxyAddress> named, List<Proxy> ofUser, URI uri) {
        return new Proxies(named, () -> user(ofUser), () -> MACHINE).select(uri);
    }

    @Test
    void theNamedOneCountsMost() {
        assertThat(select(ProxyAddress.of("http://named.example:3"), List.of(OF_USER), FAR))
                .containsExactly(proxy("named.example", 3));
    }

    @Test
    void thatOfTheUserCountsBeforeTheMachines() {
        assertThat(select(Optional.empty(), List.of(OF_USER), FAR)).containsExactly(OF_USER);
    }

    @Test
    void thatOfTheMachineCountsWhereTheUserHasNone() {
        assertThat(select(Optional.empty(), List.of(Proxy.NO_PROXY), FAR)).containsExactly(proxy("machine.example", 2));
        assertThat(select(Optional.empty(), List.of(), FAR)).containsExactly(proxy("machine.example", 2));
        assertThat(new Proxies(Optional.empty(), Optional::empty, () -> MACHINE).select(FAR))
                .containsExactly(proxy("machine.example", 2));
    }

    @Test
    void whatTheMachineBypassesIsReachedDirectly() {
        assertThat(select(Optional.empty(), List.of(), URI.create("https://a.near.example/")))
                .containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/", "http://LOCALHOST/", "http://127.0.0.1/", "http://[::1]:8/"})
    void thisMachineNeedsNone(String uri) {
        assertThat(select(ProxyAddress.of("named.example:3"), List.of(OF_USER), URI.create(uri)))
                .containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "https://proxy:1",
                "socks://proxy:1",
                "http://user:secret@proxy:1",
                "proxy:0",
                "proxy:70000",
                "http://proxy/x",
                "pro xy"
            })
    void whatIsNoProxyIsNone(String text) {
        assertThat(ProxyAddress.of(text)).isEmpty();
    }

    @Test
    void credentialsAreNotShown() {
        assertThat(new ProxyCredentials("user", "secret").toString()).doesNotContain("user", "secret");
    }
}
